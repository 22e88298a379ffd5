"""Durations for other programs: JSON objects, and lines of the one long table."""

from __future__ import annotations

from collections.abc import Iterator

from app.outcomes.durations import DurationRow
from app.rules.survival import Step

QUARTILES = {"quarter": 0.25, "half": 0.5, "three_quarters": 0.75}
"""The shares of people by whose day a curve is told."""

DAYS_PER_MONTH = 365.25 / 12
TOLD_MONTHS = (3, 6, 9, 12, 18, 24)
"""After so many months a table says how the curve stands."""

Line = tuple[str, str, str, float | int | None]


def days_after(months: int) -> int:
    """So many average months, in whole days."""
    return round(months * DAYS_PER_MONTH)


def told(row: DurationRow) -> Iterator[tuple[int, Step]]:
    """Months and how the curve stands then, for as long as anybody is seen."""
    for months in TOLD_MONTHS:
        step = row.curve.on(days_after(months))
        if step is not None:
            yield months, step


def duration_lines(row: DurationRow) -> Iterator[Line]:
    """Metric, group, state and value; days are counted from the start, shares are those for whom it is not over."""
    yield row.duration, "", "people", row.curve.people
    yield row.duration, "", "over", row.curve.over
    for name, share in QUARTILES.items():
        yield row.duration, "", f"day_{name}", row.curve.day_reached(share)
    for step in row.curve.steps:
        yield row.duration, "", f"at_risk_day_{step.day}", step.at_risk
        yield row.duration, "", f"share_day_{step.day}", step.share
        yield row.duration, "", f"interval_low_day_{step.day}", step.low
        yield row.duration, "", f"interval_high_day_{step.day}", step.high
