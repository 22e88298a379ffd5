"""How long people wait for a decision, when some are still waiting.

Who waits is not left out, which would make every wait look short, and is not taken for decided: the share that has been
decided on after so many days is the product-limit estimate of Kaplan and Meier (1958).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

QUARTILES = (0.25, 0.5, 0.75)


@dataclass(frozen=True)
class Wait:
    """Days since the registration: until the decision, or so far (or until somebody withdrew) when there is none."""

    days: int
    decided: bool


@dataclass(frozen=True)
class TimeToDecision:
    """Days after which a quarter, half and three quarters have a decision; None where it has not come so far."""

    decided: int
    waiting: int
    first_quarter: int | None
    median: int | None
    third_quarter: int | None


def time_to_decision(waits: Iterable[Wait]) -> TimeToDecision:
    """Put the waits of a group together."""
    known = list(waits)
    decided = Counter(one.days for one in known if one.decided)
    still_waiting, share_waiting = len(known), 1.0
    reached: dict[float, int] = {}
    ends = Counter(one.days for one in known)
    for day in sorted(ends):
        share_waiting *= 1 - decided[day] / still_waiting
        still_waiting -= ends[day]
        for quartile in QUARTILES:
            if share_waiting <= 1 - quartile + 1e-9:
                reached.setdefault(quartile, day)
    first, median, third = (reached.get(quartile) for quartile in QUARTILES)
    return TimeToDecision(decided.total(), len(known) - decided.total(), first, median, third)
