"""Confidence intervals of a share of people."""

from __future__ import annotations

from math import hypot, sqrt
from statistics import NormalDist

Z = NormalDist().inv_cdf(0.975)
"""How many standard errors a 95 % interval reaches to each side."""


def wilson_interval(yes: int, known: int) -> tuple[float, float] | None:
    """The 95 % Wilson score interval of yes out of known, as fractions; None when nobody is known.

    Wilson rather than the textbook normal interval: it stays inside 0 and 1 and keeps its promise
    for the small groups that programmes have.
    """
    if known == 0:
        return None
    centre = yes + Z * Z / 2
    reach = Z * sqrt(yes * (known - yes) / known + Z * Z / 4)
    low, high = (centre - reach) / (known + Z * Z), (centre + reach) / (known + Z * Z)
    return (0.0 if yes == 0 else low), (1.0 if yes == known else high)


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
