"""A horizon in months ends on a day that exists."""

from __future__ import annotations

from datetime import date

import pytest

from app.rules.calendar import add_months


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2022, 8, 31), 6, date(2023, 2, 28)),
        (date(2023, 8, 31), 6, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2023, 12, 31), 2, date(2024, 2, 29)),
        (date(2023, 1, 31), 3, date(2023, 4, 30)),
        (date(2023, 9, 8), 6, date(2024, 3, 8)),
        (date(2023, 12, 1), 1, date(2024, 1, 1)),
        (date(2023, 5, 5), 0, date(2023, 5, 5)),
    ],
)
def test_months_are_counted_on_the_calendar_and_clipped_at_the_end_of_a_month(
    day: date, months: int, expected: date
) -> None:
    assert add_months(day, months) == expected
