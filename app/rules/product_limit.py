"""After how many days something has happened, when for some it has not happened yet.

Who still waits is not left out, which would make every wait look short, and is not taken for done: the share is the
product-limit estimate of Kaplan and Meier (1958).

Pages of the desk show a share without an interval each time they open, and are spared the second that SciPy takes to
load. Reports tell how sure they are as well: `survival.py` has the same estimate with intervals, and a test holds the
two together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Wait:
    """Days since it began: until it happened, or so far when it has not."""

    days: int
    is_over: bool


@dataclass(frozen=True)
class Reached:
    """By the end of a day: the share for whom it has happened, and how many were waiting when the day began."""

    day: int
    share: float
    waiting: int


def product_limit(waits: Iterable[Wait]) -> list[Reached]:
    """The share reached on every day on which a wait ended or was last seen, in order."""
    known = list(waits)
    over = Counter(one.days for one in known if one.is_over)
    last_seen = Counter(one.days for one in known)
    waiting, share_waiting = len(known), 1.0
    reached = []
    for day in sorted(last_seen):
        share_waiting *= 1 - over[day] / waiting
        reached.append(Reached(day, 1 - share_waiting, waiting))
        waiting -= last_seen[day]
    return reached
