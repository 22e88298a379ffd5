"""Readers of days. A day that does not exist, or that asks for a guess, is a conflict."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

from app.exchange.cell import Cell, shown
from app.exchange.reading import ColumnContext, Misread, Reading
from app.rules.sentence import Sentence

RIGHT = Sentence("a day that exists, such as 31-12-2023")

YEAR_FIRST = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})")
YEAR_LAST = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})")
MIDNIGHT = re.compile(r"[T ]00:00(:00(\.0+)?)?$")

EARLIEST_YEAR = 1900
EXCEL_DAY_ZERO = dt.date(1899, 12, 30)
EXCEL_DAYS = range(20_000, 80_000)  # 1954 to 2119
YOUNGEST = 14
OLDEST = 100

Centuries = Callable[[int], tuple[int, ...]]
"""The years that a two-digit year may stand for."""


def a_day(cell: Cell, column: ColumnContext) -> Reading:
    """A day, read in the order day, month, year; a two-digit year lies in this century."""
    return _read(cell, column, lambda short: (2000 + short,))


def a_birth_day(cell: Cell, column: ColumnContext) -> Reading:
    """A day of birth. Of the two centuries a two-digit year allows, the one that gives a working age
    (14 to 100 years) is meant; when neither or both do, it is a conflict."""

    def centuries(short: int) -> tuple[int, ...]:
        both = (1900 + short, 2000 + short)
        likely = tuple(year for year in both if YOUNGEST <= column.today.year - year <= OLDEST)
        return likely or both

    return _read(cell, column, centuries)


def _read(cell: Cell, column: ColumnContext, centuries: Centuries) -> Reading:
    if isinstance(cell, dt.datetime):
        return _within_reach(cell.date(), column)
    if isinstance(cell, dt.date):
        return _within_reach(cell, column)
    if isinstance(cell, str):
        return _read_text(MIDNIGHT.sub("", cell.strip()), column, centuries)
    if isinstance(cell, float) and cell in EXCEL_DAYS:
        # A day whose cell lost its date format; or a number that was never a day. The owner knows.
        day = EXCEL_DAY_ZERO + dt.timedelta(days=int(cell))
        return Misread(Sentence("%(what)s is not a date", what=column.called), RIGHT, (shown(cell), shown(day)))
    return Misread(Sentence("%(what)s is not a date", what=column.called), RIGHT)


def _read_text(text: str, column: ColumnContext, centuries: Centuries) -> Reading:
    if match := YEAR_FIRST.fullmatch(text):
        year, first, second = int(match[1]), int(match[3]), int(match[4])
        return _day_or_conflict(text, column, (year,), month=first, day=second)
    if match := YEAR_LAST.fullmatch(text):
        first, second = int(match[1]), int(match[3])
        years = centuries(int(match[4])) if len(match[4]) == 2 else (int(match[4]),)
        return _day_or_conflict(text, column, years, month=second, day=first)
    return Misread(Sentence("%(what)s is not a date", what=column.called), RIGHT)


def _day_or_conflict(text: str, column: ColumnContext, years: tuple[int, ...], *, month: int, day: int) -> Reading:
    found = [meant for year in years if (meant := _existing(year, month, day))]
    if len(found) == 1:
        return _within_reach(found[0], column)
    if found:
        return Misread(
            Sentence("%(what)s can be read in more than one way", what=column.called),
            RIGHT,
            tuple(shown(meant) for meant in found),
        )
    swapped = [shown(meant) for year in years if (meant := _existing(year, day, month))]
    return Misread(Sentence("%(what)s does not exist", what=column.called), RIGHT, (text, *swapped))


def _existing(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _within_reach(day: dt.date, column: ColumnContext) -> Reading:
    if day.year < EARLIEST_YEAR:
        return Misread(
            Sentence("%(what)s out of range", what=column.called),
            Sentence("a day after %(year)s", year=str(EARLIEST_YEAR)),
        )
    return day
