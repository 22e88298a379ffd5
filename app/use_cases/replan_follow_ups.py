"""Brings the follow-ups of one trajectory in step with its first paid placement and its programme, in memory."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from app.models import FollowUp, Observation, Placement
from app.rules.code_lists import FollowUpState
from app.rules.follow_up_life import CANCELLED_BECAUSE, Hand, WhyCancelled
from app.rules.follow_up_plan import Standing, bring_in_step
from app.rules.follow_up_schedule import PaidStart, PlannedFollowUp, first_paid, plan_follow_ups
from app.use_cases.answer_follow_ups import answer_from_evidence, is_answered_by, open_when_it_did_not_last
from app.use_cases.pass_follow_up import bring_into, open_state, pass_on_if_possible

SILENCE = frozenset({WhyCancelled.DECEASED, WhyCancelled.ERASED})
"""Why nobody may be asked about somebody at all."""


@dataclass(frozen=True)
class Ground:
    """What the plan of one trajectory goes by: its placements, the months of its programme, what was observed.

    `silent_because` is why nobody is asked about this person any more: a death, or who it is was erased.
    """

    placements: Sequence[Placement]
    months: Sequence[int]
    observations: Sequence[Observation]
    silent_because: WhyCancelled | None
    today: date


@dataclass
class Replanned:
    """What a re-plan did: new follow-ups, those nobody may be asked any more, and moved days that were dropped."""

    new: list[FollowUp] = field(default_factory=list)
    stopped: list[FollowUp] = field(default_factory=list)
    moved_back: list[tuple[FollowUp, date]] = field(default_factory=list)


def replan(ground: Ground, existing: Sequence[FollowUp]) -> Replanned:
    """Move, cancel and open the follow-ups of one trajectory that there are, and make those that are missing.

    They belong to the first paid placement; those of another one are cancelled as long as nobody answered them.
    Nobody is asked about somebody who has died or was erased. Changes are made in place.
    """
    done = Replanned()
    index = _index_of(ground.placements)
    planned = {one.month: one for one in plan_follow_ups(index.starts_on, ground.months)} if index else {}
    for follow_up in existing:
        is_of_index = index is not None and follow_up.placement_id == index.id
        wanted = planned.get(follow_up.month) if is_of_index and not ground.silent_because else None
        if wanted is None:
            _cancel(follow_up, _why(ground, is_of_index=is_of_index), ground.today, done)
        else:
            _bring(follow_up, wanted, ground, done)
    if index is not None and not ground.silent_because:
        have = {follow_up.month for follow_up in existing if follow_up.placement_id == index.id}
        done.new = [_new(index, one, ground.today) for month, one in planned.items() if month not in have]
    return done


def answer_what_is_known(follow_ups: Iterable[FollowUp], ground: Ground, *, on: date | None) -> None:
    """Answer the follow-ups about which something is known, on a day (None: the day of the evidence itself)."""
    placements = {placement.id: placement for placement in ground.placements}
    for follow_up in follow_ups:
        index = placements[follow_up.placement_id]
        open_when_it_did_not_last(follow_up, index, ground.today)
        answer_from_evidence(follow_up, index, ground.observations, on)


def _index_of(placements: Sequence[Placement]) -> Placement | None:
    by_start: Mapping[PaidStart, Placement] = {
        PaidStart(placement.kind, placement.starts_on, placement.number): placement for placement in placements
    }
    first = first_paid(list(by_start))
    return by_start[first] if first else None


def _why(ground: Ground, *, is_of_index: bool) -> WhyCancelled:
    if ground.silent_because:
        return ground.silent_because
    return WhyCancelled.MONTH_NOT_ASKED if is_of_index else WhyCancelled.NO_LONGER_FIRST


def _cancel(follow_up: FollowUp, why: WhyCancelled, today: date, done: Replanned) -> None:
    if why in SILENCE:
        done.stopped.append(follow_up)  # also one that was answered or closed: a reminder's link may still be about
    if pass_on_if_possible(follow_up, FollowUpState.CANCELLED, by=Hand.PROGRAM, on=today):
        follow_up.reason = str(CANCELLED_BECAUSE[why])


def _bring(follow_up: FollowUp, planned: PlannedFollowUp, ground: Ground, done: Replanned) -> None:
    standing = Standing(
        state=follow_up.state,
        due_on=follow_up.due_on,
        is_moved=follow_up.computed_due_on is not None,
        times_asked=follow_up.times_asked,
        reason=follow_up.reason,
    )
    brought = bring_in_step(standing, planned, ground.today)
    window = brought.window
    follow_up.due_on, follow_up.opens_on, follow_up.closes_on = window.due_on, window.opens_on, window.closes_on
    if brought.drops_moved_day:
        follow_up.computed_due_on = follow_up.moved_because = None
        done.moved_back.append((follow_up, standing.due_on))
    elif follow_up.computed_due_on is not None:
        follow_up.computed_due_on = planned.due_on
    if brought.state is not standing.state:
        bring_into(follow_up, brought.state, ground.today)
        follow_up.reason = None
    elif standing.state is FollowUpState.ANSWERED and window.due_on != standing.due_on:
        _ask_again_when_unanswered(follow_up, ground)


def _ask_again_when_unanswered(follow_up: FollowUp, ground: Ground) -> None:
    """An answer about another day may not answer the question about this one; having left answers it all the same."""
    index = next(one for one in ground.placements if one.id == follow_up.placement_id)
    said = next((one for one in ground.observations if one.id == follow_up.answered_by), None)
    told_the_end = said is not None and said.placement_id == index.id and said.observed_on == index.ends_on
    if said is not None and not told_the_end and not is_answered_by(said, follow_up, index):
        bring_into(follow_up, open_state(follow_up, ground.today), ground.today)


def _new(index: Placement, planned: PlannedFollowUp, today: date) -> FollowUp:
    state = planned.state_on(today)
    return FollowUp(
        **index.fact_keys,
        placement_id=index.id,
        organisation_id=index.organisation_id,
        month=planned.month,
        due_on=planned.due_on,
        opens_on=planned.opens_on,
        closes_on=planned.closes_on,
        state=state,
        closed_on=planned.closes_on if state is FollowUpState.UNANSWERED else None,
    )
