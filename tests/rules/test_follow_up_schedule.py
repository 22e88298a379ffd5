"""When the programme asks whether the work lasted."""

from datetime import date

import pytest

from app.rules.code_lists import FollowUpState, SpellKind
from app.rules.follow_up_schedule import (
    About,
    PaidStart,
    answers,
    can_be_given_up,
    can_move_to,
    employer_can_tell,
    first_paid,
    lasted,
    plan_follow_ups,
)


def test_the_question_comes_back_after_3_6_12_and_24_months() -> None:
    planned = plan_follow_ups(date(2026, 1, 15), (24, 3, 6, 12))
    assert [(one.month, one.due_on) for one in planned] == [
        (3, date(2026, 4, 15)),
        (6, date(2026, 7, 15)),
        (12, date(2027, 1, 15)),
        (24, date(2028, 1, 15)),
    ]


@pytest.mark.parametrize(
    ("starts_on", "due_on"),
    [
        (date(2025, 8, 31), date(2026, 2, 28)),
        (date(2027, 8, 31), date(2028, 2, 29)),
        (date(2025, 12, 31), date(2026, 6, 30)),
        (date(2025, 8, 28), date(2026, 2, 28)),
    ],
)
def test_six_months_after_the_end_of_a_long_month_is_the_end_of_the_short_one(starts_on: date, due_on: date) -> None:
    assert plan_follow_ups(starts_on, [6])[0].due_on == due_on


def test_an_answer_is_waited_for_from_two_weeks_before_until_sixty_days_after() -> None:
    [planned] = plan_follow_ups(date(2026, 1, 15), [3])
    assert (planned.opens_on, planned.closes_on) == (date(2026, 4, 1), date(2026, 6, 14))


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (date(2026, 3, 31), FollowUpState.PLANNED),
        (date(2026, 4, 1), FollowUpState.DUE),
        (date(2026, 6, 14), FollowUpState.DUE),
        (date(2026, 6, 15), FollowUpState.UNANSWERED),
    ],
)
def test_a_question_opens_and_closes_by_itself(today: date, state: FollowUpState) -> None:
    [planned] = plan_follow_ups(date(2026, 1, 15), [3])
    assert planned.state_on(today) is state


def test_a_question_that_was_asked_stays_asked_until_it_closes_or_its_days_have_not_begun() -> None:
    [planned] = plan_follow_ups(date(2026, 1, 15), [3])
    days = (date(2026, 3, 31), date(2026, 4, 1), date(2026, 6, 15))
    assert [planned.state_on(day, times_asked=1) for day in days] == ["planned", "asked", "unanswered"]


def answered(
    observed_on: date, *, in_paid_work: bool = True, about: About = About.INDEX, index_ends_on: date | None = None
) -> bool:
    """Whether an observation answers the question that is due on 15 April and open until 14 June."""
    [planned] = plan_follow_ups(date(2026, 1, 15), [3])
    return answers(
        observed_on,
        in_paid_work=in_paid_work,
        about=about,
        due_on=planned.due_on,
        opens_on=planned.opens_on,
        closes_on=planned.closes_on,
        index_ends_on=index_ends_on,
    )


LONG_AFTER = date(2026, 11, 8)


def test_out_of_work_on_the_edge_of_the_window_answers_and_on_a_day_outside_does_not() -> None:
    days = (date(2026, 3, 31), date(2026, 4, 1), date(2026, 6, 14), date(2026, 6, 15))
    assert [answered(day, in_paid_work=False) for day in days] == [False, True, True, False]


def test_work_seen_before_the_window_does_not_answer() -> None:
    assert not answered(date(2026, 3, 31))


def test_work_seen_before_the_day_itself_proves_nothing_of_that_day() -> None:
    days = (date(2026, 4, 1), date(2026, 4, 14), date(2026, 4, 15), date(2026, 6, 14))
    assert [answered(day) for day in days] == [False, False, True, True]


def test_a_last_day_within_the_window_answers_and_an_earlier_day_of_work_does_not() -> None:
    last_day = date(2026, 4, 10)
    assert answered(last_day, index_ends_on=last_day)
    assert not answered(date(2026, 4, 9), index_ends_on=last_day)
    assert not answered(last_day, about=About.ANOTHER_JOB, index_ends_on=last_day)


