"""How long something lasts or takes, when for some people it is not over yet: Kaplan and Meier, with intervals.

Whoever is not seen any more counts for as long as they were seen: not left out, and not taken for done.
"""

from __future__ import annotations

import warnings
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from math import isnan
from typing import Any

from app.rules.product_limit import Wait

TOLERANCE = 1e-9
"""Shares are products of fractions: a half must still count as a half."""


@dataclass(frozen=True)
class Step:
    """From the end of a day: the share for whom it is not over, its 95 % interval, and how many were still seen.

    `at_risk` are the people of whom it is known, when the day begins, that it is not over. Shares are fractions.
    """

    day: int
    at_risk: int
    share: float
    low: float | None
    high: float | None


@dataclass(frozen=True)
class Survival:
    """A curve with a step on each day on which it was over for somebody or somebody was last seen."""

    people: int
    over: int
    steps: tuple[Step, ...]

    def day_reached(self, share_over: float) -> int | None:
        """The first day by which it is over for this share of people; None when the curve has not come so far."""
        return next((step.day for step in self.steps if 1 - step.share >= share_over - TOLERANCE), None)

    def on(self, day: int) -> Step | None:
        """How it stands at the end of a day; None once nobody is seen for so long."""
        last = max((step.day for step in self.steps), default=-1)
        if day > last:
            return None
        begun = [step for step in self.steps if step.day <= day]
        at_risk = next(step.at_risk for step in self.steps if step.day >= day)
        if not begun:
            return Step(day, at_risk, 1.0, None, None)
        return Step(day, at_risk, begun[-1].share, begun[-1].low, begun[-1].high)


def survival(waits: Iterable[Wait]) -> Survival:
    """The product-limit estimate with pointwise log-log intervals, as Kalbfleisch and Prentice have them.

    An interval is None while everybody or nobody is left, where the method has none.
    """
    known = list(waits)
    if not known:
        return Survival(0, 0, ())
    from scipy.stats import CensoredData, ecdf  # takes a second to load, and only reports need it

    over = [one.days for one in known if one.is_over]
    last_seen = [one.days for one in known if not one.is_over]
    curve = ecdf(CensoredData(uncensored=over, right=last_seen)).sf
    days = [int(day) for day in curve.quantiles]
    shares = [min(1.0, max(0.0, float(share))) for share in curve.probabilities]
    lows, highs = _interval(curve)
    seen = sorted(one.days for one in known)
    at_risk = [len(seen) - bisect_left(seen, day) for day in days]
    return Survival(len(known), len(over), tuple(map(Step, days, at_risk, shares, lows, highs)))


def _interval(curve: Any) -> tuple[list[float | None], list[float | None]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # says that ends of the curve have none, which we tell by None
        interval = curve.confidence_interval(confidence_level=0.95, method="log-log")
    low, high = (
        [None if isnan(one) else float(one) for one in end.probabilities] for end in (interval.low, interval.high)
    )
    return low, high
