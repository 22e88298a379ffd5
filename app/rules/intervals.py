"""Confidence intervals of a share of people."""

from __future__ import annotations

from functools import lru_cache


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
