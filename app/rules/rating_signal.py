"""Which ratings somebody should act on the same day.

A score of 1 or 2 of 5 is low: something is wrong, whatever came before. A score that is at least one point under the
one before it, and no longer satisfied (4 or 5), is falling: one point is the smallest step there is, and from 4 to 3 is
where satisfied ends. From 5 to 4 is no signal: both are satisfied, and people differ that much from day to day.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from app.rules.job_match import SATISFIED

LOW_SCORE = 2
"""The highest of the five scores that is low."""


class Signal(StrEnum):
    """Why a rating asks for action."""

    LOW = "low"
    FALLING = "falling"


class Score(NamedTuple):
    """One score: by whom, about what and which placement, on which day."""

    rated_by: str
    dimension: str
    placement_id: str | None
    rated_on: date
    score: int


def signal_of(score: int, before: int | None) -> Signal | None:
    """Tell whether a score (1 to 5) is a signal; `before` is the one before it, about the same, by the same."""
    if score <= LOW_SCORE:
        return Signal.LOW
    return Signal.FALLING if before is not None and score < before and score < SATISFIED else None


def signals_in(scores: Iterable[Score]) -> Iterator[tuple[Score, Signal]]:
    """Find the signals among scores that stand, given in the order of time."""
    before: dict[tuple[str, str, str | None], int] = {}
    for one in scores:
        about = one[:3]
        signal = signal_of(one.score, before.get(about))
        if signal:
            yield one, signal
        before[about] = one.score
