"""The sentence that reads a row of numbers out."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from app.language import Language
from app.outcomes.sentence import sentence
from app.rules.disclosure import publish
from app.rules.metrics import METRICS
from app.rules.outcome_numbers import OutcomeRow, StateCounts, outcome_row

METRIC = METRICS["retention_6_months_in_work"]


def row(**counts: int) -> OutcomeRow:
    return outcome_row(
        metric=METRIC.code,
        version=METRIC.version,
        group={},
        counts=StateCounts(**counts),
        as_of=date(2024, 6, 30),
        known_at=datetime(2024, 7, 1, tzinfo=UTC),
    )


def test_the_rate_with_who_is_known_and_between_which_bounds() -> None:
    numbers = row(yes=108, no=85, unanswered=19)

    assert sentence(numbers, METRIC, Language.ENGLISH) == (
        "56 % still in work after 6 months (108 of 193 known; 91 % answered; between 51 % and 60 % of all 212 due)"
    )
    assert sentence(numbers, METRIC, Language.DUTCH) == (
        "56 % nog aan het werk na 6 maanden (108 van 193 bekend; 91 % antwoord; "
        "tussen 51 % en 60 % van alle 212 die aan de beurt zijn)"
    )


def test_where_everyone_is_known_there_are_no_bounds_to_tell() -> None:
    assert sentence(row(yes=108, no=85), METRIC, Language.ENGLISH) == (
        "56 % still in work after 6 months (108 of 193; it is known of everyone)"
    )


def test_bounds_that_read_alike_are_not_told() -> None:
    assert sentence(row(yes=400, no=399, unanswered=1), METRIC, Language.ENGLISH) == (
        "50 % still in work after 6 months (400 of 799 known; 100 % answered)"
    )


def test_under_eighty_percent_answered_the_bounds_come_first_and_the_rate_is_called_weak() -> None:
    assert sentence(row(yes=5, unanswered=5), METRIC, Language.ENGLISH) == (
        "between 50 % and 100 % still in work after 6 months; only 5 of the 10 due are known (50 % answered), "
        "so that 100 % of the known (5 of 5) is a weak figure"
    )


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ({"not_yet_due": 200}, "nobody is due yet (200 later)"),
        ({}, "there is nobody to count"),
        ({"unanswered": 7}, "nothing is known of any of the 7 who are due"),
    ],
)
def test_without_a_rate_it_says_why(counts: dict[str, int], words: str) -> None:
    assert sentence(row(**counts), METRIC, Language.ENGLISH) == words


def test_a_hidden_group_gives_no_number_away() -> None:
    (hidden,) = publish([row(yes=3, no=1)])

    assert sentence(hidden, METRIC, Language.DUTCH) == "niet getoond: het gaat om te weinig mensen"
