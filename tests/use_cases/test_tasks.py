"""Tasks: added, done, opened again, given to somebody."""

from datetime import timedelta

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.errors import ChangedMeanwhile, InvalidInput
from app.models import Programme, Trajectory
from app.models.task import TaskFields, TaskUpdate
from app.rules.code_lists import Role
from app.use_cases.add_task import add_task
from app.use_cases.change_task import change_task
from tests.factories import TODAY, Factory

NEXT_WEEK, YESTERDAY = TODAY + timedelta(days=7), TODAY - timedelta(days=1)


@pytest.fixture
async def programme(make: Factory) -> Programme:
    return await make.programme()


@pytest.fixture
async def trajectory(make: Factory, programme: Programme) -> Trajectory:
    return await make.trajectory(programme)


async def test_a_task_is_done_on_a_day_and_can_be_opened_again(
    session: AsyncSession, operator: Actor, trajectory: Trajectory
) -> None:
    said = TaskFields(title="Ask the school for the timetable", due_on=NEXT_WEEK)
    task = await add_task(session, by=operator, trajectory_id=trajectory.id, task=said)
    assert task.done_on is None
    done = TaskUpdate(done_on=TODAY)
    task = await change_task(session, by=operator, task_id=task.id, version=task.version, change=done)
    assert task.done_on == TODAY
    reopened = TaskUpdate(done_on=None)
    task = await change_task(session, by=operator, task_id=task.id, version=task.version, change=reopened)
    assert task.done_on is None
    assert task.due_on == NEXT_WEEK


async def test_a_task_is_not_to_be_done_before_today_nor_by_somebody_from_elsewhere(
    session: AsyncSession, operator: Actor, make: Factory, trajectory: Trajectory
) -> None:
    elsewhere = await make.account(Role.COACH, programme=await make.programme())
    said = TaskFields(title="Call", due_on=YESTERDAY, assigned_to=elsewhere.id)
    with pytest.raises(InvalidInput) as refused:
        await add_task(session, by=operator, trajectory_id=trajectory.id, task=said)
    assert [error.name for error in refused.value.errors] == ["due_on", "assigned_to"]


async def test_a_task_that_is_overdue_can_still_be_done_and_given_away(
    session: AsyncSession, operator: Actor, make: Factory, programme: Programme, trajectory: Trajectory
) -> None:
    overdue = await make.task(trajectory, due_on=YESTERDAY)
    coach = await make.account(Role.COACH, programme=programme)
    change = TaskUpdate(due_on=YESTERDAY, assigned_to=coach.id, done_on=TODAY)
    task = await change_task(session, by=operator, task_id=overdue.id, version=1, change=change)
    assert (task.assigned_to, task.done_on) == (coach.id, TODAY)


async def test_a_task_is_not_done_tomorrow(
    session: AsyncSession, operator: Actor, make: Factory, trajectory: Trajectory
) -> None:
    task = await make.task(trajectory)
    tomorrow = TaskUpdate(done_on=TODAY + timedelta(days=1))
    with pytest.raises(InvalidInput) as refused:
        await change_task(session, by=operator, task_id=task.id, version=1, change=tomorrow)
    assert [error.name for error in refused.value.errors] == ["done_on"]


async def test_of_two_people_who_change_a_task_the_second_overwrites_nothing(
    session: AsyncSession, operator: Actor, make: Factory, trajectory: Trajectory
) -> None:
    task = await make.task(trajectory)
    done = TaskUpdate(done_on=TODAY)
    await change_task(session, by=operator, task_id=task.id, version=1, change=done)
    with pytest.raises(ChangedMeanwhile):
        await change_task(session, by=operator, task_id=task.id, version=1, change=done)
