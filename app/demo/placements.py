"""Placements: the spells that the programme knows of, and how far it knows them."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from app.demo.book import Book
from app.demo.case import Case
from app.demo.life import Spell
from app.rules.code_lists import PAID_WORK, Contract, EvidenceSource

TERMS = {183: 45.0, 214: 25.0, 365: 30.0}
"""Days for which a fixed-term contract is made → weight."""
END_SOURCES = {EvidenceSource.EMPLOYER: 40.0, EvidenceSource.PARTICIPANT: 32.0, EvidenceSource.COACH: 28.0}
ROUND_OFF = 7
STEP_UP = 0.6


@dataclass(slots=True)
class KnownSpell:
    """A spell that is in the file; `known_end` is its end as far as the file knows."""

    spell: Spell
    placement_id: UUID
    known_end: date | None = None


def add_placements(book: Book, case: Case, spells: list[Spell]) -> list[KnownSpell]:
    """The spells that have begun and that the programme heard of, in order of their start."""
    known: list[KnownSpell] = []
    for spell in sorted(spells, key=lambda each: each.starts_on):
        first_paid = spell.kind in PAID_WORK and not any(other.spell.kind in PAID_WORK for other in known)
        if spell.starts_on <= book.today and (first_paid or book.chance.happens(0.85)):
            known.append(_add(book, case, spell, follows=known[-1] if known else None))
    for one in known:
        if one.spell.ends_on <= book.today and book.chance.happens(0.78):
            tell_end(book, case, one, book.chance.after(one.spell.ends_on, 2, 21), book.chance.weighed(END_SOURCES))
    return known


def tell_end(book: Book, case: Case, one: KnownSpell, told_on: date, source: EvidenceSource) -> None:
    """The programme hears that a spell ended, and from whom."""
    if one.known_end is not None:
        return
    one.known_end = one.spell.ends_on
    book.change(
        "placement",
        one.placement_id,
        min(told_on, book.today),
        None if source is EvidenceSource.EMPLOYER else case.coach.account_id,
        ends_on=one.spell.ends_on,
        end_reason=one.spell.end_reason,
        end_source=source,
    )


def _add(book: Book, case: Case, spell: Spell, follows: KnownSpell | None) -> KnownSpell:
    chance, job = book.chance, spell.job
    paid = spell.kind in PAID_WORK
    placement_id = book.add(
        "placement",
        spell.starts_on,
        case.coach.account_id,
        **case.keys,
        number=f"P{len(book.first['placement']) + 1:05}",
        organisation_id=spell.employer.organisation_id,
        kind=spell.kind,
        job_title=job.title if job else None,
        occupation=job.occupation if job else None,
        contract=spell.contract,
        hours=float(spell.hours) if chance.happens(0.94) else None,
        hourly_wage=round(job.hourly_wage * chance.number(97, 112) / 100, 2) if job and paid else None,
        starts_on=spell.starts_on,
        expected_end_on=_expected_end(book, spell),
        job_guarantee=chance.happens(0.2) if paid else None,
        follows_id=follows.placement_id if follows and chance.happens(STEP_UP) else None,
    )
    return KnownSpell(spell, placement_id)


def _expected_end(book: Book, spell: Spell) -> date | None:
    """A contract that ran out while the work went on was extended, so a later end is expected."""
    if spell.contract in (Contract.PERMANENT, Contract.SELF_EMPLOYED, Contract.ON_CALL):
        return None
    if spell.contract is None:
        return spell.ends_on
    term = timedelta(days=book.chance.weighed(TERMS))
    expected = spell.starts_on + term
    while expected < min(spell.ends_on, book.today - timedelta(days=ROUND_OFF)):
        expected += term
    return expected
