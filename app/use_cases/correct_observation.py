"""Corrects an observation: a new one supersedes it, and both stay."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from app.actor import Actor
from app.errors import Conflict
from app.models import FollowUp, Observation, Trajectory
from app.models.observation import ObservationFields
from app.rules.sentence import Sentence
from app.use_cases.answer_follow_ups import answer_follow_ups
from app.use_cases.audit import audit
from app.use_cases.load import load
from app.use_cases.pass_follow_up import bring_into, open_state
from app.use_cases.record_observation import check_observation


async def correct_observation(
    session: AsyncSession, *, by: Actor, observation_id: UUID, observation: ObservationFields
) -> Observation:
    """Put a corrected observation in the place of an earlier one.

    Raises Conflict when the earlier one has been corrected already: then the later one is the one to correct.
    """
    wrong = await load(session, Observation, observation_id)
    await session.refresh(wrong, with_for_update=True)
    if wrong.superseded_at is not None:
        raise Conflict(Sentence("This has been corrected already. Look at the later one first."))
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
        changes={
            name: (getattr(wrong, name), getattr(corrected, name))
            for name in ObservationFields.model_fields
            if getattr(wrong, name) != getattr(corrected, name)
        },
    )
    return corrected


async def open_again(session: AsyncSession, *, by: Actor, answered_by: UUID) -> None:
    """What the wrong observation answered is unanswered again, until another one answers it."""
    for follow_up in await session.scalars(select(FollowUp).where(col(FollowUp.answered_by) == answered_by)):
        bring_into(follow_up, open_state(follow_up, by.today), by.today)
    await session.flush()
