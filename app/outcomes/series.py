"""A series for everyone and for each group: the numbers of every month, all in one statement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.outcomes.pull import log_pull, refuse_but_coordinator
from app.outcomes.report import ReportRequest, outcome_report
from app.rules.comparison import Comparison, comparisons
from app.rules.outcome_numbers import OutcomeRow
from app.rules.series import Series


@dataclass(frozen=True)
class SeriesRow:
    """One group, or everyone when `group` is empty, with the exact row of each month from the first."""

    group: Mapping[str, str | None]
    months: tuple[OutcomeRow, ...]


async def exact_series(session: AsyncSession, *, by: Actor, asked: ReportRequest, series: Series) -> list[SeriesRow]:
    """Exact numbers, not for publication, of programmes that the actor coordinates; in the log.

    Raises NotFound for a scope that the actor does not coordinate.
    """
    refuse_but_coordinator(by, asked)
    rows = await series_report(session, by=by, asked=asked, series=series)
    await log_pull(session, by, replace(asked, metrics=()), f"read exact series {series.code}")
    return rows


async def series_report(session: AsyncSession, *, by: Actor, asked: ReportRequest, series: Series) -> list[SeriesRow]:
    """Everyone first, then every group; nothing when there is nobody. The metrics that are asked play no part."""
    rows = await outcome_report(session, by=by, asked=replace(asked, metrics=series.metrics()))
    found = [
        SeriesRow(rows[first].group, tuple(rows[first : first + series.months]))
        for first in range(0, len(rows), series.months)
    ]
    return found if any(month.cohort for month in found[0].months) else []


def two_largest(rows: Sequence[SeriesRow]) -> list[SeriesRow]:
    """The two groups with most people that have a value, in the order of the rows; nothing unless there are two."""
    groups = [row for row in rows if row.group and None not in row.group.values()]
    largest = sorted(groups, key=lambda row: -row.months[0].cohort)[:2]
    return [row for row in groups if row in largest] if len(largest) == 2 else []


def differences(rows: Sequence[SeriesRow]) -> list[Comparison | None]:
    """Month by month the first of the two largest groups less the second; nothing unless there are two."""
    pair = two_largest(rows)
    return [next(iter(comparisons(both)), None) for both in zip(*(row.months for row in pair), strict=True)]
