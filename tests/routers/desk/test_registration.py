"""Registering somebody."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from app.models import Account, Participant, ParticipantProfile, Programme, Trajectory, TrajectoryEvent
from app.rules.code_lists import Role
from tests.factories import Factory
from tests.routers.days import TODAY


def filled_in(programme: Programme, **fields: Any) -> dict[str, Any]:
    values = {"programme_id": programme.id, "registered_on": TODAY, "first_name": "Amina", "last_name": "Haddad"}
    return {name: str(value) for name, value in {**values, **fields}.items()}


async def registered(session: AsyncSession, answer: httpx.Response) -> Trajectory:
    assert answer.status_code == 303, answer.text
    return await session.get_one(Trajectory, UUID(answer.headers["location"].split("/")[-1].split("?")[0]))


async def test_a_name_is_enough_and_the_rest_stays_unknown(
    desk: httpx.AsyncClient, session: AsyncSession, programme: Programme
) -> None:
    assert "A name is enough to begin" in (await desk.get("/registrations/new")).text
    trajectory = await registered(session, await desk.post("/registrations", data=filled_in(programme)))
    assert (trajectory.number, trajectory.registered_on, trajectory.state) == ("T0001", TODAY, "registered")
    person = await session.get_one(Participant, trajectory.participant_id)
    assert (person.number, person.first_name, person.email) == ("D0001", "Amina", None)
    profile = await session.get_one(ParticipantProfile, person.id)
    assert (profile.birth_date, profile.benefit, profile.education) == (None, None, None)
    assert (await session.scalars(select(TrajectoryEvent.step))).all() == ["register"]


async def test_what_is_known_is_kept_and_the_cohort_with_it(
    desk: httpx.AsyncClient, session: AsyncSession, make: Factory, programme: Programme
) -> None:
    cohort = await make.cohort(programme)
    form = filled_in(
        programme,
        cohort_id=cohort.id,
        birth_date="1990-05-01",
        benefit="participatiewet",
        education="3",
        gender="female",
    )
    trajectory = await registered(session, await desk.post("/registrations", data=form))
    profile = await session.get_one(ParticipantProfile, trajectory.participant_id)
    assert trajectory.cohort_id == cohort.id
    assert (profile.birth_date, profile.benefit, profile.education) == (date(1990, 5, 1), "participatiewet", 3)


async def test_somebody_who_seems_known_is_asked_about_and_nothing_typed_is_lost(
    desk: httpx.AsyncClient, session: AsyncSession, make: Factory, programme: Programme
) -> None:
    known = await make.participant(programme, {"birth_date": date(1990, 5, 1)}, first_name="Amína", last_name="Haddad")
    form = filled_in(programme, birth_date="1990-05-01", phone="06 12345678")
    asked = await desk.post("/registrations", data=form)
    assert asked.status_code == 409
    assert "Amína Haddad" in asked.text
    assert "06 12345678" in asked.text
    assert (await session.scalars(select(Trajectory))).all() == []
    same = await registered(session, await desk.post("/registrations", data={**form, "known_id": str(known.id)}))
    assert same.participant_id == known.id
    other = await registered(session, await desk.post("/registrations", data={**form, "known_id": "somebody_else"}))
    assert other.participant_id != known.id


async def test_a_number_that_somebody_out_of_sight_has_is_passed_over(
    desk: httpx.AsyncClient, session: AsyncSession, make: Factory, programme: Programme
) -> None:
    elsewhere = await make.programme(lead_organisation_id=programme.lead_organisation_id)
    await make.participant(elsewhere, number="D0001")
    trajectory = await registered(session, await desk.post("/registrations", data=filled_in(programme)))
    person = await session.get_one(Participant, trajectory.participant_id)
    assert person.number == "D0002"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"first_name": ""}, "First name"),
        ({"registered_on": TODAY + timedelta(days=1)}, "This day is still to come."),
        ({"birth_date": "31-2-1990"}, "Birth date"),
    ],
)
async def test_what_cannot_be_right_is_said_beside_its_field(
    desk: httpx.AsyncClient, session: AsyncSession, programme: Programme, fields: dict[str, Any], said: str
) -> None:
    refused = await desk.post("/registrations", data=filled_in(programme, **fields))
    assert refused.status_code == 400
    assert said in refused.text
    assert "Haddad" in refused.text
    assert (await session.scalars(select(Participant))).all() == []


async def test_nobody_registers_in_a_programme_of_others(
    desk: httpx.AsyncClient, session: AsyncSession, make: Factory
) -> None:
    refused = await desk.post("/registrations", data=filled_in(await make.programme()))
    assert refused.status_code in (400, 403, 404)
    assert (await session.scalars(select(Participant))).all() == []


async def test_a_coach_registers_too(client: httpx.AsyncClient, make: Factory, programme: Programme) -> None:
    coach: Account = await make.account(Role.COACH, programme=programme)
    client.cookies.update(await make.signed_in(coach))
    answer = await client.post("/registrations", data=filled_in(programme))
    assert answer.status_code == 303
