"""Which day an edition is about."""

from datetime import date

import pytest

from app.rules.code_lists import ReferenceDay
from app.rules.reference_day import reference_day


@pytest.mark.parametrize(
    ("chosen", "today", "day"),
    [
        (ReferenceDay.DAY_ITSELF, date(2026, 3, 31), date(2026, 3, 31)),
        (ReferenceDay.LAST_MONTH, date(2026, 3, 31), date(2026, 2, 28)),
        (ReferenceDay.LAST_MONTH, date(2026, 1, 1), date(2025, 12, 31)),
        (ReferenceDay.LAST_QUARTER, date(2026, 3, 31), date(2025, 12, 31)),
        (ReferenceDay.LAST_QUARTER, date(2026, 4, 1), date(2026, 3, 31)),
        (ReferenceDay.LAST_QUARTER, date(2026, 12, 31), date(2026, 9, 30)),
        (ReferenceDay.LAST_YEAR, date(2026, 12, 31), date(2025, 12, 31)),
    ],
)
def test_a_period_counts_once_it_is_wholly_over(chosen: ReferenceDay, today: date, day: date) -> None:
    assert reference_day(chosen, today) == day
