"""What a count can be that is shown rounded to five: a zero is a zero, and nothing is shown under the threshold."""

from __future__ import annotations

from app.rules.other_worlds import ROUNDED_TO


def least(shown: int, threshold: int) -> int:
    """The smallest count that is shown so."""
    return max(threshold, shown - ROUNDED_TO // 2) if shown else 0


def most(shown: int) -> int:
    """The largest count that is shown so."""
    return shown + ROUNDED_TO // 2 if shown else 0
