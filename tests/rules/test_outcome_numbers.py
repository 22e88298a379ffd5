"""Counts become rates, bounds and an interval."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from app.rules.outcome_numbers import OutcomeRow, StateCounts, outcome_row


def row_of(counts: StateCounts) -> OutcomeRow:
    return outcome_row(
        metric="retention_6_months_in_work",
        version=1,
        group={},
        counts=counts,
        as_of=date(2024, 6, 30),
        known_at=datetime(2024, 7, 1, tzinfo=UTC),
    )


def test_the_example_of_the_report_sentence() -> None:
    row = row_of(StateCounts(yes=108, no=85, unanswered=19))

    assert row.rate == pytest.approx(0.56, abs=0.005)
    assert row.response_rate == pytest.approx(0.91, abs=0.005)
    assert row.lower == pytest.approx(0.51, abs=0.005)
    assert row.upper == pytest.approx(0.60, abs=0.005)


def test_everyone_has_exactly_one_state_so_the_counts_add_up() -> None:
    row = row_of(StateCounts(excluded=1, not_yet_due=2, yes=3, no=4, unanswered=5, unreachable=6, refused=7))

    assert row.due == 3 + 4 + 5 + 6 + 7
    assert row.cohort == 1 + 2 + row.due


def test_excluded_and_not_yet_due_people_leave_numerator_and_denominator_both() -> None:
    with_them = row_of(StateCounts(excluded=9, not_yet_due=30, yes=3, no=1, unanswered=2))
    without_them = row_of(StateCounts(yes=3, no=1, unanswered=2))

    assert (with_them.rate, with_them.lower, with_them.upper) == (
        without_them.rate,
        without_them.lower,
        without_them.upper,
    )


def test_nobody_due_gives_no_rate_rather_than_zero() -> None:
    row = row_of(StateCounts(not_yet_due=200))

    assert row.cohort == 200
    assert row.due == 0
    assert [row.response_rate, row.rate, row.lower, row.upper, row.interval_low, row.interval_high] == [None] * 6


def test_nobody_known_gives_bounds_but_no_rate() -> None:
    row = row_of(StateCounts(unanswered=4))

    assert row.rate is None
    assert (row.response_rate, row.lower, row.upper) == (0.0, 0.0, 1.0)


@pytest.mark.parametrize("hidden_yes", range(6))
def test_the_bounds_hold_whatever_the_unknown_people_would_have_answered(hidden_yes: int) -> None:
    row = row_of(StateCounts(yes=7, no=4, unanswered=2, unreachable=2, refused=1))
    truth = row_of(StateCounts(yes=7 + hidden_yes, no=4 + 5 - hidden_yes))

    assert row.lower is not None
    assert row.upper is not None
    assert truth.rate is not None
    assert row.lower <= truth.rate <= row.upper
