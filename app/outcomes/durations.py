"""The durations of a report: for each the curve of everyone in scope."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.outcomes.duration_sql import WAITS_STATEMENT
from app.outcomes.report import ReportRequest, read_without_names
from app.rules.durations import DURATIONS, Duration
from app.rules.product_limit import Wait
from app.rules.survival import Survival, survival


@dataclass(frozen=True)
class DurationRow:
    """One duration for everyone in scope, exact: not for publication."""

    duration: Duration
    version: int
    curve: Survival
    as_of: date
    known_at: datetime


async def duration_report(session: AsyncSession, *, by: Actor, asked: ReportRequest) -> list[DurationRow]:
    """Every duration for everyone in scope, in one statement; the grouping and the metrics asked play no part.

    Raises NotFound when the scope is not wholly within what the actor may read about.
    """
    counted = await read_without_names(session, WAITS_STATEMENT, by, asked)
    waits: Mapping[Duration, list[Wait]] = {duration: [] for duration in DURATIONS}
    for row in counted:
        waits[Duration(row["duration"])] += [Wait(row["days"], row["is_over"])] * row["people"]
    return [
        DurationRow(duration, DURATIONS[duration].version, survival(of_all), asked.as_of, asked.known_at)
        for duration, of_all in waits.items()
    ]
