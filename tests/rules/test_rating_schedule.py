"""When both sides of a job are asked what they think of it."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest

from app.rules.calendar import add_months
from app.rules.code_lists import PlacementEndReason, RatedBy, SpellKind
from app.rules.rating_schedule import (
    MONTHS_OF_RATINGS,
    AskState,
    ask_state,
    closes_on,
    opens_on,
    plan_ratings,
)

START = date(2025, 8, 31)
DUE = date(2025, 9, 30)
AT = datetime(2025, 10, 1, tzinfo=UTC)


def days(ends_on: date | None = None, kind: SpellKind = SpellKind.REGULAR_JOB, reason: object = None) -> list[date]:
    planned = plan_ratings(kind, START, ends_on, reason)
    return [one.due_on for one in planned if one.rated_by is RatedBy.PARTICIPANT]


def test_both_are_asked_after_one_three_and_six_months() -> None:
    planned = plan_ratings(SpellKind.REGULAR_JOB, START, None, None)
    assert [(one.month, one.rated_by) for one in planned] == [
        (month, rater) for month in (1, 3, 6) for rater in (RatedBy.PARTICIPANT, RatedBy.EMPLOYER)
    ]
    assert days() == [DUE, date(2025, 11, 30), date(2026, 2, 28)]


def test_nothing_is_asked_about_a_day_after_the_last_day_worked() -> None:
    assert days(ends_on=date(2025, 11, 30)) == [DUE, date(2025, 11, 30)]
    assert days(ends_on=date(2025, 11, 29)) == [DUE]


def test_nothing_is_asked_about_an_internship() -> None:
    assert days(kind=SpellKind.INTERNSHIP) == []


def test_nothing_is_asked_about_somebody_who_has_died() -> None:
    assert days(ends_on=date(2026, 3, 1), reason=PlacementEndReason.DECEASED) == []


@pytest.mark.parametrize("start", [date(2025, 1, 1) + timedelta(days=n) for n in range(0, 400, 7)])
def test_two_questions_are_never_open_at_once(start: date) -> None:
    targets = [add_months(start, month) for month in MONTHS_OF_RATINGS]
    assert all(closes_on(one) < opens_on(next_one) for one, next_one in pairwise(targets))


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (date(2025, 9, 22), AskState.LATER),
        (date(2025, 9, 23), AskState.DUE),
        (date(2025, 11, 11), AskState.DUE),
        (date(2025, 11, 12), AskState.MISSED),
    ],
)
def test_a_question_is_asked_from_a_week_before_until_six_weeks_after_its_day(today: date, state: AskState) -> None:
    assert ask_state(today, due_on=DUE, ends_on=None) is state


def test_a_job_that_ended_before_the_day_is_not_asked_about() -> None:
    assert ask_state(DUE, due_on=DUE, ends_on=date(2025, 9, 29)) is AskState.CANCELLED
    assert ask_state(DUE, due_on=DUE, ends_on=DUE) is AskState.DUE
    assert ask_state(DUE, due_on=DUE, ends_on=None, cancelled=True) is AskState.CANCELLED


def test_a_question_with_a_working_link_has_been_asked_also_when_the_job_ends_meanwhile() -> None:
    until = AT + timedelta(days=1)
    assert ask_state(DUE, due_on=DUE, ends_on=date(2025, 9, 29), asked_until=until, at=AT) is AskState.ASKED
    assert ask_state(DUE, due_on=DUE, ends_on=None, asked_until=AT, at=AT) is AskState.DUE


def test_an_answer_stays_an_answer() -> None:
    assert ask_state(DUE, due_on=DUE, ends_on=date(2025, 9, 1), answered=True, cancelled=True) is AskState.ANSWERED
