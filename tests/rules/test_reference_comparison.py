"""A result beside a figure from elsewhere: the difference, and how much of it can be chance."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.rules.outcome_numbers import OutcomeRow, StateCounts, outcome_row
from app.rules.reference_comparison import Reference, against, is_comparison_group

HOPE = Reference(metric="in_paid_work_at_end", what="HOPE", share=0.56, people=None, year=2022, source="Risbo")


def row(yes: int, no: int) -> OutcomeRow:
    return outcome_row(
        metric="in_paid_work_at_end",
        version=1,
        group={},
        counts=StateCounts(yes=yes, no=no),
        as_of=date(2026, 1, 1),
        known_at=datetime(2026, 1, 1, tzinfo=UTC),
        largest_employer_share=None,
    )


def test_without_the_number_of_people_only_ours_varies() -> None:
    found = against(HOPE, row(60, 40))
    assert found is not None
    assert found.difference == pytest.approx(0.04)
    assert (found.low, found.high) == pytest.approx((0.502 - 0.56, 0.691 - 0.56), abs=0.001)


def test_with_the_number_of_people_the_reference_varies_too() -> None:
    certain = against(HOPE, row(60, 40))
    found = against(replace(HOPE, people=50), row(60, 40))
    assert found is not None
    assert certain is not None
    assert found.difference == pytest.approx(certain.difference)
    assert found.low < certain.low
    assert found.high > certain.high


def test_where_nothing_is_known_nothing_is_compared() -> None:
    assert against(HOPE, row(0, 0)) is None


@pytest.mark.parametrize(
    ("level", "comparison", "by_design"),
    [
        (3, "People on the waiting list", True),
        (2, "People on the waiting list", False),
        (4, None, False),
        (None, "x", False),
    ],
)
def test_only_an_evaluation_that_compares_with_a_group_says_more_than_a_reference(
    level: int | None, comparison: str | None, by_design: bool
) -> None:
    assert is_comparison_group(level, comparison) is by_design
