"""The list of who waits for a screening, a decision or a place."""

import re
from datetime import timedelta

import httpx

from app.models import Programme, Trajectory
from app.rules.code_lists import Role, SupportDomain, TrajectoryState
from tests.conftest import Statements
from tests.factories import Factory
from tests.routers.days import TODAY


async def candidate(
    make: Factory, programme: Programme, name: str, days_ago: int, state: TrajectoryState
) -> Trajectory:
    registered_on = TODAY - timedelta(days=days_ago)
    person = await make.participant(programme, first_name=name)
    return await make.trajectory(programme, person, state=state, registered_on=registered_on, started_on=None)


def names(page: httpx.Response) -> list[str]:
    return re.findall(r'/screening">(\w+) ', page.text)


def words(page: httpx.Response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page.text).split())


async def test_who_waits_longest_comes_first_and_the_waiting_list_has_its_own_tab(
    desk: httpx.AsyncClient, make: Factory, programme: Programme, statements: Statements
) -> None:
    await candidate(make, programme, "Wout", 3, TrajectoryState.REGISTERED)
    await candidate(make, programme, "Selam", 30, TrajectoryState.SCREENING)
    await candidate(make, programme, "Omar", 60, TrajectoryState.WAITING)
    await make.trajectory(programme)
    statements.clear()
    page = await desk.get("/screening")
    assert len(statements) == 1
    assert names(page) == ["Selam", "Wout"]
    assert "30 days" in page.text
    assert names(await desk.get("/screening?waiting=true")) == ["Omar"]


async def test_it_says_what_is_still_missing(desk: httpx.AsyncClient, make: Factory) -> None:
    programme = await make.programme(entry_requirements=[{"kind": "benefit", "oneOf": ["none"]}])
    leader = await make.account(Role.COORDINATOR, programme=programme)
    desk.cookies.update(await make.signed_in(leader))
    nothing_known = await candidate(make, programme, "Selam", 30, TrajectoryState.SCREENING)
    assert "a test, a talk about work, the circumstances, a fact for one requirement" in words(
        await desk.get("/screening")
    )
    await make.screening_test(nothing_known)
    await make.motivation_interview(nothing_known)
    await make.circumstance(nothing_known, domain=SupportDomain.DEBTS)
    assert "6 of 7 circumstances, a fact for one requirement" in words(await desk.get("/screening"))


async def test_a_coordinator_sees_how_many_there_are_per_programme(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    for days in (3, 4):
        await candidate(make, programme, "Wout", days, TrajectoryState.REGISTERED)
    await candidate(make, programme, "Omar", 60, TrajectoryState.WAITING)
    assert "Leren en werken 2 0 1" in words(await desk.get("/screening"))


async def test_an_empty_list_says_what_that_means(desk: httpx.AsyncClient) -> None:
    assert "Nobody waits for a decision" in (await desk.get("/screening")).text
    assert "Nobody is on the waiting list" in (await desk.get("/screening?waiting=true")).text
