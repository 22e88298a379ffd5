"""The Wilson interval, against figures worked out by hand from its formula."""

from __future__ import annotations

import pytest

from app.rules.intervals import wilson_interval


@pytest.mark.parametrize(
    ("yes", "known", "low", "high"),
    [(5, 5, 0.5655, 1.0), (0, 10, 0.0, 0.2775), (81, 263, 0.2553, 0.3662), (112, 200, 0.4907, 0.6270)],
)
def test_interval_of_a_share(yes: int, known: int, low: float, high: float) -> None:
    assert wilson_interval(yes, known) == pytest.approx((low, high), abs=0.0001)


def test_no_interval_when_nobody_is_known() -> None:
    assert wilson_interval(0, 0) is None
