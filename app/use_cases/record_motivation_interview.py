"""Records a talk about work in one sector."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, update

from app.actor import Actor
from app.models import MotivationInterview, Trajectory
from app.models.motivation_interview import MotivationInterviewFields
from app.use_cases.audit import audit
from app.use_cases.faults import not_in_future, raise_for
from app.use_cases.load import load


async def record_motivation_interview(
    session: AsyncSession, *, by: Actor, trajectory_id: UUID, interview: MotivationInterviewFields
) -> MotivationInterview:
    """Record a score for one sector. The same sector and day again is a correction: it supersedes the earlier one."""
    trajectory = await load(session, Trajectory, trajectory_id)
    raise_for([not_in_future("held_on", interview.held_on, by.today)])
    await session.execute(
        update(MotivationInterview)
        .where(
            col(MotivationInterview.trajectory_id) == trajectory.id,
            col(MotivationInterview.sector) == interview.sector,
            col(MotivationInterview.held_on) == interview.held_on,
            col(MotivationInterview.superseded_at).is_(None),
        )
        .values(superseded_at=by.at)
    )
    recorded = MotivationInterview(**interview.model_dump(), **trajectory.fact_keys)
    session.add(recorded)
    await session.flush()
    await audit(
        session,
        by=by,
        action="record",
        object_type="motivation_interview",
        object_id=recorded.id,
        programme_id=trajectory.programme_id,
        changes={"score": (None, recorded.score)},
    )
    return recorded
