"""Adds a task to a trajectory."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.models import Task, Trajectory
from app.models.task import TaskFields
from app.use_cases.audit import audit
from app.use_cases.faults import not_passed, raise_for
from app.use_cases.load import load
from app.use_cases.team_member import not_on_the_team


async def add_task(session: AsyncSession, *, by: Actor, trajectory_id: UUID, task: TaskFields) -> Task:
    """Add something that somebody of the team, or None when that is still open, will do before a day."""
    trajectory = await load(session, Trajectory, trajectory_id)
    raise_for(
        [
            not_passed("due_on", task.due_on, by.today),
            await not_on_the_team(session, "assigned_to", task.assigned_to, trajectory.programme_id),
        ]
    )
    added = Task(**task.model_dump(), **trajectory.fact_keys)
    session.add(added)
    await session.flush()
    await audit(
        session,
        by=by,
        action="add",
        object_type="task",
        object_id=added.id,
        programme_id=trajectory.programme_id,
        changes={"due_on": (None, added.due_on), "assigned_to": (None, added.assigned_to)},
    )
    return added
