"""What an edition would say now in its curves and language levels, with the care that is taken for its counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.rules.edition_changes import MetricChange, NumberChange, Shown


@dataclass(frozen=True)
class NamedNumbers:
    """What is published of one curve or matrix: numbers by name. One that is not there is `absent`."""

    version: int
    numbers: Mapping[str, Shown]
    absent: Shown = None


Counts = Mapping[Any, Mapping[Any, int]]
"""The exact counts behind each curve or matrix, by its code and by what they count."""


@dataclass(frozen=True)
class TwoMoments:
    """The curves or matrices of an edition and of now, as published and as the counts behind them."""

    edition: Mapping[str, NamedNumbers]
    now: Mapping[str, NamedNumbers]
    counts_then: Counts
    counts_now: Counts


def curve_changes(two: TwoMoments, threshold: int) -> list[MetricChange]:
    """Those that changed; without numbers where a count changed by fewer people than the threshold."""
    found = []
    for code, then in two.edition.items():
        now = two.now.get(code)
        if now is None or now.version != then.version:
            version_now = now.version if now else None
            found.append(MetricChange(metric=code, version_then=then.version, version_now=version_now))
            continue
        moved = _moved(two.counts_then.get(code, {}), two.counts_now.get(code, {}))
        withheld = any(0 < people < threshold for people in moved)
        numbers = () if withheld or not any(moved) else _changed(then, now)
        if withheld or numbers:
            found.append(
                MetricChange(
                    metric=code,
                    version_then=then.version,
                    version_now=now.version,
                    numbers=numbers,
                    withheld=withheld,
                )
            )
    return found


def _moved(then: Mapping[Any, int], now: Mapping[Any, int]) -> list[int]:
    return [abs(now.get(one, 0) - then.get(one, 0)) for one in {**then, **now}]


def _changed(then: NamedNumbers, now: NamedNumbers) -> tuple[NumberChange, ...]:
    return tuple(
        NumberChange({}, name, before, after)
        for name in {**then.numbers, **now.numbers}
        if (before := then.numbers.get(name, then.absent)) != (after := now.numbers.get(name, now.absent))
    )
