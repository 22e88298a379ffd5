"""The steps of a trajectory."""

from datetime import date

import pytest

from app.rules.code_lists import TrajectoryState as State
from app.rules.trajectory_states import Allowed, Asked, Refused, Step, decide_step, steps_from

REGISTERED = date(2026, 3, 2)
TODAY = date(2026, 3, 31)
EVERYTHING = frozenset(Asked)


def decide(state: State, step: Step, *, on: date = TODAY, given: frozenset[Asked] = EVERYTHING) -> Allowed | Refused:
    return decide_step(state, step, on=on, not_before=REGISTERED, today=TODAY, given=given)


ALLOWED = """
    registered   screen               screening
    registered   withdraw             withdrawn
    screening    admit                admitted
    screening    put_on_waiting_list  waiting
    screening    refer                referred
    screening    decline              declined
    screening    withdraw             withdrawn
    waiting      admit                admitted
    waiting      refer                referred
    waiting      decline              declined
    waiting      withdraw             withdrawn
    admitted     start                active
    admitted     withdraw             withdrawn
    active       pause                paused
    paused       resume               active
    active       complete             completed
    active       drop_out             dropped_out
    paused       drop_out             dropped_out
    completed    begin_aftercare      aftercare
    dropped_out  begin_aftercare      aftercare
    aftercare    close                closed
    referred     reopen               screening
    declined     reopen               screening
    withdrawn    reopen               screening
    completed    reopen               active
    dropped_out  reopen               active
    aftercare    reopen               active
    closed       reopen               active
"""
ROWS = {(State(row[0]), Step(row[1])): State(row[2]) for row in map(str.split, ALLOWED.strip().splitlines())}


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("step", Step)
def test_a_step_leads_where_the_table_says_and_every_other_is_refused_in_a_sentence(state: State, step: Step) -> None:
    decided = decide(state, step)
    if (state, step) in ROWS:
        assert decided == Allowed(ROWS[state, step])
    else:
        assert isinstance(decided, Refused)
        assert "is not possible while" in decided.faults["step"]


@pytest.mark.parametrize("state", State)
def test_the_steps_offered_in_a_state_are_the_steps_that_are_allowed(state: State) -> None:
    assert set(steps_from(state)) == {step for from_state, step in ROWS if from_state is state}


@pytest.mark.parametrize("step", [Step.REFER, Step.DECLINE, Step.WITHDRAW])
def test_a_candidate_is_not_turned_away_without_a_reason(step: Step) -> None:
    refused = decide(State.SCREENING, step, given=frozenset())
    assert isinstance(refused, Refused)
    assert list(refused.faults) == ["reason"]


def test_stopping_early_asks_for_the_reason_and_for_where_the_person_goes_at_once() -> None:
    refused = decide(State.ACTIVE, Step.DROP_OUT, given=frozenset())
    assert isinstance(refused, Refused)
    assert set(refused.faults) == {"end_reason", "destination"}


def test_a_closed_trajectory_is_reopened_with_a_reason_only() -> None:
    assert isinstance(decide(State.CLOSED, Step.REOPEN, given=frozenset()), Refused)
    assert decide(State.CLOSED, Step.REOPEN, given=frozenset({Asked.REASON})) == Allowed(State.ACTIVE)


def test_a_step_of_tomorrow_is_not_recorded_today() -> None:
    refused = decide(State.ADMITTED, Step.START, on=date(2026, 4, 1))
    assert isinstance(refused, Refused)
    assert "still to come" in refused.faults["on_date"]


def test_a_step_does_not_come_before_the_step_before_it() -> None:
    refused = decide(State.ADMITTED, Step.START, on=date(2026, 3, 1))
    assert isinstance(refused, Refused)
    assert refused.faults["on_date"] == "The step before this one was taken on 2026-03-02."
