"""Whom a programme asks at employers, kept at the desk."""

from datetime import date

import httpx
import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.models import EmployerContact, Organisation, Placement, Programme, Trajectory
from app.rules.code_lists import Role
from tests.conftest import Statements
from tests.factories import Factory


@pytest.fixture
async def employer(make: Factory) -> Organisation:
    return await make.organisation(name="Bakkerij Zon")


@pytest.fixture
async def trajectory(make: Factory, programme: Programme) -> Trajectory:
    return await make.trajectory(programme)


@pytest.fixture
async def placement(make: Factory, trajectory: Trajectory, employer: Organisation) -> Placement:
    return await make.placement(trajectory, employer)


@pytest.fixture
async def contact(make: Factory, programme: Programme, employer: Organisation) -> EmployerContact:
    return await make.employer_contact(programme, employer, name="Karin Oldenkamp", email="karin@zon.example")


async def asked_about(session: AsyncSession, placement: Placement) -> tuple[str | None, ...]:
    """Name, e-mail address and telephone number of whoever is asked about a placement."""
    found = await session.execute(
        text(
            "select contact.name, contact.email, contact.phone from placement "
            "left join employer_contact as contact on contact.id = placement.contact_id where placement.id = :id"
        ),
        {"id": placement.id},
    )
    return tuple(found.one())


async def test_the_list_says_about_how_many_jobs_somebody_can_be_asked_and_where_nobody_can(
    desk: httpx.AsyncClient,
    make: Factory,
    programme: Programme,
    trajectory: Trajectory,
    placement: Placement,
    contact: EmployerContact,
    statements: Statements,
) -> None:
    await make.placement(trajectory, await make.organisation(name="Elektro Licht"), contact_id=None)
    await make.placement(trajectory, await make.organisation(name="Oud Werk"), ends_on=date(2026, 3, 1))
    page = await desk.get(f"/programmes/{programme.id}/employer-contacts")
    assert "Of the 2 jobs that run, we can ask somebody about 0." in page.text
    assert page.text.count("Nobody yet") == 2
    assert "Karin Oldenkamp" in page.text
    assert "Oud Werk" not in page.text
    assert len([one for one in statements if "employer_contact" in one]) == 1


async def test_a_programme_without_jobs_says_what_to_do(desk: httpx.AsyncClient, programme: Programme) -> None:
    page = await desk.get(f"/programmes/{programme.id}/employer-contacts")
    assert "There is no employer yet" in page.text


async def test_a_contact_person_is_added_and_changed(
    desk: httpx.AsyncClient, session: AsyncSession, programme: Programme
) -> None:
    here = f"/programmes/{programme.id}/employer-contacts"
    told = {"employer": "Bakkerij Zon", "name": "Jan Smit", "email": "Jan@Zon.example", "language": "en"}
    added = await desk.post(here, data=told)
    assert added.headers["location"] == f"{here}?done=new"
    assert "The contact person has been added." in (await desk.get(added.headers["location"])).text
    contact_id = await session.scalar(text("select id from employer_contact where email = 'jan@zon.example'"))
    changed = await desk.post(
        f"/employer-contacts/{contact_id}/changes", data={"version": "1", "phone": "06 12345678", "language": "nl"}
    )
    assert changed.headers["location"] == f"{here}?done=changed"
    kept = await session.execute(text("select name, email, phone, language from employer_contact"))
    assert tuple(kept.one()) == (None, None, "06 12345678", "nl")
    told_in_log = await session.scalars(text("select changes::text from audit_event"))
    assert not any("Jan" in one or "zon.example" in one or "12345678" in one for one in told_in_log)


async def test_what_was_typed_stays_when_it_is_not_right(desk: httpx.AsyncClient, programme: Programme) -> None:
    told = {"employer": "Bakkerij Zon", "name": "Jan Smit", "email": "jan at zon", "language": "en"}
    page = await desk.post(f"/programmes/{programme.id}/employer-contacts", data=told)
    assert page.status_code == 400
    assert 'value="jan at zon"' in page.text
    assert 'value="Jan Smit"' in page.text
    assert "Fill in one e-mail address, such as naam@voorbeeld.nl." in page.text


async def test_a_change_by_somebody_else_is_shown_beside_what_was_typed(
    desk: httpx.AsyncClient, contact: EmployerContact
) -> None:
    page = await desk.post(f"/employer-contacts/{contact.id}/changes", data={"version": "7", "email": "ander@zon.nl"})
    assert page.status_code == 412
    assert "karin@zon.example" in page.text
    assert 'value="ander@zon.nl"' in page.text


