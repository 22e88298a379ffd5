"""Tasks on the trajectory page and on the desk of the day."""

import re
from datetime import timedelta
from typing import Any

import httpx
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from app.models import Account, Programme, Task
from app.rules.code_lists import Role
from tests.factories import Factory
from tests.routers.days import TODAY

QUIET: dict[str, Any] = {
    "last_contact_on": TODAY,
    "registered_on": TODAY - timedelta(days=9),
    "started_on": TODAY - timedelta(days=5),
}


async def test_a_task_for_today_stands_on_the_desk_the_same_day(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    trajectory = await make.trajectory(programme, **QUIET)
    sent = {"title": "Ask the school for the timetable", "due_on": str(TODAY)}
    answer = await desk.post(f"/trajectories/{trajectory.id}/tasks", data=sent)
    assert answer.headers["location"] == f"/trajectories/{trajectory.id}?done=task"
    assert "To be done today: Ask the school for the timetable" in (await desk.get("/today?kind=task")).text
    assert "Ask the school for the timetable" in (await desk.get(f"/trajectories/{trajectory.id}")).text


async def test_a_task_of_tomorrow_waits_and_one_of_yesterday_says_how_late_it_is_and_who_does_it(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    trajectory = await make.trajectory(programme, **QUIET)
    coach = await make.account(Role.COACH, programme=programme, display_name="Joke de Vries")
    await make.task(trajectory, title="Later", due_on=TODAY + timedelta(days=1))
    await make.task(trajectory, title="Call home", due_on=TODAY - timedelta(days=2), assigned_to=coach.id)
    page = (await desk.get("/today")).text
    assert re.search(r"Late: to be done on .* by Joke de Vries: Call home", page)
    assert "Later" not in page


async def test_a_task_is_done_from_the_desk_and_opened_again_from_the_trajectory(
    desk: httpx.AsyncClient, make: Factory, session: AsyncSession, programme: Programme
) -> None:
    trajectory = await make.trajectory(programme, **QUIET)
    task = await make.task(trajectory, title="Call home", due_on=TODAY)
    done = await desk.post(f"/tasks/{task.id}/done?back=today", data={"version": "1"})
    assert done.headers["location"] == f"/today?done={trajectory.id}"
    page = (await desk.get(done.headers["location"])).text
    assert "Call home" not in page
    assert f'href="/trajectories/{trajectory.id}#tasks"' in page
    assert "Done on" in (await desk.get(f"/trajectories/{trajectory.id}")).text
    await desk.post(f"/tasks/{task.id}/reopening", data={"version": "2"})
    assert (await session.scalars(select(Task))).one().done_on is None


async def test_somebody_elses_task_is_not_on_ones_own_list(
    desk: httpx.AsyncClient, make: Factory, programme: Programme, coordinator: Account
) -> None:
    trajectory = await make.trajectory(programme, coordinator_id=coordinator.id, **QUIET)
    coach = await make.account(Role.COACH, programme=programme)
    await make.task(trajectory, title="Of the coach", due_on=TODAY, assigned_to=coach.id)
    await make.task(trajectory, title="Of nobody", due_on=TODAY)
    page = (await desk.get("/today?mine=true")).text
    assert "Of nobody" in page
    assert "Of the coach" not in page


async def test_a_task_without_a_day_is_refused_beside_its_box(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    trajectory = await make.trajectory(programme, **QUIET)
    page = await desk.post(f"/trajectories/{trajectory.id}/tasks", data={"title": "Call home", "due_on": ""})
    assert page.status_code == 400
    assert re.search(r'id="task-due_on-error">Fill this in', page.text)
    assert 'value="Call home"' in page.text
