"""The pages of the administrator."""

import re

import httpx
import pytest
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from app.actor import Actor
from app.models import Account, Membership, Organisation, Programme
from app.rules.code_lists import Role, SpellKind
from app.use_cases.change_placement import PlacementChange, change_placement
from tests.factories import Factory
from tests.routers.reader import PAGE, reads_pages

PAGES = ("/accounts", "/organisations", "/new-programme", "/log")


@pytest.fixture
async def office(client: httpx.AsyncClient, make: Factory) -> httpx.AsyncClient:
    """The browser of an administrator, who reads English."""
    return await reads_pages(client, make, await make.account(Role.ADMINISTRATOR))


async def test_somebody_who_is_added_signs_in_with_the_password_that_is_shown_once(
    office: httpx.AsyncClient, make: Factory
) -> None:
    programme = await make.programme()
    sent = {
        "display_name": "Marieke de Wit",
        "email": "Marieke@Example.org",
        "role": "coordinator",
        "programme_id": str(programme.id),
    }
    added = await office.post("/accounts", data=sent)
    assert added.status_code == 200
    shown = re.search(r'<strong class="numeric">([^<]+)</strong>', added.text)
    assert shown is not None
    assert shown[1] not in (await office.get("/accounts")).text
    office.cookies.clear()
    door = await office.post("/sign-in", data={"email": "marieke@example.org", "password": shown[1]})
    assert door.status_code == 303
    assert (await office.get("/today")).status_code == 200


async def test_a_coordinator_without_a_programme_is_not_added(office: httpx.AsyncClient, session: AsyncSession) -> None:
    sent = {"display_name": "Marieke", "email": "marieke@example.org", "role": "coordinator"}
    page = await office.post("/accounts", data=sent)
    assert page.status_code == 400
    assert "Choose the programme." in page.text
    found = await session.scalars(select(Account).where(Account.email == "marieke@example.org"))
    assert found.all() == []


async def test_somebody_who_signs_in_already_gets_one_more_role(
    office: httpx.AsyncClient, make: Factory, session: AsyncSession
) -> None:
    known = await make.account(Role.COACH, programme=await make.programme())
    another = await make.programme()
    sent = {"account_id": str(known.id), "role": "coordinator", "programme_id": str(another.id)}
    given = await office.post("/accounts/roles", data=sent)
    assert given.headers["location"] == "/accounts"
    held = await session.scalars(select(Membership.programme_id).where(Membership.role == Role.COORDINATOR))
    assert held.all() == [another.id]


async def test_a_role_without_its_programme_is_not_given(office: httpx.AsyncClient, make: Factory) -> None:
    known = await make.account(Role.ADMINISTRATOR)
    page = await office.post("/accounts/roles", data={"account_id": str(known.id), "role": "coach"})
    assert page.status_code == 400
    assert "Choose the programme." in page.text


async def test_one_address_has_one_account(office: httpx.AsyncClient, make: Factory) -> None:
    known = await make.account(Role.ADMINISTRATOR)
    sent = {"display_name": "Again", "email": known.email.upper(), "role": "administrator"}
    assert (await office.post("/accounts", data=sent)).status_code == 409


async def test_an_employer_belongs_to_an_organisation(
    office: httpx.AsyncClient, make: Factory, session: AsyncSession
) -> None:
    bakery = await make.organisation(name="Bakkerij Van Dijk")
    sent = {
        "display_name": "Karel",
        "email": "karel@example.org",
        "role": "employer",
        "organisation_id": str(bakery.id),
    }
    assert "Bakkerij Van Dijk" in (await office.post("/accounts", data=sent)).text
    membership = (await session.scalars(select(Membership).where(Membership.role == Role.EMPLOYER))).one()
    assert membership.organisation_id == bakery.id


async def test_an_organisation_is_added(office: httpx.AsyncClient, session: AsyncSession) -> None:
    sent = {"name": "Gemeente Utrecht", "roles": ["municipality", "funder"], "municipality_code": "GM0344"}
    assert (await office.post("/organisations", data=sent)).status_code == 303
    found = (await session.scalars(select(Organisation).where(Organisation.name == "Gemeente Utrecht"))).one()
    assert (found.roles, found.municipality_code) == (["municipality", "funder"], "GM0344")
    assert "Gemeente Utrecht" in (await office.get("/organisations")).text


async def test_a_number_of_the_trade_register_has_eight_digits(office: httpx.AsyncClient) -> None:
    page = await office.post("/organisations", data={"name": "Bakkerij", "kvk_number": "1234"})
    assert page.status_code == 400
    assert 'href="#organisation-kvk_number"' in page.text


async def test_a_programme_is_added(office: httpx.AsyncClient, session: AsyncSession) -> None:
    sent = {"name": "Leren en werken", "kind": "integrated", "contact_norm_days": "14"}
    assert (await office.post("/new-programme", data=sent)).status_code == 303
    programme = (await session.scalars(select(Programme))).one()
    assert (programme.contact_norm_days, programme.follow_up_months) == (14, [3, 6, 12, 24])


async def test_the_log_says_who_did_what(office: httpx.AsyncClient) -> None:
    await office.post("/new-programme", data={"name": "Leren en werken", "contact_norm_days": "14"})
    page = await office.get("/log")
    assert "Added" in page.text
    assert "Leren en werken" in page.text


async def test_the_log_says_in_plain_words_what_changed(
    office: httpx.AsyncClient, session: AsyncSession, operator: Actor, make: Factory
) -> None:
    job = await make.placement(await make.trajectory(await make.programme()))
    change = PlacementChange(kind=SpellKind.AGENCY_JOB, job_guarantee=True, job_title="Chef", hours=24)
    await change_placement(session, by=operator, placement_id=job.id, version=1, change=change)
    page = (await office.get("/log")).text
    for text in (
        "kind: Regular job → Agency job",
        "job guarantee: – → Yes",
        "job title: not shown here → not shown here",
        "hours: – → 24.0",
    ):
        assert text in page
    assert "Chef" not in page


@pytest.mark.parametrize("address", PAGES)
async def test_a_coordinator_does_not_administer(client: httpx.AsyncClient, make: Factory, address: str) -> None:
    coordinator = await make.account(Role.COORDINATOR, programme=await make.programme())
    client.cookies.update(await make.signed_in(coordinator))
    assert (await client.get(address, headers=PAGE)).status_code == 403
