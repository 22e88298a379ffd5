"""Durations for other programs: JSON objects, and lines of the one long table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from app.outcomes.durations import DurationRow, PublishedDuration
from app.outcomes.moment_format import in_utc
from app.rules.disclosure import SUPPRESSED
from app.rules.durations import Duration
from app.rules.life_table import TOLD_MONTHS, LifeTable, MonthStep, days_after
from app.rules.survival import Step

QUARTILES = {"quarter": 0.25, "half": 0.5, "three_quarters": 0.75}
"""The shares of people by whose day a curve is told."""

WITHHELD = SUPPRESSED.value
AnyDuration = DurationRow | PublishedDuration
Line = tuple[str, str, str, float | int | str | None]


def told(row: AnyDuration) -> Iterator[tuple[int, Step | MonthStep]]:
    """Months and how the curve stands then, for as long as anybody is seen or so many that it may be told."""
    if isinstance(row, PublishedDuration):
        yield from ((step.months, step) for step in (row.curve.steps if row.curve else ()))
        return
    for months in TOLD_MONTHS:
        step = row.curve.on(days_after(months))
        if step is not None:
            yield months, step


def duration_lines(row: AnyDuration) -> Iterator[Line]:
    """Metric, group, state and value; shares are those for whom it is not over.

    An exact curve is told by every day on which it steps, a published one by months; one that is withheld says so.
    """
    if isinstance(row, PublishedDuration):
        yield from _published_lines(row)
        return
    code = row.metric.code
    yield code, "", "people", row.curve.people
    yield code, "", "over", row.curve.over
    for name, share in QUARTILES.items():
        yield code, "", f"day_{name}", row.curve.day_reached(share)
    for step in row.curve.steps:
        yield code, "", f"at_risk_day_{step.day}", step.at_risk
        yield code, "", f"share_day_{step.day}", step.share
        yield code, "", f"interval_low_day_{step.day}", step.low
        yield code, "", f"interval_high_day_{step.day}", step.high


def _published_lines(row: PublishedDuration) -> Iterator[Line]:
    if row.curve is None:
        yield row.duration, "", "people", WITHHELD
        return
    yield row.duration, "", "people", row.curve.people
    for step in row.curve.steps:
        yield row.duration, "", f"over_month_{step.months}", step.over
        yield row.duration, "", f"lost_month_{step.months}", step.lost
        yield row.duration, "", f"at_risk_month_{step.months}", step.at_risk
        yield row.duration, "", f"share_month_{step.months}", step.share
        yield row.duration, "", f"interval_low_month_{step.months}", step.low
        yield row.duration, "", f"interval_high_month_{step.months}", step.high


def duration_object(row: PublishedDuration) -> dict[str, object]:
    """A published curve as a JSON object; without people it is withheld."""
    curve = row.curve
    return {
        "metric": row.duration,
        "version": row.version,
        "people": curve.people if curve else WITHHELD,
        "steps": [
            {
                "months": step.months,
                "over": step.over,
                "lost": step.lost,
                "atRisk": step.at_risk,
                "share": step.share,
                "intervalLow": step.low,
                "intervalHigh": step.high,
            }
            for step in (curve.steps if curve else ())
        ],
        "asOf": row.as_of.isoformat(),
        "knownAt": in_utc(row.known_at),
    }


def duration_of(told: Mapping[str, Any]) -> PublishedDuration:
    """A published curve back from its JSON object."""
    steps = tuple(
        MonthStep(
            months=step["months"],
            over=step["over"],
            lost=step["lost"],
            at_risk=step["atRisk"],
            share=step["share"],
            low=step["intervalLow"],
            high=step["intervalHigh"],
        )
        for step in told["steps"]
    )
    return PublishedDuration(
        Duration(told["metric"]),
        told["version"],
        None if told["people"] == WITHHELD else LifeTable(told["people"], steps),
        date.fromisoformat(told["asOf"]),
        datetime.fromisoformat(told["knownAt"]),
    )
