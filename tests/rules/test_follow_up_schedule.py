"""When the programme asks whether the work lasted."""

from datetime import date

import pytest

from app.rules.code_lists import FollowUpState, SpellKind
from app.rules.follow_up_schedule import PaidStart, answers, can_be_given_up, first_paid, plan_follow_ups


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


def answered(observed_on: date, *, about_another_job: bool = False, index_ended: bool = False) -> bool:
    [planned] = plan_follow_ups(date(2026, 1, 15), [3])
    return answers(
        observed_on,
        opens_on=planned.opens_on,
        closes_on=planned.closes_on,
        about_another_job=about_another_job,
        index_ended=index_ended,
    )


def test_a_day_on_the_edge_of_the_window_answers_and_a_day_outside_does_not() -> None:
    days = (date(2026, 3, 31), date(2026, 4, 1), date(2026, 6, 14), date(2026, 6, 15))
    assert [answered(day) for day in days] == [False, True, True, False]


def test_work_elsewhere_answers_only_when_the_first_job_is_known_to_have_ended() -> None:
    day = date(2026, 4, 15)
    assert not answered(day, about_another_job=True)
    assert answered(day, about_another_job=True, index_ended=True)


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
