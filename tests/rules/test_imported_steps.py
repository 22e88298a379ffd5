"""The steps that follow from the days in a coordinator's file."""

from datetime import date

import pytest

from app.rules.code_lists import Decision, EndOutcome, TrajectoryState
from app.rules.imported_steps import ReportedDays, steps_from_registration, steps_still_to_take

REGISTERED, SCREENED, STARTED, ENDED = (date(2023, month, 1) for month in (1, 2, 3, 12))
ADMITTED_ONE = ReportedDays(REGISTERED, SCREENED, Decision.ADMITTED)
ACTIVE_ONE = ReportedDays(REGISTERED, SCREENED, Decision.ADMITTED, STARTED)
COMPLETED_ONE = ReportedDays(REGISTERED, SCREENED, Decision.ADMITTED, STARTED, ENDED, EndOutcome.COMPLETED)


def story(days: ReportedDays) -> list[tuple[str, date]]:
    return [(step.to_state.value, step.on) for step in steps_from_registration(days)]


def test_a_completed_trajectory_went_through_every_state_on_its_own_day() -> None:
    assert story(COMPLETED_ONE) == [
        ("screening", SCREENED),
        ("admitted", SCREENED),
        ("active", STARTED),
        ("completed", ENDED),
    ]


def test_somebody_of_whom_only_the_start_is_known_was_screened_and_admitted_by_then() -> None:
    days = ReportedDays(REGISTERED, started_on=STARTED)
    assert story(days) == [("screening", STARTED), ("admitted", STARTED), ("active", STARTED)]


def test_somebody_who_was_only_registered_took_no_step() -> None:
    assert story(ReportedDays(REGISTERED)) == []


def test_somebody_who_withdrew_was_not_screened_for_it() -> None:
    assert story(ReportedDays(REGISTERED, decision=Decision.WITHDRAWN)) == [("withdrawn", REGISTERED)]


@pytest.mark.parametrize(
    ("decision", "state"),
    [(Decision.WAITING, "waiting"), (Decision.REFERRED, "referred"), (Decision.DECLINED, "declined")],
)
def test_a_decision_follows_a_screening(decision: Decision, state: str) -> None:
    assert story(ReportedDays(REGISTERED, SCREENED, decision)) == [("screening", SCREENED), (state, SCREENED)]


@pytest.mark.parametrize(
    ("state", "days", "expected"),
    [
        (TrajectoryState.ACTIVE, COMPLETED_ONE, ["complete"]),
        (TrajectoryState.REGISTERED, ACTIVE_ONE, ["screen", "admit", "start"]),
        (TrajectoryState.WAITING, ACTIVE_ONE, ["admit", "start"]),
        (TrajectoryState.COMPLETED, COMPLETED_ONE, []),
        (TrajectoryState.AFTERCARE, COMPLETED_ONE, []),
    ],
)
def test_what_is_still_to_be_done(state: TrajectoryState, days: ReportedDays, expected: list[str]) -> None:
    steps = steps_still_to_take(state, days)
    assert steps is not None
    assert [step.step.value for step in steps] == expected


@pytest.mark.parametrize(
    "state", [TrajectoryState.ACTIVE, TrajectoryState.PAUSED, TrajectoryState.COMPLETED, TrajectoryState.CLOSED]
)
def test_an_older_file_takes_nothing_back(state: TrajectoryState) -> None:
    assert steps_still_to_take(state, ADMITTED_ONE) == []


@pytest.mark.parametrize(
    ("state", "days"),
    [
        (TrajectoryState.DECLINED, ACTIVE_ONE),
        (TrajectoryState.DROPPED_OUT, COMPLETED_ONE),
        (TrajectoryState.ACTIVE, ReportedDays(REGISTERED, SCREENED, Decision.DECLINED)),
    ],
)
def test_a_file_that_contradicts_the_state_gives_no_steps(state: TrajectoryState, days: ReportedDays) -> None:
    assert steps_still_to_take(state, days) is None