async def test_an_address_from_which_mail_came_back_can_be_taken_up_again(
    desk: httpx.AsyncClient, make: Factory, session: AsyncSession, programme: Programme, employer: Organisation
) -> None:
    failed = await make.employer_contact(programme, employer, bounced_at=make.at, bounce_reason="550 unknown")
    page = await desk.get(f"/employer-contacts/{failed.id}")
    assert "Mail to this address came back on 2 March 2026" in page.text
    await desk.post(f"/employer-contacts/{failed.id}/use-again", data={"version": "1"})
    assert await session.scalar(text("select count(*) from employer_contact where bounced_at is not null")) == 0


async def test_somebody_who_is_known_at_the_employer_is_asked_about_a_placement(
    desk: httpx.AsyncClient, session: AsyncSession, placement: Placement, contact: EmployerContact
) -> None:
    here = f"/placements/{placement.id}/contact"
    assert "Karin Oldenkamp, karin@zon.example" in (await desk.get(here)).text
    await desk.post(here, data={"version": "1", "contact_id": str(contact.id), "language": "nl"})
    assert (await asked_about(session, placement))[0] == "Karin Oldenkamp"
    page = await desk.get(f"/trajectories/{placement.trajectory_id}")
    assert "We ask Karin Oldenkamp." in page.text


async def test_somebody_new_is_asked_about_a_placement_and_nobody_again(
    desk: httpx.AsyncClient, session: AsyncSession, placement: Placement, contact: EmployerContact
) -> None:
    here = f"/placements/{placement.id}/contact"
    new = {"version": "1", "contact_id": str(contact.id), "email": "piet@zon.example", "language": "nl"}
    await desk.post(here, data=new)
    assert await asked_about(session, placement) == (None, "piet@zon.example", None)
    by_phone = {"contact_id": "", "name": "Eva", "language": "nl"}
    await desk.post(here, data={**by_phone, "version": "2", "phone": "06 12345678"})
    await desk.post(here, data={**by_phone, "version": "3", "phone": "+31 6 12 34 56 78"})
    assert await asked_about(session, placement) == ("Eva", None, "06 12345678")
    await desk.post(here, data={"version": "3", "contact_id": "", "language": "nl"})
    assert await asked_about(session, placement) == (None, None, None)
    assert "Nobody to ask yet" in (await desk.get(f"/trajectories/{placement.trajectory_id}")).text


async def test_a_contact_person_takes_over_the_placements_that_have_none(
    desk: httpx.AsyncClient,
    make: Factory,
    session: AsyncSession,
    trajectory: Trajectory,
    employer: Organisation,
    placement: Placement,
    contact: EmployerContact,
) -> None:
    over = await make.placement(trajectory, employer, starts_on=date(2026, 1, 6), ends_on=date(2026, 1, 30))
    assert "One placement at Bakkerij Zon runs" in (await desk.get(f"/employer-contacts/{contact.id}")).text
    await desk.post(f"/employer-contacts/{contact.id}/placements")
    assert (await asked_about(session, placement))[1] == "karin@zon.example"
    assert (await asked_about(session, over))[1] is None


async def test_a_placement_starts_with_somebody_to_ask(
    desk: httpx.AsyncClient, session: AsyncSession, trajectory: Trajectory
) -> None:
    here = f"/trajectories/{trajectory.id}/placements"
    told = {"employer": "Bakkerij Maan", "kind": "regular_job", "starts_on": "2026-02-02", "contact_language": "en"}
    refused = await desk.post(here, data={**told, "contact_email": "niet goed"})
    assert refused.status_code == 400
    assert 'value="niet goed"' in refused.text
    assert 'id="placement-contact_email-error"' in refused.text
    assert await session.scalar(text("select count(*) from organisation where name = 'Bakkerij Maan'")) == 0
    await desk.post(here, data={**told, "contact_email": "eva@maan.example"})
    found = await session.execute(
        text("select email, language from placement join employer_contact on employer_contact.id = contact_id")
    )
    assert tuple(found.one()) == ("eva@maan.example", "en")


async def test_a_stranger_finds_no_contact_person(
    client: httpx.AsyncClient, make: Factory, programme: Programme, placement: Placement, contact: EmployerContact
) -> None:
    elsewhere = await make.account(Role.COORDINATOR, programme=await make.programme())
    client.cookies.update(await make.signed_in(elsewhere))
    paths = (
        f"/programmes/{programme.id}/employer-contacts",
        f"/programmes/{programme.id}/employer-contacts/new",
        f"/employer-contacts/{contact.id}",
        f"/placements/{placement.id}/contact",
    )
    assert [(await client.get(path)).status_code for path in paths] == [404] * 4
