"""Says who of the team guides a participant."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.models import Trajectory
from app.models.base import Shape
from app.rules.code_lists import Role
from app.rules.permissions import Act
from app.use_cases.audit import audit
from app.use_cases.colleague import colleague
from app.use_cases.load import load_to_change
from app.use_cases.membership_roles import require


class TeamAssigned(Shape):
    """The accounts of the coach and the coordinator; None is nobody with an account."""

    coach_id: UUID | None = None
    coordinator_id: UUID | None = None


async def assign_team(
    session: AsyncSession, *, by: Actor, trajectory_id: UUID, version: int, assigned: TeamAssigned
) -> Trajectory:
    """Assign the coach and the coordinator of a trajectory. Who they were before stays in the log.

    A name from a file, of somebody without an account, stays until somebody else takes the place.
    """
    trajectory = await load_to_change(session, Trajectory, trajectory_id, version)
    require(by, Act.ASSIGN_TEAM, trajectory.programme_id)
    before = (trajectory.coach_id, trajectory.coordinator_id)
    coach = await colleague(session, assigned.coach_id, Role.COACH, trajectory.programme_id)
    coordinator = await colleague(session, assigned.coordinator_id, Role.COORDINATOR, trajectory.programme_id)
    if trajectory.coach_id != assigned.coach_id:
        trajectory.coach_id, trajectory.coach_name = assigned.coach_id, coach.display_name if coach else None
    if trajectory.coordinator_id != assigned.coordinator_id:
        trajectory.coordinator_id = assigned.coordinator_id
        trajectory.coordinator_name = coordinator.display_name if coordinator else None
    await session.flush()
    pairs = {"coach_id": (before[0], assigned.coach_id), "coordinator_id": (before[1], assigned.coordinator_id)}
    await audit(
        session,
        by=by,
        action="assign",
        object_type="trajectory",
        object_id=trajectory.id,
        programme_id=trajectory.programme_id,
        changes={name: (old, new) for name, (old, new) in pairs.items() if old != new},
    )
    return trajectory
