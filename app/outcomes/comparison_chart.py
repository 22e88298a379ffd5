"""Differences between groups as dots with their intervals, around a line where nothing differs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from app.rules.comparison import Comparison


@dataclass(frozen=True)
class Dot:
    """Where a difference and the ends of its interval stand, in percent of the width; 50 is no difference."""

    at: float
    low: float
    high: float


def reach(found: Sequence[Comparison]) -> int:
    """How many points the picture shows to either side: enough for every interval, in steps of ten."""
    return max(10, *(ceil(max(abs(one.low), abs(one.high)) * 10) * 10 for one in found))


def dots(found: Sequence[Comparison]) -> list[Dot]:
    """A dot for each difference, all on one scale."""
    scale = 50 / (reach(found) / 100)
    return [Dot(*(round(50 + end * scale, 2) for end in (one.difference, one.low, one.high))) for one in found]
