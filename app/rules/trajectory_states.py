"""The steps of a trajectory: which are allowed from which state, and what each asks for.

`STEPS` is the one table. What is not in it is refused with a sentence. The source of the states is the way a
candidate goes through a learning-work programme: registered, screened, decided on, active, ended, aftercare.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.rules.code_lists import TrajectoryState
from app.rules.names import name_of
from app.rules.sentence import Sentence

State = TrajectoryState


class Step(StrEnum):
    """What can be done with a trajectory as a whole."""

    SCREEN = "screen"
    ADMIT = "admit"
    PUT_ON_WAITING_LIST = "put_on_waiting_list"
    REFER = "refer"
    DECLINE = "decline"
    WITHDRAW = "withdraw"
    START = "start"
    PAUSE = "pause"
    RESUME = "resume"
    COMPLETE = "complete"
    DROP_OUT = "drop_out"
    BEGIN_AFTERCARE = "begin_aftercare"
    CLOSE = "close"
    REOPEN = "reopen"


class Asked(StrEnum):
    """What a step may ask for beside its day; the values are field names."""

    REASON = "reason"
    END_REASON = "end_reason"
    DESTINATION = "destination"


STEPS: Mapping[Step, Mapping[State, State]] = {
    Step.SCREEN: {State.REGISTERED: State.SCREENING},
    Step.ADMIT: {State.SCREENING: State.ADMITTED, State.WAITING: State.ADMITTED},
    Step.PUT_ON_WAITING_LIST: {State.SCREENING: State.WAITING},
    Step.REFER: {State.SCREENING: State.REFERRED, State.WAITING: State.REFERRED},
    Step.DECLINE: {State.SCREENING: State.DECLINED, State.WAITING: State.DECLINED},
    Step.WITHDRAW: {
        State.REGISTERED: State.WITHDRAWN,
        State.SCREENING: State.WITHDRAWN,
        State.WAITING: State.WITHDRAWN,
        State.ADMITTED: State.WITHDRAWN,
    },
    Step.START: {State.ADMITTED: State.ACTIVE},
    Step.PAUSE: {State.ACTIVE: State.PAUSED},
    Step.RESUME: {State.PAUSED: State.ACTIVE},
    Step.COMPLETE: {State.ACTIVE: State.COMPLETED},
    Step.DROP_OUT: {State.ACTIVE: State.DROPPED_OUT, State.PAUSED: State.DROPPED_OUT},
    Step.BEGIN_AFTERCARE: {State.COMPLETED: State.AFTERCARE, State.DROPPED_OUT: State.AFTERCARE},
    Step.CLOSE: {State.AFTERCARE: State.CLOSED},
    Step.REOPEN: {
        State.REFERRED: State.SCREENING,
        State.DECLINED: State.SCREENING,
        State.WITHDRAWN: State.SCREENING,
        State.COMPLETED: State.ACTIVE,
        State.DROPPED_OUT: State.ACTIVE,
        State.AFTERCARE: State.ACTIVE,
        State.CLOSED: State.ACTIVE,
    },
}

ASKS: Mapping[Step, frozenset[Asked]] = {
    Step.REFER: frozenset({Asked.REASON}),
    Step.DECLINE: frozenset({Asked.REASON}),
    Step.WITHDRAW: frozenset({Asked.REASON}),
    Step.PAUSE: frozenset({Asked.REASON}),
    Step.COMPLETE: frozenset({Asked.DESTINATION}),
    Step.DROP_OUT: frozenset({Asked.END_REASON, Asked.DESTINATION}),
    Step.REOPEN: frozenset({Asked.REASON}),
}

STEP_NAMES: Mapping[Step, Sentence] = {
    Step.SCREEN: Sentence("Start the screening"),
    Step.ADMIT: Sentence("Admit"),
    Step.PUT_ON_WAITING_LIST: Sentence("Put on the waiting list"),
    Step.REFER: Sentence("Refer elsewhere"),
    Step.DECLINE: Sentence("Decline"),
    Step.WITHDRAW: Sentence("Withdraw"),
    Step.START: Sentence("Start the trajectory"),
    Step.PAUSE: Sentence("Pause"),
    Step.RESUME: Sentence("Go on"),
    Step.COMPLETE: Sentence("Complete"),
    Step.DROP_OUT: Sentence("Stop early"),
    Step.BEGIN_AFTERCARE: Sentence("Begin the aftercare"),
    Step.CLOSE: Sentence("Close"),
    Step.REOPEN: Sentence("Reopen"),
}

MISSING: Mapping[Asked, Sentence] = {
    Asked.REASON: Sentence("Write down the reason."),
    Asked.END_REASON: Sentence("Choose why this person stopped."),
    Asked.DESTINATION: Sentence("Choose where this person goes. “Unknown” is an answer too."),
}


@dataclass(frozen=True)
class Allowed:
    """The step can be taken, and leads here."""

    to_state: State


@dataclass(frozen=True)
class Refused:
    """The step cannot be taken: a sentence per field, or under "step" when it is the step itself."""

    faults: Mapping[str, Sentence]


def steps_from(state: State) -> list[Step]:
    """List the steps that are possible from a state, in the order in which they usually come."""
    return [step for step, ways in STEPS.items() if state in ways]


def asked_by(step: Step) -> frozenset[Asked]:
    """Name what a step asks for beside its day."""
    return ASKS.get(step, frozenset())


def decide_step(
    state: State, step: Step, *, on: date, not_before: date, today: date, given: frozenset[Asked]
) -> Allowed | Refused:
    """Decide whether a step may be taken.

    `on` is the day of the step, `not_before` the day of the step before it, `given` what has been filled in.
    """
    to_state = STEPS[step].get(state)
    if to_state is None:
        refusal = Sentence(
            "“%(step)s” is not possible while the trajectory has the state “%(state)s”.",
            step=STEP_NAMES[step],
            state=name_of(state),
        )
        return Refused({"step": refusal})
    faults: dict[str, Sentence] = {asked.value: MISSING[asked] for asked in sorted(asked_by(step) - given)}
    if on > today:
        faults["on_date"] = Sentence("This day is still to come. Record a step when it has been taken.")
    elif on < not_before:
        faults["on_date"] = _too_early(state, step, not_before)
    return Refused(faults) if faults else Allowed(to_state)


def _too_early(state: State, step: Step, not_before: date) -> Sentence:
    if step is Step.SCREEN:
        return Sentence("The registration was on %(day)s. A screening does not come before it.", day=not_before)
    if state is State.SCREENING:
        return Sentence("The screening was on %(day)s. A decision does not come before it.", day=not_before)
    return Sentence("The step before this one was taken on %(day)s.", day=not_before)
