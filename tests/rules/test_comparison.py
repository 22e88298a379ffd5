"""The difference between two groups, held against published intervals."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from app.rules.comparison import comparisons
from app.rules.disclosure import publish
from app.rules.intervals import newcombe_interval
from app.rules.outcome_numbers import OutcomeRow, StateCounts, outcome_row


@pytest.mark.parametrize(
    ("counts", "published"),
    [
        ((56, 70, 48, 80), (0.0524, 0.3339)),
        ((9, 10, 3, 10), (0.1705, 0.8090)),
        ((6, 7, 2, 7), (0.0582, 0.8062)),
        ((5, 56, 0, 29), (-0.0381, 0.1926)),
        ((0, 10, 0, 20), (-0.1611, 0.2775)),
        ((10, 10, 0, 10), (0.6075, 1.0)),
    ],
)
def test_the_intervals_that_newcombe_published_come_back(
    counts: tuple[int, int, int, int], published: tuple[float, float]
) -> None:
    """Table II, method 10, of Newcombe, Statistics in Medicine 17 (1998) 873-890."""
    assert newcombe_interval(*counts) == pytest.approx(published, abs=0.0001)


def test_without_answers_in_one_group_nothing_is_comparisons() -> None:
    assert newcombe_interval(3, 4, 0, 0) is None
    assert comparisons([row({}, 8, 2), row({"gender": "female"}, 8, 2), row({"gender": "male"}, 0, 0)]) == []


def test_of_two_groups_the_first_is_held_against_the_second() -> None:
    women, men = row({"gender": "female"}, 56, 14), row({"gender": "male"}, 48, 32)

    (found,) = comparisons([row({}, 104, 46), women, men])

    assert (found.row, found.against) == (women, men)
    assert (found.difference, found.low, found.high) == pytest.approx((0.2, 0.0524, 0.3339), abs=0.0001)


def test_of_more_groups_each_is_held_against_the_others_together() -> None:
    one, two, three = (
        row({"cohort": name}, *counts) for name, counts in (("1", (56, 14)), ("2", (30, 20)), ("3", (18, 12)))
    )

    found = comparisons([row({}, 104, 46), one, two, three])

    assert [each.row for each in found] == [one, two, three]
    assert (found[0].difference, found[0].low, found[0].high) == pytest.approx((0.2, 0.0524, 0.3339), abs=0.0001)
    assert found[0].against is None


def test_what_is_withheld_is_not_comparisons() -> None:
    published = publish([row({}, 42, 18), row({"gender": "female"}, 39, 15), row({"gender": "male"}, 3, 3)])

    assert comparisons(published) == []


def row(group: dict[str, str | None], yes: int, no: int) -> OutcomeRow:
    return outcome_row(
        metric="placed_within_12_months",
        version=1,
        group=group,
        counts=StateCounts(yes=yes, no=no),
        as_of=date(2026, 1, 1),
        known_at=datetime(2026, 1, 1, tzinfo=UTC),
    )
