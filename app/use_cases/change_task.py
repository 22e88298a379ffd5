"""Changes a task: done, open again, later, or somebody else's."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.models import Task
from app.models.task import TaskUpdate
from app.use_cases.audit import audit
from app.use_cases.faults import not_in_future, not_passed, raise_for
from app.use_cases.load import load_to_change
from app.use_cases.team_member import not_on_the_team


async def change_task(session: AsyncSession, *, by: Actor, task_id: UUID, version: int, change: TaskUpdate) -> Task:
    """Change the fields that were sent. A day in `done_on` says that it is done, None that it is open again."""
    task = await load_to_change(session, Task, task_id, version)
    values = change.model_dump(exclude_unset=True)
    changes = {name: (old, new) for name, new in values.items() if (old := getattr(task, name)) != new}
    raise_for(
        [
            not_passed("due_on", change.due_on, by.today) if "due_on" in changes else None,
            not_in_future("done_on", change.done_on, by.today) if change.done_on else None,
            await not_on_the_team(session, "assigned_to", change.assigned_to, task.programme_id)
            if "assigned_to" in changes
            else None,
        ]
    )
    for name, (_, new) in changes.items():
        setattr(task, name, new)
    await session.flush()
    if changes:
        await audit(
            session,
            by=by,
            action="change",
            object_type="task",
            object_id=task.id,
            programme_id=task.programme_id,
            changes=changes,
        )
    return task
