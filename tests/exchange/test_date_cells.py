"""How days are read: in day-month order, and never by guessing."""

from __future__ import annotations

import datetime as dt

import pytest

from app.exchange.cell import Cell
from app.exchange.date_cells import a_birth_day, a_day
from app.exchange.reading import ColumnContext, Misread
from app.rules.sentence import Sentence

COLUMN = ColumnContext(Sentence("it"), dt.date(2026, 11, 21))


@pytest.mark.parametrize(
    "cell",
    [
        dt.date(2023, 12, 31),
        dt.datetime(2023, 12, 31, 9, 30),  # noqa: DTZ001 -- a spreadsheet knows no time zones
        "31-12-2023",
        "31/12/2023",
        "31.12.2023",
        "31-12-23",
        "2023-12-31",
        "2023-12-31 00:00:00",
        " 31-12-2023 ",
    ],
)
def test_the_ways_to_write_a_day(cell: Cell) -> None:
    assert a_day(cell, COLUMN) == dt.date(2023, 12, 31)


def test_the_day_comes_before_the_month() -> None:
    assert a_day("03-04-2023", COLUMN) == dt.date(2023, 4, 3)
    assert a_day("3/4/23", COLUMN) == dt.date(2023, 4, 3)


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("31-02-1990", ("31-02-1990",)),
        ("29-02-2023", ("29-02-2023",)),
        ("12/31/2023", ("12/31/2023", "31-12-2023")),
        ("2023-31-12", ("2023-31-12", "31-12-2023")),
        ("00-01-2023", ("00-01-2023",)),
    ],
)
def test_a_day_that_does_not_exist_is_a_conflict(text: str, readings: tuple[str, ...]) -> None:
    misread = a_day(text, COLUMN)
    assert isinstance(misread, Misread)
    assert misread.reason == "it does not exist"
    assert misread.readings == readings


def test_a_bare_number_is_a_conflict_with_the_day_it_may_stand_for() -> None:
    misread = a_day(45291.0, COLUMN)
    assert isinstance(misread, Misread)
    assert misread.readings == ("45291", "31-12-2023")


@pytest.mark.parametrize("cell", ["december 2023", "31-12", "2023", 3.5, True, "1-2-3-4", "31-12/2023", "٣١-12-2023x"])
def test_what_is_no_day_is_an_error(cell: Cell) -> None:
    misread = a_day(cell, COLUMN)
    assert isinstance(misread, Misread)
    assert misread.reason == "it is not a date"
    assert misread.readings == ()


def test_a_day_before_1900_is_out_of_range() -> None:
    misread = a_day("01-01-0223", COLUMN)
    assert isinstance(misread, Misread)
    assert misread.reason == "it out of range"


@pytest.mark.parametrize(("text", "year"), [("03-02-68", 1968), ("03-02-99", 1999), ("03-02-05", 2005)])
def test_a_birth_year_of_two_digits_gives_a_working_age(text: str, year: int) -> None:
    assert a_birth_day(text, COLUMN) == dt.date(year, 2, 3)


def test_a_birth_year_of_two_digits_that_could_be_two_centuries_is_a_conflict() -> None:
    misread = a_birth_day("03-02-20", COLUMN)
    assert isinstance(misread, Misread)
    assert misread.readings == ("03-02-1920", "03-02-2020")
