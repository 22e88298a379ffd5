"""Keeps the follow-ups of a trajectory in step with its first paid placement."""

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from app.actor import Actor
from app.models import FollowUp, Placement, Programme, Trajectory
from app.rules.code_lists import FollowUpState, PlacementEndReason
from app.rules.follow_up_schedule import OPEN_STATES, PaidStart, PlannedFollowUp, first_paid, plan_follow_ups
from app.use_cases.answer_follow_ups import answer_follow_ups

REPLANNABLE = OPEN_STATES | {FollowUpState.CANCELLED}


async def plan_follow_ups_of(session: AsyncSession, *, by: Actor, trajectory: Trajectory) -> None:
    """Plan, move or cancel follow-ups after a placement was added or changed.

    They belong to the first paid placement; those of another one are cancelled as long as nobody answered them.
    Nobody is asked about somebody who has died, nor about what has been observed already.
    """
    await session.flush()
    placements = (await session.scalars(select(Placement).where(col(Placement.trajectory_id) == trajectory.id))).all()
    existing = (
        await session.scalars(select(FollowUp).where(col(FollowUp.trajectory_id) == trajectory.id).with_for_update())
    ).all()
    months = await _months(session, trajectory)
    session.add_all(bring_in_step(placements, existing, months, by.today))
    await session.flush()
    await answer_follow_ups(session, by=by, trajectory_id=trajectory.id)


def bring_in_step(
    placements: Sequence[Placement], existing: Sequence[FollowUp], months: Sequence[int], today: date
) -> list[FollowUp]:
    """Move or cancel the follow-ups of one trajectory that there are, and make the ones that are missing.

    Returns the new ones; the changes to the others are made in place.
    """
    index = _index_of(placements)
    planned = plan_follow_ups(index.starts_on, months) if index else []
    wanted = {(index.id, one.month): one for one in planned} if index else {}
    for follow_up in existing:
        _bring_in_step(follow_up, wanted.get((follow_up.placement_id, follow_up.month)), today)
    if index is None:
        return []
    have = {(follow_up.placement_id, follow_up.month) for follow_up in existing}
    return [_new(index, one, today) for key, one in wanted.items() if key not in have]


def _index_of(placements: Sequence[Placement]) -> Placement | None:
    if any(placement.end_reason is PlacementEndReason.DECEASED for placement in placements):
        return None
    by_start: Mapping[PaidStart, Placement] = {
        PaidStart(placement.kind, placement.starts_on, placement.number): placement for placement in placements
    }
    first = first_paid(list(by_start))
    return by_start[first] if first else None


async def _months(session: AsyncSession, trajectory: Trajectory) -> list[int]:
    chosen = select(Programme.follow_up_months).where(col(Programme.id) == trajectory.programme_id)
    return list((await session.scalars(chosen)).one())


def _bring_in_step(follow_up: FollowUp, planned: PlannedFollowUp | None, today: date) -> None:
    if planned is None and follow_up.state in OPEN_STATES:
        follow_up.state, follow_up.closed_on = FollowUpState.CANCELLED, today
    elif planned is not None and follow_up.state in REPLANNABLE:
        moved = follow_up.due_on != planned.due_on
        follow_up.due_on, follow_up.opens_on, follow_up.closes_on = (
            planned.due_on,
            planned.opens_on,
            planned.closes_on,
        )
        if moved or follow_up.state is FollowUpState.CANCELLED:
            follow_up.state = planned.state_on(today)
            follow_up.closed_on = planned.closes_on if follow_up.state is FollowUpState.UNANSWERED else None


def _new(index: Placement, planned: PlannedFollowUp, today: date) -> FollowUp:
    state = planned.state_on(today)
    return FollowUp(
        programme_id=index.programme_id,
        trajectory_id=index.trajectory_id,
        participant_id=index.participant_id,
        placement_id=index.id,
        organisation_id=index.organisation_id,
        month=planned.month,
        due_on=planned.due_on,
        opens_on=planned.opens_on,
        closes_on=planned.closes_on,
        state=state,
        closed_on=planned.closes_on if state is FollowUpState.UNANSWERED else None,
    )
