"""How soon answers come after asking, and what each asking brings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from app.rules.code_lists import FollowUpState
from app.rules.product_limit import Reached, Wait, product_limit
from app.rules.response import AskedAbout

CURVE_DAYS = 60
"""As long as an answer is waited for after the day of the follow-up."""
TOLD_DAYS = (0, 1, 3, 7, 14, 21, 30, 45, 60)
"""The days that the table beside the curve tells of."""


@dataclass(frozen=True)
class Asking:
    """The first, second or third time: how many were asked so often, and how many answered before the next time."""

    nth: int
    asked: int
    answered: int


@dataclass(frozen=True)
class AnswerCurve:
    """Of all follow-ups that were asked: the share answered by each day since they were asked first."""

    asked: int
    answered: int
    points: tuple[Reached, ...]
    askings: tuple[Asking, ...]

    @property
    def drawn(self) -> list[Reached]:
        """The points of the days that are looked at."""
        return [point for point in self.points if point.day <= CURVE_DAYS]

    def told(self) -> list[Reached]:
        """The curve on a few days, as far as follow-ups were asked that long ago; `waiting` is how many on that day."""
        longest = max((point.day for point in self.points), default=-1)
        return [self._on(day) for day in TOLD_DAYS if day <= longest]

    def _on(self, day: int) -> Reached:
        before = [point for point in self.points if point.day <= day]
        waiting = next((point.waiting for point in self.points if point.day >= day), 0)
        return Reached(day, before[-1].share if before else 0.0, waiting)


def answer_curve(follow_ups: Iterable[AskedAbout], today: date) -> AnswerCurve:
    """Put the follow-ups together that were asked by a message or a link. One answered before that is no answer to it.

    A follow-up without an answer waits until today, also when it was closed: an answer may come late. One that was
    cancelled waited until then.
    """
    asked = [one for one in follow_ups if _was_asked_first(one)]
    waits = list(_waits(asked, today))
    most = max((one.times_asked for one in asked), default=0)
    return AnswerCurve(
        len(asked),
        sum(wait.is_over for wait in waits),
        tuple(product_limit(waits)),
        tuple(_asking(asked, nth) for nth in range(1, most + 1)),
    )


def _was_asked_first(one: AskedAbout) -> bool:
    answered_on = one.closed_on if one.state is FollowUpState.ANSWERED else None
    return one.first_asked_on is not None and (answered_on is None or answered_on >= one.first_asked_on)


def _waits(asked: Iterable[AskedAbout], today: date) -> Iterator[Wait]:
    for one in asked:
        is_over = one.state is FollowUpState.ANSWERED
        until = one.closed_on if is_over or one.state is FollowUpState.CANCELLED else None
        if one.first_asked_on:
            yield Wait(max(((until or today) - one.first_asked_on).days, 0), is_over)


def _asking(asked: Iterable[AskedAbout], nth: int) -> Asking:
    so_often = [one for one in asked if one.times_asked >= nth]
    answered = sum(1 for one in so_often if one.times_asked == nth and one.state is FollowUpState.ANSWERED)
    return Asking(nth, len(so_often), answered)
