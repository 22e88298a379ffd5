"""Counting in calendar months."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def add_months(day: date, months: int) -> date:
    """The same day of the month so many months later, or earlier; the last day of that month when it is shorter.

    31 August plus six months is 28 February, or 29 in a leap year.
    """
    years, month_index = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month_index + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
