"""Brings the follow-ups in step of everybody for whom they are not, after a programme changed or a night passed."""

from uuid import UUID

from sqlalchemy import tuple_
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from app.actor import Actor
from app.models import Trajectory
from app.queries.follow_ups_out_of_step import read_follow_ups_out_of_step
from app.use_cases.audit import audit
from app.use_cases.plan_follow_ups import plan_for

PORTION = 500
"""People of whom the rows are held in memory at once."""


async def plan_missing_follow_ups(session: AsyncSession, *, by: Actor, programme_id: UUID | None = None) -> int:
    """Plan anew for everybody who is out of step, in one programme or in all; gives for how many people.

    Doing it twice changes nothing. Only the operator sees the follow-ups of all programmes.
    """
    found = await read_follow_ups_out_of_step(session, programme_id)
    people = sorted({(one.programme_id, one.participant_id) for one in found})
    for first in range(0, len(people), PORTION):
        of_people = select(Trajectory).where(
            tuple_(col(Trajectory.programme_id), col(Trajectory.participant_id)).in_(people[first : first + PORTION])
        )
        await plan_for(session, by=by, trajectories=(await session.scalars(of_people)).all())
    if people:
        await audit(
            session,
            by=by,
            action="plan",
            object_type="follow_up",
            programme_id=programme_id,
            changes={"planned": (None, len(people))},
        )
    return len(people)
