"""Brings one follow-up from a state to another, as far as the table of its life allows."""

from datetime import date

from app.errors import Conflict
from app.models import FollowUp
from app.rules.code_lists import FollowUpState
from app.rules.follow_up_life import Hand, may_pass, why_not_pass
from app.rules.follow_up_schedule import OPEN_STATES, PlannedFollowUp
from app.use_cases.faults import fault, raise_for


def pass_on(follow_up: FollowUp, after: FollowUpState, *, by: Hand, on: date, reason: str | None = None) -> None:
    """Bring a follow-up into a state on a day. Raises Conflict, or InvalidInput for the reason, when that cannot be."""
    refused = why_not_pass(follow_up.state, after, by=by, reason=reason)
    if "state" in refused:
        raise Conflict(refused["state"])
    raise_for(fault(name, "missing", sentence) for name, sentence in refused.items())
    bring_into(follow_up, after, on)


def pass_on_if_possible(follow_up: FollowUp, after: FollowUpState, *, by: Hand, on: date) -> bool:
    """Bring a follow-up into a state when the table allows that; tells whether it did."""
    possible = may_pass(follow_up.state, after, by)
    if possible:
        bring_into(follow_up, after, on)
    return possible


def bring_into(follow_up: FollowUp, after: FollowUpState, on: date) -> None:
    """Write a state with the day that goes with it: an open question has none, one that closed by itself its own."""
    follow_up.state = after
    if after is not FollowUpState.ANSWERED:
        follow_up.answered_by = None
    if after in OPEN_STATES:
        follow_up.closed_on = None
    else:
        follow_up.closed_on = follow_up.closes_on if after is FollowUpState.UNANSWERED else on


def window_of(follow_up: FollowUp) -> PlannedFollowUp:
    """The days of a follow-up."""
    return PlannedFollowUp(follow_up.month, follow_up.due_on, follow_up.opens_on, follow_up.closes_on)


def open_state(follow_up: FollowUp, today: date) -> FollowUpState:
    """The state of a follow-up that waits for an answer, by the day and by how often it was asked."""
    return window_of(follow_up).state_on(today, times_asked=follow_up.times_asked)
