"""Outcomes and metrics as the API answers them. They are worked out and kept in no table."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from app.models.base import Shape
from app.rules.bilingual_text import BilingualText
from app.rules.code_lists import SpellKind
from app.rules.metric_definition import Metric
from app.rules.metric_parts import Exclusion, Family, Index, Population, ShownAs, UnknownPolicy

Count = int | Literal["suppressed"]
"""A number of persons, or the word for one that is withheld because it could point at somebody."""


class OutcomePublic(Shape):
    """One metric in one group. Rates are fractions; null where there is nothing to divide by, or it is withheld.

    `group` is empty for the total; in it, null is a value that nobody recorded.
    """

    metric: str
    version: int
    group: dict[str, str | None]
    cohort: Count
    excluded: Count
    not_yet_due: Count
    due: Count
    yes: Count
    no: Count
    unanswered: Count
    unreachable: Count
    refused: Count
    response_rate: float | None
    rate: float | None
    lower: float | None
    upper: float | None
    interval_low: float | None
    interval_high: float | None
    suppressed: bool
    as_of: date
    known_at: datetime


class ReferencePublic(Shape):
    """A share found elsewhere (a fraction) that a programme holds a metric against; `people` is of how many it is.

    `difference` is ours of everyone less that share, with its 95 % interval; null where ours is not there. `byDesign`:
    it is of a group that, by the design of the evaluation, shows what would have happened without the programme.
    """

    metric: str
    what: str
    share: float
    people: int | None
    year: int | None
    source: str
    by_design: bool
    difference: float | None
    interval_low: float | None
    interval_high: float | None


class MomentPublic(Shape):
    """As of which day, and as known when."""

    as_of: date
    known_at: datetime


class OutcomesPublic(Shape):
    """A report: its rows, and the figures from elsewhere that its metrics are held against.

    Where its groups are withheld beside a report of another day, `groups_at` is when they can be read.
    """

    results: list[OutcomePublic]
    references: list[ReferencePublic]
    groups_at: MomentPublic | None


class ExplanationPublic(Shape):
    """Why one number is what it is, in plain sentences, and what it would be if the unknown counted as no or as yes."""

    metric: str
    version: int
    group: dict[str, str | None]
    in_words: BilingualText
    why: list[BilingualText]
    rate_if_unknown_is_no: float | None
    rate_if_unknown_is_yes: float | None
    as_of: date
    known_at: datetime


class DefinitionPart(Shape):
    """One part of a definition: what it is about, and how that is counted."""

    what: BilingualText
    how: list[BilingualText]


class MetricPublic(Shape):
    """What a number means: who is counted, from which day, after how many months, and what becomes of the unknown.

    `counts` are the kinds of placement that count, of at least `minimumHours` a week and with a contract of at least
    `minimumContractMonths`, where those are given. `on` is the day of an index that is a day of the calendar; without
    it, that is the reference date.
    What is `shownAs` a curve or each month is in no report's rows: see /programmes/{id}/durations and /series.
    What is `teamOnly` is answered to the team of the programme, and is in no published report. `programmeId` is the
    programme whose own metric it is; only reports about that programme have it.
    """

    code: str
    version: int
    family: Family
    title: BilingualText
    question: BilingualText
    population: Population
    index: Index
    on: date | None
    horizon_months: int
    counts: list[SpellKind]
    minimum_hours: int | None
    minimum_contract_months: int | None
    unknown_policy: UnknownPolicy
    exclusions: list[Exclusion]
    source: BilingualText
    team_only: bool
    shown_as: ShownAs = ShownAs.SHARE
    programme_id: UUID | None = None

    @classmethod
    def of(cls, metric: Metric) -> "MetricPublic":
        """What the registry says of a metric."""
        return cls(
            code=metric.code,
            version=metric.version,
            family=metric.family,
            title=BilingualText.of(metric.title),
            question=BilingualText.of(metric.question_text),
            population=metric.population,
            index=metric.index,
            on=metric.on,
            horizon_months=metric.horizon_months,
            counts=sorted(metric.counts),
            minimum_hours=metric.minimum_hours,
            minimum_contract_months=metric.minimum_contract_months,
            unknown_policy=metric.unknown_policy,
            exclusions=sorted(metric.exclusions),
            source=BilingualText.of(metric.source),
            team_only=metric.team_only,
            shown_as=metric.shown_as,
            programme_id=metric.programme_id,
        )


class MetricInWords(MetricPublic):
    """What a number means, also in words."""

    definition: list[DefinitionPart]
