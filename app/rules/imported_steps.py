"""The steps of a trajectory that follow from the days in a coordinator's file.

A file says when somebody was registered, screened, admitted, started and stopped; it does not say who did which
step. This works the steps out, and holds them against the one table of allowed steps.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.rules.code_lists import Decision, EndOutcome, TrajectoryState
from app.rules.trajectory_states import STEPS, Step

STEP_OF_DECISION: Mapping[Decision, Step] = {
    Decision.ADMITTED: Step.ADMIT,
    Decision.ADMITTED_WITH_CONDITIONS: Step.ADMIT,
    Decision.WAITING: Step.PUT_ON_WAITING_LIST,
    Decision.REFERRED: Step.REFER,
    Decision.DECLINED: Step.DECLINE,
    Decision.WITHDRAWN: Step.WITHDRAW,
}
STEP_OF_OUTCOME: Mapping[EndOutcome, Step] = {
    EndOutcome.COMPLETED: Step.COMPLETE,
    EndOutcome.DROPPED_OUT: Step.DROP_OUT,
}
AFTER_THE_END = frozenset({TrajectoryState.AFTERCARE, TrajectoryState.CLOSED})
NOT_ADMITTED = frozenset({TrajectoryState.REFERRED, TrajectoryState.DECLINED, TrajectoryState.WITHDRAWN})
ENDED = frozenset({TrajectoryState.COMPLETED, TrajectoryState.DROPPED_OUT})


@dataclass(frozen=True, slots=True)
class ReportedDays:
    """What a file says of one trajectory. A day that is None is not known."""

    registered_on: date
    screened_on: date | None = None
    decision: Decision | None = None
    started_on: date | None = None
    ended_on: date | None = None
    end_outcome: EndOutcome | None = None

    @property
    def decided_on(self) -> date | None:
        """The day of the decision: that of the screening, else the start, else the registration."""
        if self.decision is None:
            return None
        return self.screened_on or self.started_on or self.registered_on


@dataclass(frozen=True, slots=True)
class ImportedStep:
    """One step with its day, and the states between which it leads."""

    step: Step
    on: date
    from_state: TrajectoryState
    to_state: TrajectoryState


def steps_from_registration(days: ReportedDays) -> list[ImportedStep]:
    """All steps of a trajectory from its registration on."""
    return _walk(TrajectoryState.REGISTERED, _reported(days)) or []


def steps_still_to_take(state: TrajectoryState, days: ReportedDays) -> list[ImportedStep] | None:
    """The steps by which a trajectory that we know in a state comes to where the file says it is.

    None when the file contradicts the state: no allowed steps lead there. A file that says less than we know
    (it is older) contradicts nothing.
    """
    reported = _reported(days)
    whole = steps_from_registration(days)
    target = whole[-1].to_state if whole else TrajectoryState.REGISTERED
    if state == target or (target in ENDED and state in AFTER_THE_END):
        return []
    for passed in range(len(reported), -1, -1):
        reached = whole[passed - 1].to_state if passed else TrajectoryState.REGISTERED
        if reached == state:
            return whole[passed:]
    for first in range(len(reported)):
        steps = _walk(state, reported[first:])
        if steps is not None:
            return steps
    return None if _contradicts(state, target) else []


def _contradicts(state: TrajectoryState, target: TrajectoryState) -> bool:
    """Whether two states can not both be true of one way through the programme, the state being the later."""
    if target in ENDED or target in NOT_ADMITTED:
        return True
    admitted = {TrajectoryState.ADMITTED, TrajectoryState.ACTIVE}
    return target in admitted and state in NOT_ADMITTED


def _reported(days: ReportedDays) -> list[tuple[Step, date]]:
    """The steps with their days. Who is decided on was screened; who started was admitted."""
    steps: list[tuple[Step, date]] = []
    decided_on = days.decided_on
    straight_away = days.decision is Decision.WITHDRAWN and days.screened_on is None
    screened_on = days.screened_on or decided_on or days.started_on
    if screened_on and not straight_away:
        steps.append((Step.SCREEN, screened_on))
    if days.decision and decided_on:
        steps.append((STEP_OF_DECISION[days.decision], decided_on))
    elif days.started_on:
        steps.append((Step.ADMIT, days.started_on))
    if days.started_on:
        steps.append((Step.START, days.started_on))
    if days.ended_on and days.end_outcome:
        steps.append((STEP_OF_OUTCOME[days.end_outcome], days.ended_on))
    return steps


def _walk(state: TrajectoryState, steps: Sequence[tuple[Step, date]]) -> list[ImportedStep] | None:
    """The steps taken one after the other; None when one of them is not allowed."""
    taken: list[ImportedStep] = []
    for step, on in steps:
        to_state = STEPS[step].get(state)
        if to_state is None:
            return None
        taken.append(ImportedStep(step, on, state, to_state))
        state = to_state
    return taken
