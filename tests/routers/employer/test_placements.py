"""The pages of an employer with an account."""

import httpx
import pytest
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from app.models import Account, Observation, Organisation, Placement
from app.rules.code_lists import Role
from tests.factories import Factory
from tests.routers.reader import reads_pages


@pytest.fixture
async def bakery(make: Factory) -> Organisation:
    return await make.organisation(name="Bakkerij De Korenbloem")


@pytest.fixture
async def account(make: Factory, bakery: Organisation) -> Account:
    return await make.account(Role.EMPLOYER, organisation=bakery)


@pytest.fixture
async def browser(client: httpx.AsyncClient, make: Factory, account: Account) -> httpx.AsyncClient:
    return await reads_pages(client, make, account)


async def placed(make: Factory, employer: Organisation | None, first_name: str) -> Placement:
    programme = await make.programme()
    person = await make.participant(programme, first_name=first_name, last_name="Warsame")
    return await make.placement(await make.trajectory(programme, person), employer)


async def test_an_employer_sees_own_placements_only(
    browser: httpx.AsyncClient, make: Factory, bakery: Organisation
) -> None:
    await placed(make, bakery, "Amina")
    await placed(make, None, "Bilal")
    page = await browser.get("/own-placements")
    assert page.status_code == 200
    assert "Amina W." in page.text
    assert "Warsame" not in page.text
    assert "Bilal" not in page.text


async def test_an_employer_answers_about_an_own_placement(
    browser: httpx.AsyncClient, session: AsyncSession, make: Factory, bakery: Organisation, account: Account
) -> None:
    job = await placed(make, bakery, "Amina")
    answer = await browser.post(f"/own-placements/{job.id}", data={"answer": "still_here"})
    assert answer.status_code == 303
    assert "Thank you" in (await browser.get(answer.headers["location"])).text
    [said] = await session.scalars(select(Observation))
    assert (said.source, said.recorded_by) == ("employer", account.id)


@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_another_employers_placement_is_not_found(browser: httpx.AsyncClient, make: Factory, method: str) -> None:
    job = await placed(make, None, "Bilal")
    page = await browser.request(method, f"/own-placements/{job.id}", data={"answer": "still_here"})
    assert page.status_code == 404
    assert "Bilal" not in page.text


async def test_a_coordinator_has_another_page(client: httpx.AsyncClient, make: Factory) -> None:
    coordinator = await make.account(Role.COORDINATOR, programme=await make.programme())
    client.cookies.update(await make.signed_in(coordinator))
    assert (await client.get("/own-placements")).status_code == 403


async def test_with_an_account_the_last_day_must_be_known(
    browser: httpx.AsyncClient, make: Factory, bakery: Organisation
) -> None:
    job = await placed(make, bakery, "Amina")
    page = await browser.post(f"/own-placements/{job.id}", data={"answer": "left"}, headers={"accept": "text/html"})
    assert page.status_code == 400
    assert 'href="#confirmation-left_on"' in page.text
