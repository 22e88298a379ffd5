"""Says who of the team guides a participant."""

from datetime import date
from uuid import UUID

from pydantic import Field
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.models import Trajectory
from app.models.base import Shape
from app.rules.code_lists import AssignmentRole, Role
from app.rules.permissions import Act
from app.use_cases.audit import audit
from app.use_cases.colleague import colleague
from app.use_cases.faults import not_before, not_in_future, raise_for
from app.use_cases.load import load_to_change
from app.use_cases.membership_roles import require
from app.use_cases.take_over import TakenOver, current_assignments, take_over


class TeamAssigned(Shape):
    """The accounts of the coach and the coordinator; None is nobody with an account.

    Whoever is new takes over on `from_on`, without one today; `reason` says why.
    """

    coach_id: UUID | None = None
    coordinator_id: UUID | None = None
    from_on: date | None = None
    reason: str | None = Field(default=None, max_length=2000)


async def assign_team(
    session: AsyncSession, *, by: Actor, trajectory_id: UUID, version: int, assigned: TeamAssigned
) -> Trajectory:
    """Assign the coach and the coordinator of a trajectory. Who they were before stays, with the days.

    Raises InvalidInput for a day still to come, or before the one on which the coach of now began. A name from a file,
    of somebody without an account, stays until somebody else takes the place.
    """
    trajectory = await load_to_change(session, Trajectory, trajectory_id, version)
    require(by, Act.ASSIGN_TEAM, trajectory.programme_id)
    before = (trajectory.coach_id, trajectory.coordinator_id)
    coach = await colleague(session, assigned.coach_id, Role.COACH, trajectory.programme_id)
    coordinator = await colleague(session, assigned.coordinator_id, Role.COORDINATOR, trajectory.programme_id)
    named = {AssignmentRole.COACH: coach, AssignmentRole.COORDINATOR: coordinator}
    new = [role for role in named if getattr(assigned, f"{role}_id") != getattr(trajectory, f"{role}_id")]
    on = assigned.from_on or by.today
    current = await current_assignments(session, [trajectory.id])
    since = {role: current[trajectory.id, role].from_on for role in new if (trajectory.id, role) in current}
    raise_for(
        [
            not_in_future("from_on", on, by.today),
            *(not_before("from_on", assigned.from_on, day) for day in since.values()),
        ]
    )
    await take_over(
        session,
        [TakenOver(trajectory, role, named[role], max(on, since.get(role, on)), assigned.reason) for role in new],
    )
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
