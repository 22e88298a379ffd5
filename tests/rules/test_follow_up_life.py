"""Which state of a follow-up follows which, and who may bring that about."""

import pytest

from app.rules.code_lists import FollowUpState
from app.rules.follow_up_life import (
    CANCELLED_BECAUSE,
    LIFE,
    Hand,
    WhyCancelled,
    may_come_back,
    may_pass,
    states_before,
    why_not_pass,
)

State = FollowUpState


@pytest.mark.parametrize(
    ("before", "after", "by"),
    [
        (State.PLANNED, State.DUE, Hand.PROGRAM),
        (State.DUE, State.ASKED, Hand.PROGRAM),
        (State.ASKED, State.ANSWERED, Hand.EMPLOYER),
        (State.UNANSWERED, State.ANSWERED, Hand.PARTICIPANT),
        (State.REFUSED, State.ANSWERED, Hand.EMPLOYER),
        (State.ASKED, State.UNANSWERED, Hand.PROGRAM),
        (State.DUE, State.UNREACHABLE, Hand.TEAM),
        (State.ANSWERED, State.DUE, Hand.TEAM),
        (State.CANCELLED, State.PLANNED, Hand.PROGRAM),
        (State.UNANSWERED, State.ASKED, Hand.PROGRAM),
    ],
)
def test_what_usually_happens_needs_no_reason(before: State, after: State, by: Hand) -> None:
    assert why_not_pass(before, after, by=by, reason=None) == {}


@pytest.mark.parametrize(
    ("before", "after", "by"),
    [
        (State.CANCELLED, State.ANSWERED, Hand.EMPLOYER),
        (State.ANSWERED, State.CANCELLED, Hand.PROGRAM),
        (State.ANSWERED, State.REFUSED, Hand.TEAM),
        (State.REFUSED, State.ANSWERED, Hand.PROGRAM),
        (State.REFUSED, State.DUE, Hand.PROGRAM),
        (State.DUE, State.REFUSED, Hand.EMPLOYER),
        (State.DUE, State.CANCELLED, Hand.PARTICIPANT),
        (State.DUE, State.DUE, Hand.PARTICIPANT),
    ],
)
def test_what_is_not_in_the_table_is_refused(before: State, after: State, by: Hand) -> None:
    assert list(why_not_pass(before, after, by=by, reason="Because")) == ["state"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (State.DUE, State.CANCELLED),
        (State.UNREACHABLE, State.DUE),
        (State.CANCELLED, State.UNANSWERED),
        (State.UNANSWERED, State.DUE),
    ],
)
def test_a_person_who_stops_opens_or_moves_a_question_says_why(before: State, after: State) -> None:
    assert list(why_not_pass(before, after, by=Hand.TEAM, reason=" ")) == ["reason"]
    assert why_not_pass(before, after, by=Hand.TEAM, reason="The contract was extended") == {}


def test_no_state_is_a_dead_end_and_every_state_can_be_reached() -> None:
    assert {before for one in LIFE for before in one.before} == set(State)
    assert {after for one in LIFE for after in one.after} == set(State)


def test_who_writes_many_at_once_goes_by_the_same_table() -> None:
    assert states_before(State.UNANSWERED, Hand.PROGRAM) >= {State.PLANNED, State.DUE, State.ASKED}
    assert states_before(State.DUE, Hand.EMPLOYER) == {State.ANSWERED}
    assert not may_pass(State.DUE, State.DUE, Hand.PROGRAM)


def test_a_question_comes_back_when_the_program_cancelled_it_and_not_when_a_person_did() -> None:
    by_the_program = CANCELLED_BECAUSE[WhyCancelled.MONTH_NOT_ASKED]
    assert may_come_back(State.CANCELLED, str(by_the_program))
    assert may_come_back(State.CANCELLED, None)
    assert not may_come_back(State.CANCELLED, "Moved abroad, asked to be left alone")
    assert not may_come_back(State.REFUSED, None)
