"""The durations of a report: for each the curve of everyone in scope."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.outcomes.duration_sql import WAITS_BY_MONTH, waits_statement
from app.outcomes.report import ReportRequest, read_without_names
from app.rules.differencing import fingerprint
from app.rules.disclosure import PublishedRow, Suppressed
from app.rules.durations import DURATIONS, Duration, DurationMetric
from app.rules.life_table import TOLD_MONTHS, Interval, LifeTable, life_table, untold_months
from app.rules.product_limit import Wait
from app.rules.suppression import LARGEST_EMPLOYER_SHARE
from app.rules.survival import Survival, survival


@dataclass(frozen=True)
class DurationRow:
    """One duration for everyone in scope, exact: not for publication."""

    metric: DurationMetric
    curve: Survival
    as_of: date
    known_at: datetime


async def duration_report(session: AsyncSession, *, by: Actor, asked: ReportRequest) -> list[DurationRow]:
    """Every duration for everyone in scope, and the curves that are asked besides, in one statement.

    The grouping and the metrics asked play no part.

    Raises NotFound when the scope is not wholly within what the actor may read about.
    """
    return await curves_of(session, (*DURATIONS.values(), *asked.curves), by=by, asked=asked)


async def curves_of(
    session: AsyncSession, metrics: tuple[DurationMetric, ...], *, by: Actor, asked: ReportRequest
) -> list[DurationRow]:
    """The curve of each of these for everyone in scope. Raises NotFound as `duration_report` does."""
    waits: dict[str, list[Wait]] = {metric.code: [] for metric in metrics}
    for row in await read_without_names(session, waits_statement(metrics), by, asked):
        waits[row["duration"]] += [Wait(row["days"], row["is_over"])] * row["people"]
    return [DurationRow(metric, survival(waits[metric.code]), asked.as_of, asked.known_at) for metric in metrics]


@dataclass(frozen=True)
class PublishedDuration:
    """One duration for everyone in scope as it may be published: by months; without a curve it is withheld."""

    duration: Duration
    version: int
    curve: LifeTable | None
    as_of: date
    known_at: datetime

    @property
    def metric(self) -> DurationMetric:
        """What is timed."""
        return DURATIONS[self.duration]


@dataclass(frozen=True)
class CountedDurations:
    """How many people have each wait, by duration: (told months passed, whether it is over) → people.

    `of_one_employer` are the durations in which nearly everybody with a job has it at one employer.
    """

    waits: Mapping[Duration, Mapping[tuple[int, bool], int]]
    of_one_employer: Collection[Duration]
    fingerprint: bytes

    def published(self, asked: ReportRequest, rows: Iterable[PublishedRow], threshold: int) -> list[PublishedDuration]:
        """Every duration by months, beside the published rows.

        Withheld is one that would tell about one employer, about too few people, or how many people there are where
        the rows do not. So is a month of which they do not tell for how many it was over.
        """
        rows = [row for row in rows if not row.group]
        hidden = {row.metric for row in rows if isinstance(row.cohort, Suppressed)}
        hidden_populations = {metric.population for metric in asked.metrics if metric.code in hidden}
        withheld = {duration for duration in self.waits if DURATIONS[duration].population in hidden_populations}
        withheld |= set(self.of_one_employer)
        return [
            PublishedDuration(
                duration,
                DURATIONS[duration].version,
                None if duration in withheld else self._life_table(duration, asked, rows, threshold),
                asked.as_of,
                asked.known_at,
            )
            for duration in self.waits
        ]

    def _life_table(
        self, duration: Duration, asked: ReportRequest, totals: Iterable[PublishedRow], threshold: int
    ) -> LifeTable | None:
        waits, population = self.waits[duration], DURATIONS[duration].population
        month_of = {metric.code: metric.horizon_months for metric in asked.metrics if metric.population is population}
        over_at_all = sum(people for (_, is_over), people in waits.items() if is_over)
        steps = range(len(TOLD_MONTHS))
        intervals = [Interval(waits.get((step, True), 0), waits.get((step, False), 0)) for step in steps]
        return life_table(sum(waits.values()), over_at_all, intervals, threshold, untold_months(totals, month_of))


async def durations_to_publish(session: AsyncSession, *, by: Actor, asked: ReportRequest) -> CountedDurations:
    """Count every duration by months, with what its people leave in the fingerprint of the report.

    Raises NotFound when the scope is not wholly within what the actor may read about.
    """
    waits: Mapping[Duration, dict[tuple[int, bool], int]] = {duration: {} for duration in DURATIONS}
    of_one_employer: set[Duration] = set()
    marks: list[tuple[int, int]] = []
    for row in await read_without_names(session, WAITS_BY_MONTH, by, asked):
        if row["people"] is not None:
            waits[Duration(row["duration"])][row["step"], row["is_over"]] = row["people"]
        elif (row["largest_employer_share"] or 0) > LARGEST_EMPLOYER_SHARE:
            of_one_employer.add(Duration(row["duration"]))
        else:
            marks += row["marks"] or ()
    return CountedDurations(waits, of_one_employer, fingerprint((box, mark) for box, mark in marks))
