"""Adds a task to a trajectory; says of any task that it is done, or open again."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from app.models import Task
from app.models.task import TaskFields, TaskUpdate
from app.routers.acting import Acting, Team
from app.routers.desk.trajectory.page import show_trajectory
from app.routers.desk.trajectory.quick_forms import TASK
from app.routers.forms import Form, kept_in
from app.routers.typed_values import version_in
from app.use_cases.add_task import add_task
from app.use_cases.change_task import change_task

router = APIRouter()


class Back(StrEnum):
    """The page from which a task is done: there one comes back."""

    TODAY = "today"
    TRAJECTORY = "trajectory"
    SCREENING = "screening"


ADDRESSES = {
    Back.TODAY: "/today?done={trajectory_id}",
    Back.TRAJECTORY: "/trajectories/{trajectory_id}?done=task",
    Back.SCREENING: "/trajectories/{trajectory_id}/screening?done=task",
}


@router.post("/trajectories/{trajectory_id}/tasks")
async def add(request: Request, trajectory_id: UUID, acting: Team) -> Response:
    """Add a task."""
    form = await TASK.sent_in(request)
    read = form.read(TaskFields)
    if read:
        async with kept_in(form, acting.session):
            await add_task(acting.session, by=acting.actor, trajectory_id=trajectory_id, task=read)
    if form.errors:
        return await show_trajectory(request, acting, trajectory_id, sent=form, status=form.status)
    return RedirectResponse(ADDRESSES[Back.TRAJECTORY].format(trajectory_id=trajectory_id), status_code=303)


@router.post("/tasks/{task_id}/done")
async def done(request: Request, task_id: UUID, acting: Team, back: Back = Back.TRAJECTORY) -> Response:
    """Say that a task was done today."""
    return await _change(request, acting, task_id, acting.actor.today, back)


@router.post("/tasks/{task_id}/reopening")
async def reopen(request: Request, task_id: UUID, acting: Team, back: Back = Back.TRAJECTORY) -> Response:
    """Open a task again that was not done after all."""
    return await _change(request, acting, task_id, None, back)


async def _change(request: Request, acting: Acting, task_id: UUID, done_on: date | None, back: Back) -> Response:
    form = await Form("task-done").sent_in(request)
    task: Task = await change_task(
        acting.session,
        by=acting.actor,
        task_id=task_id,
        version=version_in(form),
        change=TaskUpdate(done_on=done_on),
    )
    return RedirectResponse(ADDRESSES[back].format(trajectory_id=task.trajectory_id), status_code=303)
