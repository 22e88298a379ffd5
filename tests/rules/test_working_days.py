"""Which days are Dutch working days."""

from datetime import date

import pytest

from app.rules.working_days import easter_sunday, first_working_day, holidays, is_working_day


@pytest.mark.parametrize(
    ("year", "easter"),
    [
        (2008, (3, 23)),
        (2024, (3, 31)),
        (2025, (4, 20)),
        (2026, (4, 5)),
        (2027, (3, 28)),
        (2028, (4, 16)),
        (2038, (4, 25)),
    ],
)
def test_easter(year: int, easter: tuple[int, int]) -> None:
    assert easter_sunday(year) == date(year, *easter)


@pytest.mark.parametrize(
    ("day", "is_open"),
    [
        (date(2026, 3, 2), True),  # a Monday
        (date(2026, 3, 7), False),  # a Saturday
        (date(2026, 3, 8), False),
        (date(2026, 1, 1), False),
        (date(2026, 4, 3), True),  # Good Friday
        (date(2026, 4, 6), False),  # Easter Monday
        (date(2026, 4, 27), False),  # King's Day
        (date(2025, 4, 26), False),  # King's Day when the 27th is a Sunday
        (date(2025, 5, 5), False),  # Liberation Day in a lustrum year
        (date(2026, 5, 5), True),
        (date(2026, 5, 14), False),  # Ascension Day
        (date(2026, 5, 15), True),
        (date(2026, 5, 25), False),  # Whit Monday
        (date(2026, 12, 24), True),
        (date(2026, 12, 25), False),
        (date(2025, 12, 26), False),
        (date(2026, 12, 31), True),
    ],
)
def test_days_on_which_offices_are_open(day: date, is_open: bool) -> None:
    assert is_working_day(day) is is_open


def test_after_christmas_and_a_weekend_work_goes_on_on_monday() -> None:
    assert first_working_day(date(2026, 12, 25)) == date(2026, 12, 28)
    assert first_working_day(date(2026, 12, 28)) == date(2026, 12, 28)


def test_kings_day_moves_only_when_it_falls_on_a_sunday() -> None:
    assert date(2025, 4, 27) not in holidays(2025)
    assert date(2026, 4, 26) not in holidays(2026)
