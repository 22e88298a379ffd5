"""What leaves the programme team: nothing about fewer people than the threshold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pytest

from app.rules.disclosure import SUPPRESSED, PublishedRow, ThresholdTooLowError, publish
from app.rules.intervals import wilson_interval
from app.rules.outcome_numbers import OutcomeRow, StateCounts
from tests.rules.random_reports import exact_row

COUNTS = ("cohort", "excluded", "not_yet_due", "due", "yes", "no", "unanswered", "unreachable", "refused")
KINDS_OF_UNKNOWN = ("unanswered", "unreachable", "refused")


def report_of(groups: dict[str, dict[str, int]]) -> list[OutcomeRow]:
    """The total and its groups, which share nobody."""
    total = sum((Counter(counts) for counts in groups.values()), Counter())
    return [
        exact_row("retention", StateCounts(**total)),
        *(exact_row("retention", StateCounts(**counts), name) for name, counts in groups.items()),
    ]


def withheld(row: PublishedRow) -> set[str]:
    return {count for count in COUNTS if getattr(row, count) is SUPPRESSED}


def of_group(rows: Sequence[PublishedRow], name: str) -> PublishedRow:
    return next(row for row in rows if row.group == ({"municipality": name} if name else {}))


@pytest.mark.parametrize(("no", "shown"), [(0, 0), (1, SUPPRESSED), (9, SUPPRESSED), (10, 10), (12, 10), (13, 15)])
def test_a_count_is_shown_from_the_threshold_on_and_rounded_to_five(no: int, shown: object) -> None:
    [row] = publish([exact_row("retention", StateCounts(yes=100, no=no, unanswered=40))])
    assert row.no == shown


@pytest.mark.parametrize("threshold", [-1, 0, 4])
def test_a_threshold_under_five_is_refused(threshold: int) -> None:
    with pytest.raises(ThresholdTooLowError):
        publish([exact_row("retention", StateCounts(yes=100))], threshold)


def test_the_lowest_threshold_withholds_four_and_shows_five() -> None:
    [row] = publish([exact_row("retention", StateCounts(yes=5, no=40, unanswered=4, unreachable=30))], 5)
    assert (row.yes, row.unanswered) == (5, SUPPRESSED)


def test_a_report_without_small_counts_shows_everything() -> None:
    rows = publish(report_of({"GM0344": {"yes": 31, "no": 12}, "GM0321": {"yes": 24, "no": 18}}))
    assert all(withheld(row) == set() and not row.suppressed for row in rows)


def test_a_withheld_count_is_marked_on_its_row() -> None:
    [row] = publish([exact_row("retention", StateCounts(yes=100, no=3, unanswered=50))])
    assert row.suppressed


def test_under_a_group_that_is_too_small_even_zeros_are_withheld() -> None:
    rows = publish(report_of({"GM0344": {"yes": 3}, "GM0321": {"yes": 60, "no": 30}, "GM0307": {"yes": 8, "no": 9}}))
    assert withheld(of_group(rows, "GM0344")) == set(COUNTS)


def test_a_group_in_which_nobody_is_due_yet_shows_its_zeros() -> None:
    [row] = publish([exact_row("retention", StateCounts(not_yet_due=200))])
    assert (row.not_yet_due, row.due, row.yes, row.rate) == (200, 0, 0, None)


def test_a_lone_small_group_takes_another_with_it() -> None:
    groups: dict[str, dict[str, int]] = {"GM0344": {"yes": 6}, "GM0321": {"yes": 60}, "GM0307": {"yes": 25}}
    rows = publish(report_of(groups))
    hidden = [name for name in groups if of_group(rows, name).yes is SUPPRESSED]
    assert hidden == ["GM0344", "GM0307"]
    assert of_group(rows, "").yes == 90


def test_in_no_sum_one_withheld_count_stands_alone() -> None:
    rows = publish([exact_row("retention", StateCounts(excluded=2, not_yet_due=40, yes=90, no=45, refused=4))])
    assert len(withheld(rows[0]) & {"cohort", "excluded", "not_yet_due", "due"}) > 1
    assert len(withheld(rows[0]) & {"due", "yes", "no", *KINDS_OF_UNKNOWN}) > 1


def test_what_is_left_after_subtracting_is_never_a_small_count() -> None:
    [row] = publish([exact_row("admitted", StateCounts(yes=60, no=3))])
    assert row.no is SUPPRESSED
    assert SUPPRESSED in (row.yes, row.due)


def test_the_kinds_of_unknown_go_before_yes_no_and_due() -> None:
    [row] = publish([exact_row("retention", StateCounts(yes=90, no=45, unanswered=38, unreachable=20, refused=4))])
    assert (row.due, row.yes, row.no) == (195, 90, 45)
    assert withheld(row) == {"refused", "unreachable"}


def test_a_count_that_two_metrics_share_is_withheld_in_both() -> None:
    rows = publish(
        [
            exact_row("in_work", StateCounts(excluded=2, not_yet_due=31, yes=60, no=20)),
            exact_row("same_employer", StateCounts(excluded=2, not_yet_due=31, yes=50, no=30)),
        ]
    )
    assert withheld(rows[0]) == withheld(rows[1]) == {"excluded", "not_yet_due"}


def test_the_total_is_the_same_in_every_grouping() -> None:
    groups = {
        "GM0344": {"yes": 4, "no": 31},
        "GM0321": {"yes": 60, "no": 2},
        "GM0307": {"yes": 25, "refused": 3},
    }
    rows = report_of(groups)
    assert publish(rows)[0] == publish(rows[:1])[0]


def test_rates_come_from_the_counts_as_they_are_shown() -> None:
    [row] = publish([exact_row("retention", StateCounts(yes=108, no=85, unanswered=20))])
    assert (row.yes, row.no, row.due) == (110, 85, 215)
    assert (row.rate, row.response_rate, row.lower) == (110 / 195, 195 / 215, 110 / 215)
    assert row.upper == (215 - 85) / 215
    assert (row.interval_low, row.interval_high) == wilson_interval(110, 195)


def test_the_rate_lies_between_its_bounds_also_after_rounding() -> None:
    [row] = publish([exact_row("retention", StateCounts(yes=13, no=13))])
    assert (row.yes, row.no, row.due) == (15, 15, 25)
    assert (row.lower, row.rate, row.upper, row.response_rate) == (0.5, 0.5, 0.5, 1.0)


def test_no_rate_is_made_with_a_withheld_count() -> None:
    [row] = publish([exact_row("retention", StateCounts(yes=100, no=3, unanswered=50))])
    assert (row.rate, row.response_rate, row.interval_low) == (None, None, None)


def test_no_rate_is_made_of_fewer_people_than_the_threshold() -> None:
    [row] = publish([exact_row("retention", StateCounts(not_yet_due=50, yes=7))], 7)
    assert (row.due, row.rate, row.lower) == (5, None, None)


def test_answers_that_are_mostly_about_one_employer_are_withheld() -> None:
    [row] = publish([exact_row("retention", StateCounts(yes=60, no=40), largest_employer_share=0.81)])
    assert withheld(row) >= {"yes", "no"}
    assert row.rate is None


def test_a_report_that_lacks_a_group_of_a_metric_is_refused() -> None:
    rows = [*report_of({"GM0344": {"yes": 30}}), exact_row("match", StateCounts(yes=30))]
    with pytest.raises(ValueError, match="each of its groups"):
        publish(rows)


def test_rows_come_back_in_the_order_they_came_in() -> None:
    rows = report_of({"GM0344": {"yes": 30}, "GM0307": {"yes": 20}})
    assert [row.group for row in publish(rows)] == [row.group for row in rows]


def test_nobody_at_all_is_no_secret() -> None:
    assert publish([]) == []
    [row] = publish([exact_row("retention", StateCounts())])
    assert withheld(row) == set()
