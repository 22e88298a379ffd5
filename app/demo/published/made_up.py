"""What is recorded of one made-up person, before it goes into a workbook or into a database."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from app.rules.code_lists import Contract, EvidenceSource, Gender, RatedBy, RatingDimension, SpellKind

REGISTERED_BEFORE = timedelta(days=28)
"""How long before the start everybody registered."""


@dataclass(frozen=True, kw_only=True, slots=True)
class MadeUpSpell:
    """One activity; `planned_until` is the last day of its contract, `hours` are hours per week."""

    kind: SpellKind
    starts_on: date
    ends_on: date | None = None
    contract: Contract | None = None
    planned_until: date | None = None
    hours: Decimal | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Seen:
    """What a source said of one day: in paid work or not, and sometimes on social assistance or not."""

    on: date
    in_paid_work: bool
    on_social_assistance: bool | None = None
    source: EvidenceSource = EvidenceSource.REGISTER


@dataclass(frozen=True, kw_only=True, slots=True)
class Score:
    """What somebody thinks of something, 1 to 5, about the first placement."""

    on: date
    by: RatedBy
    about: RatingDimension
    score: int


@dataclass(frozen=True, kw_only=True, slots=True)
class MadeUpPerson:
    """Somebody who was registered, admitted and started; and what happened since."""

    started_on: date
    ended_on: date | None = None
    cohort: str | None = None
    gender: Gender | None = None
    spells: tuple[MadeUpSpell, ...] = ()
    seen: tuple[Seen, ...] = ()
    scores: tuple[Score, ...] = ()

    @property
    def registered_on(self) -> date:
        """The day of registration, on which the screening and the decision were as well."""
        return self.started_on - REGISTERED_BEFORE


People = Callable[[int], Iterator[MadeUpPerson]]
"""Makes so many people."""


def share_of(people: int, percent: float) -> int:
    """How many people a share is, to the nearest whole person."""
    return round(people * percent / 100)
