"""How long people wait for a decision, when some are still waiting."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.rules.product_limit import Wait, product_limit

QUARTILES = (0.25, 0.5, 0.75)


@dataclass(frozen=True)
class TimeToDecision:
    """Days after which a quarter, half and three quarters have a decision; None where it has not come so far."""

    decided: int
    waiting: int
    first_quarter: int | None
    median: int | None
    third_quarter: int | None


def time_to_decision(waits: Iterable[Wait]) -> TimeToDecision:
    """Put the waits of a group together. Whoever withdrew waited without a decision."""
    known = list(waits)
    reached = product_limit(known)
    first, median, third = (
        next((point.day for point in reached if point.share >= quartile - 1e-9), None) for quartile in QUARTILES
    )
    decided = sum(one.is_over for one in known)
    return TimeToDecision(decided, len(known) - decided, first, median, third)
