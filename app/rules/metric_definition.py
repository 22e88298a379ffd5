"""The definition of a metric. It is data: rules, SQL, manual and API all read the same one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from app.rules.bilingual_text import Bilingual
from app.rules.code_lists import SpellKind
from app.rules.counted import Counted
from app.rules.metric_parts import (
    ASKED_IN_FOLLOW_UPS,
    Exclusion,
    Family,
    Index,
    Population,
    Question,
    ShownAs,
    UnknownPolicy,
)
from app.rules.outcome_state import OutcomeState


@dataclass(frozen=True)
class Standard:
    """A measure in a standard that asks nearly the same, and why its figure can differ from ours."""

    name: str
    difference: Bilingual


@dataclass(frozen=True, kw_only=True)
class Metric:
    """One number that a report can show. The target date is the index plus the horizon in calendar months.

    A placement counts when its kind is in `counts`, with at least so many hours a week and a contract of at least so
    many months, where the metric asks for that. `on` is the day of a metric about a day of the calendar; without it,
    that is the reference date of the report.
    `finding` are the words that follow a percentage: "56 % still in work after 6 months". What is `team_only` is
    never published: with the other metrics it adds up to sums that disclosure control does not look at.
    What is not shown as a share is told beside the numbers of a report, and is no row of it.
    `programme_id` is the programme whose own metric it is; None for those of the registry.
    """

    code: str
    version: int
    family: Family
    title: Bilingual
    question_text: Bilingual
    finding: Bilingual
    population: Population
    index: Index
    on: date | None = None
    horizon_months: int
    question: Question
    counts: frozenset[SpellKind]
    minimum_hours: int | None = None
    minimum_contract_months: int | None = None
    unknown_policy: UnknownPolicy
    exclusions: frozenset[Exclusion]
    source: Bilingual
    standards: tuple[Standard, ...] = ()
    team_only: bool = False
    shown_as: ShownAs = ShownAs.SHARE
    mature_only: bool = False
    """Only who has an index in a calendar quarter of which everybody's target date has come."""
    programme_id: UUID | None = None

    @property
    def is_own(self) -> bool:
        """Whether a programme added it for itself."""
        return self.programme_id is not None

    @property
    def named(self) -> str:
        """Its code and version, by which a report is remembered."""
        return f"{self.code} {self.version}"

    @cached_property
    def counted(self) -> Counted:
        """What counts, as one value."""
        return Counted(self.counts, self.minimum_hours, self.minimum_contract_months)

    @property
    def never(self) -> frozenset[OutcomeState]:
        """The states that nobody can have by its definition, as every reader knows."""
        only_when_asked = frozenset({OutcomeState.UNREACHABLE, OutcomeState.REFUSED})
        if self.unknown_policy is not UnknownPolicy.STAYS_UNKNOWN:
            return only_when_asked | {OutcomeState.UNANSWERED}
        return only_when_asked if self.follow_up_month is None else frozenset()

    @property
    def follow_up_month(self) -> int | None:
        """The month of the follow-up in which this is asked, if it is asked in one."""
        asked = self.index is Index.FIRST_PLACEMENT and self.horizon_months > 0 and self.question in ASKED_IN_FOLLOW_UPS
        stays_open = self.unknown_policy is UnknownPolicy.STAYS_UNKNOWN
        return self.horizon_months if asked and stays_open else None
