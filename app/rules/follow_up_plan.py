"""What becomes of one follow-up when its placement or its programme has changed. Nothing asked is lost or repeated."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.rules.code_lists import Destination, FollowUpState, PlacementEndReason, TrajectoryEndReason
from app.rules.follow_up_life import Hand, may_come_back, may_pass
from app.rules.follow_up_schedule import OPEN_STATES, PlannedFollowUp, can_move_to

State = FollowUpState


@dataclass(frozen=True)
class Standing:
    """How a follow-up stands: its state, its day, whether a person moved that, how often it was asked."""

    state: FollowUpState
    due_on: date
    is_moved: bool = False
    times_asked: int = 0
    reason: str | None = None


@dataclass(frozen=True)
class Brought:
    """What a re-plan makes of a follow-up: its days, its state, and whether a moved day had to be dropped."""

    window: PlannedFollowUp
    state: FollowUpState
    drops_moved_day: bool = False


def bring_in_step(standing: Standing, planned: PlannedFollowUp, today: date) -> Brought:
    """Bring a follow-up in step with what is planned now.

    A day that a person chose stays as long as it can still be chosen. A question that is closed opens again only when
    the plan itself closed it: cancelled by the program, or unanswered about a day that is now another one.
    """
    keeps_moved_day = standing.is_moved and can_move_to(standing.due_on, planned.due_on)
    window = planned.on_day(standing.due_on) if keeps_moved_day else planned
    state = _state(standing, window, today)
    return Brought(window, state, drops_moved_day=standing.is_moved and not keeps_moved_day)


def _state(standing: Standing, window: PlannedFollowUp, today: date) -> FollowUpState:
    if standing.state is State.CANCELLED and not may_come_back(standing.state, standing.reason):
        return State.CANCELLED
    if standing.state in OPEN_STATES and window.due_on == standing.due_on:
        return standing.state
    by_date = window.state_on(today, times_asked=standing.times_asked)
    is_the_plans = standing.state in OPEN_STATES | {State.UNANSWERED, State.CANCELLED}
    return by_date if is_the_plans and may_pass(standing.state, by_date, Hand.PROGRAM) else standing.state


DEATH = frozenset({TrajectoryEndReason.DECEASED, Destination.DECEASED, PlacementEndReason.DECEASED})


def has_died(grounds: Iterable[TrajectoryEndReason | Destination | PlacementEndReason | None]) -> bool:
    """Tell whether one of the grounds on which something ended is death: then nobody is asked any more."""
    return any(ground in DEATH for ground in grounds)
