"""Confidence intervals of a share of people."""

from __future__ import annotations

from functools import lru_cache
from math import hypot


@lru_cache(maxsize=65_536)
def wilson_interval(yes: int, known: int) -> tuple[float, float] | None:
    """The 95 % Wilson score interval of yes out of known, as fractions; None when nobody is known.

    Wilson rather than the textbook normal interval: it stays inside 0 and 1 and keeps its promise
    for the small groups that programmes have.
    """
    if known == 0:
        return None
    from scipy.stats import binomtest  # takes a second to load, and only reports need it

    interval = binomtest(yes, known).proportion_ci(confidence_level=0.95, method="wilson")
    return float(interval.low), float(interval.high)


def newcombe_interval(yes: int, known: int, yes_there: int, known_there: int) -> tuple[float, float] | None:
    """The 95 % interval of the difference between two shares, this one less that one; None when nobody is known.

    Newcombe's method 10 (Statistics in Medicine 17, 1998): the Wilson intervals of both shares put together.
    """
    here, there = wilson_interval(yes, known), wilson_interval(yes_there, known_there)
    if here is None or there is None:
        return None
    share, share_there = yes / known, yes_there / known_there
    difference = share - share_there
    return (
        difference - hypot(share - here[0], there[1] - share_there),
        difference + hypot(here[1] - share, share_there - there[0]),
    )
