"""The response counted: per month of follow-up, per month of the calendar, and of the past year."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from app.rules.calendar import add_months
from app.rules.code_lists import FollowUpState
from app.rules.response import KNOWN, AskedAbout, DueQuestion, Standing

LATELY = timedelta(days=365)
"""Of the follow-ups of the past year the desk says how many were answered."""
MONTHS_SHOWN = 12

Key = TypeVar("Key", int, date)


@dataclass(frozen=True, kw_only=True)
class CountedResponse:
    """Questions whose day has come: how many were asked by a message or a link, and where all of them stand."""

    asked: int
    standings: Counter[Standing]

    @property
    def due(self) -> int:
        """How many questions have come to their day."""
        return self.standings.total()

    @property
    def known(self) -> int:
        """Of how many the answer is known."""
        return self.among(KNOWN)

    @property
    def rate(self) -> float | None:
        """Known of all that are due; None where nothing is due."""
        return self.rate_with(0)

    def among(self, standings: Iterable[Standing]) -> int:
        """How many stand in one of these ways."""
        return sum(self.standings[standing] for standing in standings)

    def rate_with(self, more: int) -> float | None:
        """What the response would be with so many answers more."""
        return (self.known + more) / self.due if self.due else None


@dataclass(frozen=True, kw_only=True)
class MonthResponse(CountedResponse):
    """The questions of one month of follow-up: three months after the start, or six."""

    month: int


@dataclass(frozen=True, kw_only=True)
class CalendarResponse(CountedResponse):
    """The questions whose day lay in one month of the calendar, of all months of follow-up together."""

    first_day: date


def response_by_month(questions: Iterable[DueQuestion], months: Iterable[int]) -> list[MonthResponse]:
    """The response per month of follow-up, in order."""
    asked, standings = _counted((one.month, one) for one in questions)
    return [MonthResponse(month=month, asked=asked[month], standings=standings[month]) for month in sorted(set(months))]


def response_by_calendar_month(questions: Iterable[DueQuestion], today: date) -> list[CalendarResponse]:
    """The response per month of the calendar in which the day lay, this month and the eleven before it, in order.

    A question without a follow-up has no day of its own, and is in none of them.
    """
    asked, standings = _counted(
        (one.follow_up.due_on.replace(day=1), one) for one in questions if one.follow_up is not None
    )
    this_month = today.replace(day=1)
    months = (add_months(this_month, back) for back in range(1 - MONTHS_SHOWN, 1))
    return [CalendarResponse(first_day=first, asked=asked[first], standings=standings[first]) for first in months]


@dataclass(frozen=True)
class AnsweredLately:
    """Of the follow-ups of all months whose day was in the past year: how many were due, and how many answered."""

    due: int
    answered: int


def answered_lately(follow_ups: Iterable[AskedAbout], today: date) -> AnsweredLately:
    """Count the follow-ups of the past year; those that were cancelled are not asked."""
    due = [
        one for one in follow_ups if today - LATELY < one.due_on <= today and one.state is not FollowUpState.CANCELLED
    ]
    return AnsweredLately(len(due), sum(one.state is FollowUpState.ANSWERED for one in due))


def _counted(keyed: Iterable[tuple[Key, DueQuestion]]) -> tuple[Counter[Key], defaultdict[Key, Counter[Standing]]]:
    asked: Counter[Key] = Counter()
    standings: defaultdict[Key, Counter[Standing]] = defaultdict(Counter)
    for key, one in keyed:
        standings[key][one.standing] += 1
        asked[key] += one.follow_up is not None and one.follow_up.times_asked > 0
    return asked, standings
