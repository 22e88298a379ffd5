"""Which ratings somebody should act on."""

from datetime import date

import pytest

from app.rules.rating_signal import Score, Signal, signal_of, signals_in


@pytest.mark.parametrize(
    ("score", "before", "signal"),
    [
        (1, None, Signal.LOW),
        (2, None, Signal.LOW),
        (2, 1, Signal.LOW),
        (2, 5, Signal.LOW),
        (3, None, None),
        (3, 3, None),
        (3, 2, None),
        (3, 4, Signal.FALLING),
        (3, 5, Signal.FALLING),
        (4, 5, None),
        (5, 5, None),
    ],
)
def test_a_low_score_or_one_that_no_longer_satisfies_is_a_signal(
    score: int, before: int | None, signal: Signal | None
) -> None:
    assert signal_of(score, before) is signal


def test_a_score_is_compared_with_the_one_before_about_the_same() -> None:
    def said(month: int, score: int, dimension: str = "job", placement: str = "A", by: str = "participant") -> Score:
        return Score(by, dimension, placement, date(2026, month, 1), score)

    scores = [
        said(1, 5),
        said(1, 5, dimension="guidance"),
        said(3, 3),
        said(3, 4, dimension="guidance"),
        said(4, 3, placement="B"),
        said(4, 3, by="employer"),
        said(6, 3),
    ]
    assert [(one.rated_on.month, signal) for one, signal in signals_in(scores)] == [(3, Signal.FALLING)]
