"""The list of trajectories."""

import re

import httpx

from app.models import Programme
from app.rules.code_lists import TrajectoryState
from tests.conftest import Statements
from tests.factories import Factory


def names(page: httpx.Response) -> list[str]:
    return re.findall(r'<th scope="row"><a[^>]*>(\w+)', page.text)


async def test_filters_stand_in_the_address(desk: httpx.AsyncClient, make: Factory, programme: Programme) -> None:
    cohort = await make.cohort(programme, name="Spring")
    wanted = await make.participant(programme, first_name="Amina")
    await make.trajectory(programme, wanted, cohort_id=cohort.id, coach_name="Jeroen Bos")
    await make.trajectory(programme, state=TrajectoryState.PAUSED)
    asked = {"programme": str(programme.id), "cohort": str(cohort.id), "state": "active", "coach": "Jeroen Bos"}
    page = await desk.get("/trajectories", params=asked)
    assert names(page) == ["Amina"]
    assert len(names(await desk.get("/trajectories"))) == 2


async def test_a_form_with_empty_filters_asks_nothing(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    await make.trajectory(programme)
    page = await desk.get("/trajectories?programme=&cohort=&state=&coach=&sort=name")
    assert names(page) == ["Amina"]


async def test_a_name_is_searched_for_without_standing_in_an_address(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    await make.trajectory(programme, await make.participant(programme, first_name="Şelam"))
    await make.trajectory(programme, await make.participant(programme, first_name="Yusuf"))
    page = await desk.post("/trajectories/search", data={"name": "YUS"})
    assert names(page) == ["Yusuf"]
    assert not [address for address in re.findall(r'(?:href|action)="([^"]*)"', page.text) if "yus" in address.lower()]


async def test_the_list_is_sorted_by_who_waits_longest(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    for name, last in (("Never", None), ("Late", "2026-02-01"), ("Early", "2026-01-01")):
        person = await make.participant(programme, first_name=name)
        await make.trajectory(programme, person, last_contact_on=last)
    assert names(await desk.get("/trajectories", params={"sort": "last_contact"})) == ["Never", "Early", "Late"]


async def test_nobody_found_is_said(desk: httpx.AsyncClient) -> None:
    assert "Nobody found" in (await desk.get("/trajectories")).text


async def test_a_filter_that_means_nothing_is_a_page_that_does_not_exist(desk: httpx.AsyncClient) -> None:
    assert (await desk.get("/trajectories", params={"state": "asleep"})).status_code == 404


async def test_the_list_is_read_in_one_statement(
    desk: httpx.AsyncClient, make: Factory, programme: Programme, statements: Statements
) -> None:
    await make.trajectory(programme)
    statements.clear()
    assert len(names(await desk.get("/trajectories"))) == 1
    assert len(statements) == 1
