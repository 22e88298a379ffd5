"""A contact in twenty seconds: who, then one screen."""

import json
import re
from datetime import date, timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from app.models import Account, CoachingContact, Programme, Trajectory
from app.rules.code_lists import Role, TrajectoryState
from tests.factories import Factory
from tests.routers.days import TODAY
from tests.routers.reader import reads_pages

AS_IT_IS_FILLED_IN = {
    "contacted_on": str(TODAY),
    "kind": "progress",
    "attendance": "came",
    "minutes": "30",
    "minutes_other": "",
    "note": "",
    "next": "",
    "next_contact_on": "",
    "with_whom": "participant",
}


@pytest.fixture
async def coach(make: Factory, programme: Programme) -> Account:
    return await make.account(Role.COACH, programme=programme, display_name="Noor")


@pytest.fixture
async def phone(client: httpx.AsyncClient, make: Factory, coach: Account) -> httpx.AsyncClient:
    """The telephone of the coach, who reads English."""
    return await reads_pages(client, make, coach)


async def person(make: Factory, programme: Programme, first_name: str, **fields: Any) -> Trajectory:
    return await make.trajectory(programme, await make.participant(programme, first_name=first_name), **fields)


async def recorded(session: AsyncSession) -> CoachingContact:
    return (await session.scalars(select(CoachingContact))).one()


async def test_ones_own_people_come_first_and_among_them_who_has_an_appointment(
    phone: httpx.AsyncClient, make: Factory, programme: Programme, coach: Account
) -> None:
    await person(make, programme, "Silent", coach_id=coach.id, last_contact_on=TODAY - timedelta(days=90))
    await person(make, programme, "Spoken", coach_id=coach.id, last_contact_on=TODAY)
    await person(make, programme, "Expected", coach_id=coach.id, last_contact_on=TODAY, next_contact_on=TODAY)
    await person(make, programme, "Colleagues")
    await person(make, programme, "Gone", coach_id=coach.id, state=TrajectoryState.CLOSED)
    page = (await phone.get("/contacts/new")).text
    places = [page.index(name) for name in ("Expected", "Silent", "Spoken")]
    assert places == sorted(places)
    assert "Appointment today" in page
    assert "Colleagues" not in page
    assert "Gone" not in page


