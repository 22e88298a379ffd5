"""What can be done with one follow-up on a day, and how it stands then."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.rules.code_lists import FollowUpState
from app.rules.follow_up_life import CLOSED_BY_HAND, WAITED, Hand, may_come_back, may_pass
from app.rules.follow_up_schedule import LATEST_MOVE, OPEN_STATES, PlannedFollowUp, can_be_given_up
from app.rules.sentence import Sentence

Facts = Mapping[str, Any]
TONES: Mapping[FollowUpState, str] = {
    FollowUpState.ANSWERED: "ok",
    FollowUpState.DUE: "warning",
    FollowUpState.ASKED: "warning",
    FollowUpState.UNANSWERED: "error",
    FollowUpState.UNREACHABLE: "error",
    FollowUpState.REFUSED: "error",
}
"""The tone in which a state is shown; the others are neutral."""


@dataclass(frozen=True)
class FollowUpView:
    """A follow-up as it stands today. `closings` are the states in which somebody may close it.

    `is_open` is whether anything can be said about it, `can_answer` whether that still answers it.
    """

    state: FollowUpState
    tone: str
    computed_on: date
    latest_on: date
    is_open: bool
    can_answer: bool
    can_mail: bool
    can_move: bool
    closings: Sequence[tuple[str, Sentence]]
    can_acknowledge: bool
    can_reopen: bool
    is_cancelled_by_plan: bool


def follow_up_view(facts: Facts, today: date) -> FollowUpView:
    """Work out one follow-up, as the statements give it, on a day."""
    kept = FollowUpState(facts["state"])
    opens_on = date.fromisoformat(facts["opensOn"])
    state = _state_on(facts, kept, today)
    computed_on = date.fromisoformat(facts["computedDueOn"] or facts["dueOn"])
    waits = can_be_given_up(kept, opens_on, today)
    by_plan = may_come_back(kept, facts["reason"])
    closings = [one for one in CLOSINGS if may_pass(kept, one, Hand.TEAM) and (waits or one is FollowUpState.CANCELLED)]
    return FollowUpView(
        state=state,
        tone=TONES.get(state, "neutral"),
        computed_on=computed_on,
        latest_on=computed_on + LATEST_MOVE,
        is_open=opens_on <= today and kept is not FollowUpState.CANCELLED,
        can_answer=opens_on <= today and may_pass(kept, FollowUpState.ANSWERED, Hand.TEAM),
        can_mail=facts["dueOn"] <= today.isoformat() <= facts["closesOn"],
        can_move=kept in WAITED,
        closings=[(one.value, CLOSINGS[one]) for one in closings] if kept in WAITED else [],
        can_acknowledge=waits and facts["acknowledgedOn"] is None,
        can_reopen=kept in CLOSED_BY_HAND and not by_plan,
        is_cancelled_by_plan=by_plan,
    )


CLOSINGS: Mapping[FollowUpState, Sentence] = {
    FollowUpState.UNREACHABLE: Sentence("Nobody can be reached"),
    FollowUpState.REFUSED: Sentence("They do not want to answer"),
    FollowUpState.CANCELLED: Sentence("The question must not be asked any more"),
}
"""The ways in which somebody closes a follow-up, in the words of the form."""


def _state_on(facts: Facts, kept: FollowUpState, today: date) -> FollowUpState:
    """The window may have opened or closed since the state was last written."""
    if kept not in OPEN_STATES:
        return kept
    due_on, opens_on, closes_on = (date.fromisoformat(facts[name]) for name in ("dueOn", "opensOn", "closesOn"))
    return PlannedFollowUp(facts["month"], due_on, opens_on, closes_on).state_on(
        today, times_asked=facts["timesAsked"] or (1 if kept is FollowUpState.ASKED else 0)
    )