def test_a_job_that_is_known_to_have_ended_on_the_day_or_later_needs_no_question() -> None:
    ends = (None, date(2026, 4, 14), date(2026, 4, 15))
    assert [lasted(one, date(2026, 4, 15)) for one in ends] == [False, False, True]


def test_an_employer_cannot_tell_about_a_day_after_somebody_left() -> None:
    ends = (None, date(2026, 4, 14), date(2026, 4, 15))
    assert [employer_can_tell(one, date(2026, 4, 15)) for one in ends] == [True, False, True]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 4, 14), False),
        (date(2026, 4, 15), True),
        (date(2026, 6, 14), True),
        (date(2026, 6, 15), False),
    ],
)
def test_a_question_can_be_moved_from_its_computed_day_to_sixty_days_later(day: date, expected: bool) -> None:
    assert can_move_to(day, date(2026, 4, 15)) is expected


def test_work_elsewhere_answers_only_when_the_first_job_is_known_to_have_ended() -> None:
    day = date(2026, 4, 15)
    assert not answered(day, about=About.ANOTHER_JOB)
    assert answered(day, about=About.ANOTHER_JOB, index_ends_on=date(2026, 3, 1))


def test_the_job_seen_long_after_the_question_closed_answers_it_too() -> None:
    assert answered(LONG_AFTER)
    assert answered(LONG_AFTER, about=About.NO_JOB_IN_PARTICULAR)


def test_work_elsewhere_long_after_proves_nothing_of_the_first_job() -> None:
    assert not answered(LONG_AFTER, about=About.ANOTHER_JOB)
    assert not answered(LONG_AFTER, about=About.ANOTHER_JOB, index_ends_on=date(2026, 3, 1))


@pytest.mark.parametrize(
    ("about", "index_ends_on", "expected"),
    [
        (About.INDEX, date(2026, 4, 14), False),
        (About.INDEX, date(2026, 4, 15), True),
        (About.NO_JOB_IN_PARTICULAR, date(2026, 4, 14), False),
        (About.NO_JOB_IN_PARTICULAR, date(2026, 12, 1), False),
    ],
)
def test_later_work_does_not_reach_back_past_a_known_end(about: About, index_ends_on: date, expected: bool) -> None:
    assert answered(LONG_AFTER, about=about, index_ends_on=index_ends_on) is expected


@pytest.mark.parametrize(
    ("state", "today", "expected"),
    [
        (FollowUpState.PLANNED, date(2026, 3, 31), False),
        (FollowUpState.PLANNED, date(2026, 4, 1), True),
        (FollowUpState.UNANSWERED, date(2026, 9, 1), True),
        (FollowUpState.ANSWERED, date(2026, 4, 15), False),
        (FollowUpState.CANCELLED, date(2026, 4, 15), False),
    ],
)
def test_only_a_question_that_waits_for_an_answer_is_given_up(
    state: FollowUpState, today: date, expected: bool
) -> None:
    assert can_be_given_up(state, date(2026, 4, 1), today) is expected


def test_the_first_paid_placement_is_the_index_whatever_came_before_it_unpaid() -> None:
    internship = PaidStart(SpellKind.INTERNSHIP, date(2026, 1, 1), "P1")
    later = PaidStart(SpellKind.REGULAR_JOB, date(2026, 5, 1), "P2")
    first = PaidStart(SpellKind.SUBSIDISED_JOB, date(2026, 3, 1), "P3")
    assert first_paid([internship, later, first]) == first


def test_of_two_jobs_that_start_on_one_day_the_lower_number_is_the_index() -> None:
    second = PaidStart(SpellKind.REGULAR_JOB, date(2026, 3, 1), "P2")
    first = PaidStart(SpellKind.AGENCY_JOB, date(2026, 3, 1), "P1")
    assert first_paid([second, first]) == first


def test_without_paid_work_there_is_no_index() -> None:
    assert first_paid([PaidStart(SpellKind.VOLUNTEERING, date(2026, 3, 1), "P1")]) is None
