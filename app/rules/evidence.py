"""What is known about somebody's working life: spells, statements about them, and what they prove.

A **spell** is work with one employer from a day to a day. An **observation** is somebody's statement that a
person was, or was not, in paid work on one day. Working is proven no further than it was seen:

- A spell is proven from its start up to its last counting *proof point*: a positive observation that supports
  it, or its known end (the last day worked).
- An observation supports the spell that it is about. One that names no spell supports every spell that had
  started by then and of which no end is known. Nothing said later stretches a spell beyond its known end.
- A positive observation always proves its own day, whatever happens to the spells.

When statements contradict each other both are kept. The stronger source counts, the later one breaks a tie:

- On one day, what the strongest source said last stands. When yes and no tie completely, neither stands.
- A negative observation within a spell is overruled by a proof point of that spell, on a later day, from a
  source at least as strong. The spell is proven up to the last proof point by which every negative before it
  has been overruled. What is overruled counts for nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from app.rules.code_lists import EvidenceSource, SpellKind

STRENGTH = {
    EvidenceSource.REGISTER: 4,
    EvidenceSource.PAYSLIP: 4,
    EvidenceSource.EMPLOYER: 3,
    EvidenceSource.PARTICIPANT: 2,
    EvidenceSource.COACH: 1,
}


@dataclass(frozen=True, kw_only=True)
class Spell:
    """One activity from its first day to its last; both days count. No end means that none is known."""

    id: Hashable
    kind: SpellKind
    employer: Hashable | None = None
    starts_on: date
    ends_on: date | None = None
    end_source: EvidenceSource = EvidenceSource.COACH


@dataclass(frozen=True, kw_only=True)
class Observation:
    """A statement that somebody was in paid work on a day, or was not; `about` is a spell's id or None.

    `on_social_assistance` is what it says of social assistance on that day; None is nothing.
    """

    on: date
    in_paid_work: bool
    source: EvidenceSource
    recorded_at: datetime
    about: Hashable | None = None
    on_social_assistance: bool | None = None


@dataclass(frozen=True)
class ProofPoint:
    """Something that says the person still worked in a spell on a day."""

    on: date
    strength: int


@dataclass(frozen=True)
class ProvenSpell:
    """A spell and how far it is proven; `own_proof_until` looks only at statements about this very spell."""

    spell: Spell
    proven_until: date
    own_proof_until: date


@dataclass(frozen=True)
class Conflict:
    """A "not in paid work" that a spell contradicts or, when `spell` is None, a "yes" of the same day."""

    negative: Observation
    spell: Spell | None
    overruled: bool


@dataclass(frozen=True)
class Evidence:
    """The working life of one person as far as it is proven."""

    spells: tuple[ProvenSpell, ...]
    at_work: tuple[Observation, ...]
    """The positive observations that stand, within a spell or not."""
    not_at_work: tuple[date, ...]
    """Days of the negative observations that stand, in order."""
    conflicts: tuple[Conflict, ...]

    @cached_property
    def days_at_work(self) -> frozenset[date]:
        """Days on which a positive observation stands."""
        return frozenset(said.on for said in self.at_work)


def weigh(spells: Iterable[Spell], observations: Collection[Observation]) -> Evidence:
    """Weigh the statements about one person against the spells that count and against each other."""
    standing = [said for said in observations if _stands_on_its_day(said, observations)]
    proven = tuple(_prove(spell, standing) for spell in spells)
    negatives = [said for said in standing if not said.in_paid_work]
    return Evidence(
        spells=proven,
        at_work=tuple(said for said in standing if said.in_paid_work),
        not_at_work=tuple(sorted({no.on for no in negatives if not any(_overrules(spell, no) for spell in proven)})),
        conflicts=(*_conflicts_of_one_day(observations), *_conflicts_with_spells(proven, standing)),
    )


def _stands_on_its_day(said: Observation, observations: Iterable[Observation]) -> bool:
    that_day = [other for other in observations if other.on == said.on]
    last_word = max(_weight(other) for other in that_day)
    return all(other.in_paid_work == said.in_paid_work for other in that_day if _weight(other) == last_word)


def _weight(said: Observation) -> tuple[int, datetime]:
    return STRENGTH[said.source], said.recorded_at


def _prove(spell: Spell, standing: Collection[Observation]) -> ProvenSpell:
    doubts = list(_doubts(spell, standing))
    own = [said for said in standing if said.about == spell.id]
    return ProvenSpell(
        spell,
        proven_until=_proven_until(spell, list(_proof_points(spell, standing)), doubts),
        own_proof_until=_proven_until(spell, list(_proof_points(spell, own)), doubts),
    )


def _proof_points(spell: Spell, standing: Iterable[Observation]) -> Iterator[ProofPoint]:
    for said in standing:
        names_it = said.about == spell.id or (said.about is None and spell.ends_on is None)
        if said.in_paid_work and names_it and _runs_on(spell, said.on):
            yield ProofPoint(said.on, STRENGTH[said.source])
    if spell.ends_on:
        yield ProofPoint(spell.ends_on, STRENGTH[spell.end_source])


def _runs_on(spell: Spell, day: date) -> bool:
    return spell.starts_on <= day and (spell.ends_on is None or day <= spell.ends_on)


def _doubts(spell: Spell, standing: Iterable[Observation]) -> Iterator[Observation]:
    """Negatives between the first day and a known last day; on those two days themselves both can be true."""
    for said in standing:
        within = spell.starts_on < said.on and (spell.ends_on is None or said.on < spell.ends_on)
        if not said.in_paid_work and within:
            yield said


def _proven_until(spell: Spell, points: Collection[ProofPoint], doubts: Collection[Observation]) -> date:
    def settled(doubt: Observation, by: date) -> bool:
        strength = STRENGTH[doubt.source]
        return any(doubt.on <= point.on <= by and point.strength >= strength for point in points)

    reached = (
        point.on for point in points if all(settled(doubt, by=point.on) for doubt in doubts if doubt.on < point.on)
    )
    return max(reached, default=spell.starts_on)


def _overrules(proven: ProvenSpell, negative: Observation) -> bool:
    return proven.spell.starts_on < negative.on < proven.proven_until


def _conflicts_of_one_day(observations: Collection[Observation]) -> Iterator[Conflict]:
    by_day: dict[date, list[Observation]] = defaultdict(list)
    for said in observations:
        by_day[said.on].append(said)
    for that_day in by_day.values():
        if any(said.in_paid_work for said in that_day):
            for said in that_day:
                if not said.in_paid_work:
                    yield Conflict(said, None, overruled=not _stands_on_its_day(said, that_day))


def _conflicts_with_spells(proven: Iterable[ProvenSpell], standing: Collection[Observation]) -> Iterator[Conflict]:
    for one in proven:
        last_claim = max((point.on for point in _proof_points(one.spell, standing)), default=None)
        for doubt in _doubts(one.spell, standing):
            if last_claim and doubt.on < last_claim:
                yield Conflict(doubt, one.spell, overruled=_overrules(one, doubt))