async def test_somebody_of_a_colleague_is_found_by_name_which_stands_in_no_address(
    phone: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    await person(make, programme, "Colleagues")
    await person(make, await make.programme(), "Colleagues of elsewhere")
    answer = await phone.post("/contacts/new", data={"name": "colleag"})
    assert answer.text.count("Colleagues") == 1
    assert "colleag" not in str(answer.url)
    too_short = await phone.post("/contacts/new", data={"name": "c"})
    assert (too_short.status_code, "at least two letters" in too_short.text) == (400, True)


async def test_what_the_form_says_by_itself_is_enough(
    phone: httpx.AsyncClient, session: AsyncSession, make: Factory, programme: Programme, coach: Account
) -> None:
    here = f"/trajectories/{(await person(make, programme, 'Lena', coach_id=coach.id)).id}/contacts/new"
    form = (await phone.get(here)).text
    assert re.findall(r'value="([^"]*)"[^>]* checked', form) == ["came", "30", "progress", "", "participant"]
    answer = await phone.post(here, data=AS_IT_IS_FILLED_IN)
    assert (answer.status_code, answer.headers["location"]) == (303, "/caseload?done=contact")
    contact = await recorded(session)
    assert (contact.contacted_on, contact.kind, contact.attendance) == (TODAY, "progress", "came")
    assert (contact.minutes, contact.with_whom, contact.recorded_by) == (30, ["participant"], coach.id)
    assert (contact.topics, contact.note, contact.next_contact_on) == ([], None, None)
    assert "The contact has been recorded." in (await phone.get(answer.headers["location"])).text


@pytest.mark.parametrize(
    ("said", "minutes", "next_on"),
    [
        ({"minutes": "45"}, 45, None),
        ({"minutes_other": "100"}, 100, None),
        ({"attendance": "did_not_come"}, None, None),
        ({"attendance": "cancelled", "minutes_other": "5"}, 5, None),
        ({"next": "2"}, 30, TODAY + timedelta(weeks=2)),
        ({"next": "1", "contacted_on": str(TODAY - timedelta(days=3))}, 30, TODAY + timedelta(days=4)),
        ({"next": "1", "next_contact_on": str(TODAY + timedelta(days=9))}, 30, TODAY + timedelta(days=9)),
    ],
)
async def test_a_chip_says_what_is_usual_and_a_box_what_is_not(
    phone: httpx.AsyncClient,
    session: AsyncSession,
    make: Factory,
    programme: Programme,
    said: dict[str, str],
    minutes: int | None,
    next_on: date | None,
) -> None:
    here = f"/trajectories/{(await person(make, programme, 'Lena')).id}/contacts/new"
    answer = await phone.post(here, data=AS_IT_IS_FILLED_IN | said)
    assert answer.status_code == 303
    contact = await recorded(session)
    assert (contact.minutes, contact.next_contact_on) == (minutes, next_on)


async def test_what_is_not_right_is_said_and_nothing_typed_is_lost(
    phone: httpx.AsyncClient, session: AsyncSession, make: Factory, programme: Programme
) -> None:
    here = f"/trajectories/{(await person(make, programme, 'Lena')).id}/contacts/new"
    wrong = {
        "minutes_other": "half an hour",
        "contacted_on": str(TODAY),
        "next_contact_on": str(TODAY - timedelta(days=1)),
        "topics": ["housing", "debts"],
        "note": "Looks for a house",
    }
    answer = await phone.post(here, data=AS_IT_IS_FILLED_IN | wrong)
    assert answer.status_code == 400
    assert "Fill in a whole number, for example 20." in answer.text
    assert all(kept in answer.text for kept in ("half an hour", "Looks for a house"))
    assert answer.text.count(" checked") == 7
    late = await phone.post(here, data=AS_IT_IS_FILLED_IN | wrong | {"minutes_other": ""})
    assert (late.status_code, "This day is before" in late.text) == (400, True)
    assert (await session.scalars(select(CoachingContact))).all() == []


async def test_a_topic_that_is_not_on_the_list_is_refused(
    phone: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    here = f"/trajectories/{(await person(make, programme, 'Lena')).id}/contacts/new"
    answer = await phone.post(here, data=AS_IT_IS_FILLED_IN | {"topics": "gossip"})
    assert (answer.status_code, "Choose one of the answers." in answer.text) == (400, True)


async def test_the_form_says_when_and_about_what_the_last_talk_was(
    phone: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    lena = await person(make, programme, "Lena")
    await make.coaching_contact(lena, topics=["childcare", "fietsles"])
    page = (await phone.get(f"/trajectories/{lena.id}/contacts/new")).text
    assert "about: Childcare, fietsles" in page


async def test_a_stranger_records_nothing(phone: httpx.AsyncClient, make: Factory) -> None:
    elsewhere = await make.trajectory(await make.programme())
    here = f"/trajectories/{elsewhere.id}/contacts/new"
    assert (await phone.get(here)).status_code == 404
    assert (await phone.post(here, data=AS_IT_IS_FILLED_IN)).status_code == 404


async def test_no_name_stands_in_the_log(
    phone: httpx.AsyncClient, make: Factory, programme: Programme, session: AsyncSession
) -> None:
    lena = await person(make, programme, "Lena")
    await phone.post(f"/trajectories/{lena.id}/contacts/new", data=AS_IT_IS_FILLED_IN | {"note": "Lena said"})
    told = json.dumps(list(await session.scalars(text("select to_jsonb(a) from audit_event a"))))
    assert "Lena" not in told
