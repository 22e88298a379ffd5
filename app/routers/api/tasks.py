"""/v1/tasks"""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from app.models.task import TaskCreate, TaskFields, TaskPublic, TaskUpdate
from app.queries.screening_facts import TASKS
from app.routers.acting import TeamCaller
from app.routers.api.answers import answer_new, answer_one, answer_page, page_of
from app.routers.api.filters import OfTrajectory
from app.routers.api.paging import PageWanted
from app.routers.api.versions import VersionRead
from app.use_cases.add_task import add_task
from app.use_cases.change_task import change_task

router = APIRouter(prefix="/tasks", tags=["tasks"])


@router.get("", response_model=page_of(TaskPublic))
async def list_tasks(
    request: Request,
    acting: TeamCaller,
    wanted: PageWanted,
    chosen: OfTrajectory,
    assigned_to: Annotated[UUID | None, Query(alias="assignedTo")] = None,
    open_tasks: Annotated[bool | None, Query(alias="open")] = None,
) -> Response:
    """List tasks. `open` true gives those that are not done yet, false those that are."""
    return await answer_page(request, acting, TASKS, wanted, **chosen, assigned_to=assigned_to, open=open_tasks)


@router.post("", status_code=201, response_model=TaskPublic)
async def create_task(acting: TeamCaller, task: TaskCreate) -> Response:
    """Add a task to a trajectory."""
    added = await add_task(
        acting.session,
        by=acting.actor,
        trajectory_id=task.trajectory_id,
        task=TaskFields(**task.model_dump(exclude={"trajectory_id"})),
    )
    return await answer_new(acting, TASKS, added.id, at=f"/v1/tasks/{added.id}")


@router.get("/{task_id}", response_model=TaskPublic)
async def get_task(acting: TeamCaller, task_id: UUID) -> Response:
    """Read one task."""
    return await answer_one(acting, TASKS, task_id)


@router.patch("/{task_id}", response_model=TaskPublic)
async def update_task(acting: TeamCaller, task_id: UUID, version: VersionRead, change: TaskUpdate) -> Response:
    """Change the fields that are sent; a day in `doneOn` says that it is done, null that it is open again."""
    await change_task(acting.session, by=acting.actor, task_id=task_id, version=version, change=change)
    return await answer_one(acting, TASKS, task_id)
