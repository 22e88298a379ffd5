"""What runs by itself, and what contradicts itself, as people see it."""

from datetime import timedelta

import httpx
import pytest

from app import clock
from app.models import Programme
from app.rules.background_work import PERIODIC
from app.rules.code_lists import Role
from tests.factories import Factory
from tests.routers.reader import PAGE, reads_pages


async def everything_ran(make: Factory, **fields: object) -> None:
    for work in PERIODIC:
        await make.periodic_run(
            task=work.task, started_at=clock.real_now(), **{"finished_at": clock.real_now(), **fields}
        )


@pytest.fixture
async def desk(client: httpx.AsyncClient, make: Factory, programme: Programme) -> httpx.AsyncClient:
    """The browser of a coordinator, who reads English."""
    return await reads_pages(client, make, await make.account(Role.COORDINATOR, programme=programme))


@pytest.fixture
async def programme(make: Factory) -> Programme:
    """The programme of the coordinator."""
    return await make.programme()


async def test_when_everything_runs_and_agrees_the_page_says_so_and_the_desk_is_quiet(
    desk: httpx.AsyncClient, make: Factory
) -> None:
    await everything_ran(make, counts={"opened": 3, "closed": 0})
    page = (await desk.get("/background-work")).text
    assert page.count("In time") == len(PERIODIC)
    assert "3 follow-ups opened" in page
    assert "follow-ups closed" not in page
    assert "Nothing contradicts itself" in page
    assert "/background-work" not in (await desk.get("/today")).text


async def test_when_nothing_ran_the_desk_is_red_and_leads_to_what_is_late(desk: httpx.AsyncClient) -> None:
    today = (await desk.get("/today")).text
    assert "What must happen by itself does not" in today
    assert '<a href="/background-work">' in today
    page = (await desk.get("/background-work")).text
    assert page.count("never yet") == len(PERIODIC)
    assert page.count("badge badge--error") == len(PERIODIC)


async def test_what_failed_last_time_is_told_by_its_kind(desk: httpx.AsyncClient, make: Factory) -> None:
    later = clock.real_now() + timedelta(seconds=1)
    await everything_ran(make, failed_at=later, failure="OperationalError")
    page = (await desk.get("/background-work")).text
    assert page.count("Failed, is tried again") == len(PERIODIC)
    assert "OperationalError" in page


async def test_a_contradiction_leads_to_the_trajectory_and_is_for_the_team_of_the_programme(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    await everything_ran(make)
    for each in (programme, await make.programme()):
        trajectory = await make.trajectory(each, number=f"T of {each.name}")
        await make.consistency_finding(await make.follow_up(await make.placement(trajectory)), check_name="asked_twice")
    assert "See the one that the nightly check found" in (await desk.get("/today")).text
    page = (await desk.get("/background-work")).text
    assert "One address was asked the same question twice within a day" in page
    assert page.count(">T of ") == 1
    assert f">T of {programme.name}</a>" in page


async def test_an_administrator_sees_every_contradiction_and_no_trajectory(
    client: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    client.cookies.update(await make.signed_in(await make.account(Role.ADMINISTRATOR)))
    follow_up = await make.follow_up(await make.placement(await make.trajectory(programme)))
    await make.consistency_finding(follow_up)
    page = (await client.get("/background-work", headers=PAGE)).text
    assert str(follow_up.id)[:8] in page
    assert "/trajectories/" not in page


async def test_a_municipality_does_not_see_it(client: httpx.AsyncClient, make: Factory) -> None:
    account = await make.account(Role.MUNICIPALITY, organisation=await make.organisation())
    client.cookies.update(await make.signed_in(account))
    assert (await client.get("/background-work", headers=PAGE)).status_code == 403
