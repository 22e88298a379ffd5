"""Corrects an observation: a new one supersedes it, and both stay."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from app.actor import Actor
from app.models import FollowUp, Observation, Trajectory
from app.models.observation import ObservationFields
from app.use_cases.answer_follow_ups import answer_follow_ups
from app.use_cases.audit import audit, differences
from app.use_cases.load import load, load_to_correct
from app.use_cases.pass_follow_up import bring_into, open_state
from app.use_cases.record_observation import check_observation


async def correct_observation(
    session: AsyncSession, *, by: Actor, observation_id: UUID, observation: ObservationFields
) -> Observation:
    """Put a corrected observation in the place of an earlier one.

    Raises Conflict when the earlier one has been corrected already: then the later one is the one to correct.
    """
    wrong = await load_to_correct(session, Observation, observation_id)
    trajectory = await load(session, Trajectory, wrong.trajectory_id)
    await check_observation(session, by=by, trajectory=trajectory, observation=observation)
    wrong.superseded_at = by.at
    corrected = Observation(
        **observation.model_dump(),
        **trajectory.fact_keys,
        supersedes_id=wrong.id,
    )
    session.add(corrected)
    await session.flush()
    await open_again(session, by=by, answered_by=wrong.id)
    await answer_follow_ups(session, by=by, trajectory_id=trajectory.id)
    await audit(
        session,
        by=by,
        action="correct",
        object_type="observation",
        object_id=corrected.id,
        programme_id=trajectory.programme_id,
        changes=differences(wrong, corrected, ObservationFields.model_fields),
    )
    return corrected


async def open_again(session: AsyncSession, *, by: Actor, answered_by: UUID) -> None:
    """What the wrong observation answered is unanswered again, until another one answers it."""
    for follow_up in await session.scalars(select(FollowUp).where(col(FollowUp.answered_by) == answered_by)):
        bring_into(follow_up, open_state(follow_up, by.today), by.today)
    await session.flush()
