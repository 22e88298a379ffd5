"""How long before a day something was."""

from __future__ import annotations

from datetime import date

from app.rules.calendar import add_months
from app.rules.sentence import Sentence

DAYS_AS_DAYS = 60
"""Up to so many days the days are counted, and from there on the whole calendar months."""


def time_before(day: date, before: date) -> Sentence:
    """Say how long before a day another day was."""
    days = (before - day).days
    if days == 0:
        return Sentence("on the day of this check")
    if days == 1:
        return Sentence("the day before this check")
    if days <= DAYS_AS_DAYS:
        return Sentence("%(days)s days before this check", days=days)
    return Sentence("%(months)s months before this check", months=whole_months(day, before))


def whole_months(first: date, last: date) -> int:
    """How many whole calendar months fit between two days."""
    months = (last.year - first.year) * 12 + last.month - first.month
    return months if add_months(first, months) <= last else months - 1


def whole_years(first: date, last: date) -> int:
    """How many birthdays somebody born on the first day has had; of 29 February, 28 February in other years."""
    return whole_months(first, last) // 12
