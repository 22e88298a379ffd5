"""The response on the desk of the day: a figure, and quiet about what the team knows that it does not know."""

import re
from datetime import timedelta
from typing import Any

import httpx

from app.models import Account, FollowUp, Placement, Programme
from app.rules.code_lists import FollowUpState, Role
from tests.factories import Factory
from tests.routers.days import TODAY


async def due(make: Factory, placement: Placement, days_ago: int, month: int, **fields: Any) -> FollowUp:
    day = TODAY - timedelta(days=days_ago)
    window = {"opens_on": day - timedelta(days=14), "closes_on": day + timedelta(days=60)}
    return await make.follow_up(placement, due_on=day, month=month, **window, **fields)


async def test_it_tells_how_many_follow_ups_of_the_past_year_were_answered_in_each_programme(
    desk: httpx.AsyncClient, make: Factory, programme: Programme, coordinator: Account
) -> None:
    placement = await make.placement(await make.trajectory(programme))
    states = (FollowUpState.ANSWERED, FollowUpState.UNANSWERED, FollowUpState.ANSWERED, FollowUpState.CANCELLED)
    for month, state in enumerate(states, 1):
        await due(make, placement, 30 * month, month, state=state)
    await due(make, placement, 400, 10, state=FollowUpState.UNREACHABLE)
    assert f'<a href="/programmes/{programme.id}/response">67% answered</a>' in (await desk.get("/today")).text
    assert "of the follow-ups of the past year (2 of 3)" in (await desk.get("/today")).text
    other = await make.programme(name="Zorg")
    await make.membership(coordinator, Role.COORDINATOR, other)
    await due(make, await make.placement(await make.trajectory(other)), 10, 3)
    assert "0% answered</a>" in (await desk.get("/today")).text


async def test_before_anything_is_due_there_is_no_figure(desk: httpx.AsyncClient, programme: Programme) -> None:
    assert "of the past year" not in (await desk.get("/today")).text


async def test_what_the_team_knows_that_it_does_not_know_is_not_on_the_desk_again(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    trajectory = await make.trajectory(programme, last_contact_on=TODAY)
    placement = await make.placement(trajectory)
    acknowledged = {"acknowledged_on": TODAY, "acknowledged_because": "Moved abroad"}
    await due(make, placement, 40, 3, **acknowledged)
    assert "Amina" not in (await desk.get("/today?kind=follow_up")).text
    await due(make, placement, 1, 6)
    (line,) = re.findall(r'class="task__why">(.*?)</p>', (await desk.get("/today?kind=follow_up")).text)
    assert line.startswith("Month 6 after the start")
