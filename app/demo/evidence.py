"""Observations: answers to follow-ups, payslips, contradictions and corrections."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from app.demo.book import Book
from app.demo.case import Case
from app.demo.life import Spell
from app.demo.placements import KnownSpell, tell_end
from app.rules.calendar import add_months
from app.rules.code_lists import PAID_WORK, EvidenceSource
from app.rules.trajectory_states import Step

Source = EvidenceSource
ABOUT_THE_JOB = {
    Source.EMPLOYER: 52.0,
    Source.PARTICIPANT: 28.0,
    Source.COACH: 11.0,
    Source.PAYSLIP: 6.0,
    Source.REGISTER: 3.0,
}
ABOUT_LIFE = {Source.PARTICIPANT: 68.0, Source.COACH: 26.0, Source.REGISTER: 6.0}
TYPED_BY_MISTAKE = "Bij de verkeerde persoon ingevuld"


@dataclass(frozen=True, slots=True)
class Answer:
    """An observation that answers a follow-up."""

    identity: UUID
    on: date
    source: EvidenceSource


def add_answer(book: Book, case: Case, index: KnownSpell, known: list[KnownSpell], on: date) -> Answer:
    """What somebody answers on a day to the question whether the work lasted.

    Whoever no longer works in the index placement says when that ended, as far as it was not known.
    """
    chance = book.chance
    if index.spell.covers(on):
        source = chance.weighed(ABOUT_THE_JOB)
        identity = _observe(book, case, on, source, in_paid_work=True, about=index)
        _contradict_or_correct(book, case, index, on, identity)
        return Answer(identity, on, source)
    source = chance.weighed(ABOUT_LIFE)
    tell_end(book, case, index, on, source)
    now = next((one for one in known if one.spell.kind in PAID_WORK and one.spell.covers(on)), None)
    return Answer(_observe(book, case, on, source, in_paid_work=now is not None, about=now), on, source)


def add_payslips(book: Book, case: Case, known: list[KnownSpell]) -> None:
    """Some bring their first payslip; of a few the register says so."""
    for one in known:
        shown_on = one.spell.starts_on + timedelta(days=book.chance.number(25, 45))
        if one.spell.kind in PAID_WORK and shown_on <= min(book.today, one.spell.ends_on) and book.chance.happens(0.28):
            source = Source.PAYSLIP if book.chance.happens(0.85) else Source.REGISTER
            _observe(book, case, shown_on, source, in_paid_work=True, about=one)


def add_exit_talks(book: Book, case: Case, jobs: list[Spell], known: list[KnownSpell]) -> None:
    """At the end of a trajectory, and half a year after it, most are asked whether they work."""
    ended_on = case.way.day_of(Step.COMPLETE, Step.DROP_OUT)
    if ended_on is None:
        return
    for asked_on, share in ((ended_on, 0.88), (add_months(ended_on, 6), 0.78)):
        if asked_on <= book.today and book.chance.happens(share):
            about = next((one for one in known if one.spell in jobs and one.spell.covers(asked_on)), None)
            works = any(job.covers(asked_on) for job in jobs)
            _observe(book, case, asked_on, book.chance.weighed(ABOUT_LIFE), in_paid_work=works, about=about)


def _observe(
    book: Book,
    case: Case,
    on: date,
    source: EvidenceSource,
    *,
    in_paid_work: bool,
    about: KnownSpell | None,
    **values: object,
) -> UUID:
    chance, spell = book.chance, about.spell if about else None
    by = None if source is Source.EMPLOYER else case.coach.account_id
    says_more = spell is not None and in_paid_work and chance.happens(0.7)
    return book.add(
        "observation",
        on,
        by,
        **case.keys,
        placement_id=about.placement_id if about else None,
        observed_on=on,
        in_paid_work=in_paid_work,
        source=source,
        hours=float(spell.hours) if spell and says_more else None,
        contract=spell.contract if spell and says_more else None,
        same_conditions=chance.happens(0.86) if says_more else None,
        **values,
    )


def _contradict_or_correct(book: Book, case: Case, index: KnownSpell, on: date, identity: UUID) -> None:
    """Sometimes two sources disagree, and sometimes somebody typed it in with the wrong person."""
    chance = book.chance
    if chance.happens(0.08):
        said_on = min(on + timedelta(days=chance.number(0, 6)), book.today)
        _observe(book, case, said_on, Source.PARTICIPANT, in_paid_work=False, about=None)
    elif chance.happens(0.05):
        before = max(on - timedelta(days=1), index.spell.starts_on)
        wrong = _observe(book, case, before, Source.COACH, in_paid_work=False, about=None, note=TYPED_BY_MISTAKE)
        book.supersede("observation", wrong, on)
        book.first["observation"][identity]["supersedes_id"] = wrong
