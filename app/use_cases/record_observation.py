"""Records an observation: somebody says of one day that a participant was in paid work, or was not."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.errors import UnknownReference
from app.models import Observation, Placement, Trajectory
from app.models.observation import ObservationFields
from app.rules.sentence import Sentence
from app.use_cases.answer_follow_ups import answer_follow_ups
from app.use_cases.audit import audit
from app.use_cases.faults import fault, not_before, not_in_future, raise_for
from app.use_cases.load import load


async def record_observation(
    session: AsyncSession, *, by: Actor, trajectory_id: UUID, observation: ObservationFields
) -> Observation:
    """Record an observation; the follow-ups that it answers are answered by it from now on."""
    trajectory = await load(session, Trajectory, trajectory_id)
    await check_observation(session, by=by, trajectory=trajectory, observation=observation)
    recorded = Observation(**observation.model_dump(), **trajectory.fact_keys)
    session.add(recorded)
    await session.flush()
    await answer_follow_ups(session, by=by, trajectory_id=trajectory.id)
    await audit(
        session,
        by=by,
        action="record",
        object_type="observation",
        object_id=recorded.id,
        programme_id=trajectory.programme_id,
        changes={"in_paid_work": (None, recorded.in_paid_work), "observed_on": (None, recorded.observed_on)},
    )
    return recorded


async def check_observation(
    session: AsyncSession, *, by: Actor, trajectory: Trajectory, observation: ObservationFields
) -> None:
    """Refuse a statement about a day to come, about another's placement, or about a job that had not begun."""
    too_early = None
    if observation.placement_id is not None:
        placement = await session.get(Placement, observation.placement_id)
        if placement is None or placement.trajectory_id != trajectory.id:
            unknown = Sentence("This placement is not one of this trajectory.")
            raise UnknownReference([fault("placement_id", "unknown", unknown)])
        too_early = not_before("observed_on", observation.observed_on, placement.starts_on)
    raise_for([not_in_future("observed_on", observation.observed_on, by.today), too_early])
