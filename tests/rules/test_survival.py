"""Kaplan and Meier, held against published figures."""

from __future__ import annotations

import pytest

from app.rules.product_limit import Wait, product_limit
from app.rules.survival import Survival, survival

IN_REMISSION = "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+"
"""Weeks of remission of 21 patients on 6-MP; + is still in remission. Freireich et al., Blood 21 (1963)."""


def read(text: str) -> list[Wait]:
    return [Wait(int(one.rstrip("+")), is_over=not one.endswith("+")) for one in text.split()]


def freireich() -> Survival:
    return survival(read(IN_REMISSION))


def test_the_curve_of_the_6_mp_trial_comes_back_with_the_number_at_risk() -> None:
    published = {6: (21, 0.857), 7: (17, 0.807), 10: (15, 0.753), 13: (12, 0.690), 16: (11, 0.627)}
    published |= {22: (7, 0.538), 23: (6, 0.448)}

    steps = {step.day: (step.at_risk, round(step.share, 3)) for step in freireich().steps}

    assert {day: steps[day] for day in published} == published


def test_the_intervals_of_the_6_mp_trial_are_the_log_log_ones() -> None:
    """As `survfit(..., conf.type = "log-log")` in R gives them."""
    (first, last) = (freireich().on(6), freireich().on(23))

    assert first is not None
    assert last is not None
    assert (first.low, first.high) == pytest.approx((0.620, 0.952), abs=0.0005)
    assert (last.low, last.high) == pytest.approx((0.188, 0.680), abs=0.0005)


def test_the_median_of_the_6_mp_trial_is_23_weeks_and_three_quarters_is_not_reached() -> None:
    curve = freireich()

    assert (curve.day_reached(0.25), curve.day_reached(0.5), curve.day_reached(0.75)) == (13, 23, None)


def test_it_agrees_with_the_shares_that_the_desk_counts() -> None:
    waits = read("0 3 3+ 5 9+ 9 14+ 20")

    steps, reached = survival(waits).steps, product_limit(waits)
    assert [(one.day, one.waiting) for one in reached] == [(step.day, step.at_risk) for step in steps]
    assert [1 - one.share for one in reached] == pytest.approx([step.share for step in steps])


def test_nothing_is_said_of_days_beyond_those_on_which_anybody_was_seen() -> None:
    curve = survival(read("5 8+"))

    assert curve.on(9) is None
    before = curve.on(4)
    assert before is not None
    assert (before.at_risk, before.share) == (2, 1.0)


def test_where_all_or_none_are_left_there_is_no_interval() -> None:
    (early, end) = survival(read("2+ 5 5")).steps

    assert (early.share, early.low, end.share, end.high) == (1.0, None, 0.0, None)


def test_without_people_there_is_no_curve() -> None:
    assert survival([]) == Survival(0, 0, ())
