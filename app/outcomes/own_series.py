"""The series that a programme added itself: every month of all of them in one statement."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.outcomes.pull import log_pull, refuse_but_coordinator
from app.outcomes.report import ReportRequest, outcome_report
from app.outcomes.series import SeriesRow
from app.rules.outcome_numbers import OutcomeRow
from app.rules.series import Series


@dataclass(frozen=True)
class ToldSeries:
    """A series with the exact months of everyone, and after that of each group."""

    series: Series
    rows: tuple[SeriesRow, ...]

    @property
    def months(self) -> tuple[OutcomeRow, ...]:
        """Those of everyone."""
        return self.rows[0].months


async def exact_own_series(session: AsyncSession, *, by: Actor, asked: ReportRequest) -> list[ToldSeries]:
    """The series of a request, exact, for who coordinates the programme; in the log. Raises NotFound for others."""
    if not asked.series:
        return []
    refuse_but_coordinator(by, asked)
    months = tuple(metric for series in asked.series for metric in series.metrics())
    rows = await outcome_report(session, by=by, asked=replace(asked, metrics=months))
    by_group = [rows[first : first + len(months)] for first in range(0, len(rows), len(months))]
    await log_pull(
        session, by, replace(asked, metrics=tuple(one.metric for one in asked.series)), "read exact outcomes"
    )
    told, first = [], 0
    for series in asked.series:
        last = first + series.months
        told.append(ToldSeries(series, tuple(SeriesRow(of[first].group, tuple(of[first:last])) for of in by_group)))
        first = last
    return told
