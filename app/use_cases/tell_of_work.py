"""Records what a participant told the team about paid work, when the job that a follow-up is about has ended."""

from datetime import date
from uuid import UUID

from pydantic import Field
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.models import FollowUp
from app.models.base import Shape
from app.models.observation import ObservationFields
from app.rules.code_lists import EvidenceSource, ToldHow
from app.use_cases.faults import not_in_future, raise_for
from app.use_cases.load import load
from app.use_cases.record_observation import record_observation


class WorkTold(Shape):
    """Whether somebody is in paid work on the day of the talk, with any employer; hours are per week."""

    in_paid_work: bool
    hours: float | None = Field(default=None, ge=0, le=80)
    told_by: str = Field(min_length=1, max_length=200)
    told_on: date
    told_how: ToldHow = ToldHow.TELEPHONE


async def tell_of_work(session: AsyncSession, *, by: Actor, follow_up_id: UUID, told: WorkTold) -> FollowUp:
    """Record it as evidence of the participant; it answers the follow-up as far as it proves its day."""
    follow_up = await load(session, FollowUp, follow_up_id)
    raise_for([not_in_future("told_on", told.told_on, by.today)])
    observation = ObservationFields(
        observed_on=told.told_on,
        in_paid_work=told.in_paid_work,
        source=EvidenceSource.PARTICIPANT,
        hours=told.hours if told.in_paid_work else None,
        told_by=told.told_by,
        told_on=told.told_on,
        told_how=told.told_how,
    )
    await record_observation(session, by=by, trajectory_id=follow_up.trajectory_id, observation=observation)
    await session.refresh(follow_up)
    return follow_up
