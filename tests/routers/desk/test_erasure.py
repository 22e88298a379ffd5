"""The page on which it is erased who somebody is."""

import httpx
import pytest
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from app.models import AuditEvent, Participant, Programme, Trajectory
from app.rules.code_lists import Role
from tests.factories import Factory

SURE = {"reason": "asked", "sure": "yes"}


@pytest.fixture
async def trajectory(make: Factory, programme: Programme) -> Trajectory:
    person = await make.participant(programme, number="D7", first_name="Zebedeus", last_name="Quispel")
    return await make.trajectory(programme, person)


async def test_a_coordinator_erases_and_every_page_of_the_person_says_so(
    desk: httpx.AsyncClient, session: AsyncSession, trajectory: Trajectory
) -> None:
    way = f"/trajectories/{trajectory.id}"
    assert f"{way}/erasure" in (await desk.get(way)).text
    assert "Zebedeus Quispel" in (await desk.get(f"{way}/erasure")).text
    done = await desk.post(f"{way}/erasure", data={**SURE, "version": "2"})
    assert done.headers["location"] == f"{way}?done=erased"
    assert "It has been erased who this person is." in (await desk.get(f"{way}?done=erased")).text
    for page in (way, f"{way}/story", f"{way}/summary", f"{way}/erasure"):
        shown = (await desk.get(page)).text
        assert "It was erased who this person is, on 2" in shown, page
        assert "Zebedeus" not in shown, page
        assert "# D7" in shown, page
    gone = (await desk.get(way)).text
    assert f"{way}/erasure" not in gone
    assert "About # D7" in gone
    assert "Speaks best" not in gone
    (logged,) = [one for one in await session.scalars(select(AuditEvent)) if one.action == "erase"]
    assert (logged.object_type, logged.changes) == ("participant", {"erased_because": [None, "asked"]})


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"reason": "asked"}, "Tick that you know that this cannot be undone."),
        ({"sure": "yes"}, 'href="#erasure-reason"'),
    ],
)
async def test_without_a_reason_and_a_tick_nothing_goes(
    desk: httpx.AsyncClient, session: AsyncSession, trajectory: Trajectory, sent: dict[str, str], said: str
) -> None:
    refused = await desk.post(f"/trajectories/{trajectory.id}/erasure", data={**sent, "version": "2"})
    assert refused.status_code == 400
    assert said in refused.text
    assert (await session.get_one(Participant, trajectory.participant_id)).first_name == "Zebedeus"


async def test_who_changed_meanwhile_is_not_erased(desk: httpx.AsyncClient, trajectory: Trajectory) -> None:
    sent = {**SURE, "version": "1"}
    assert (await desk.post(f"/trajectories/{trajectory.id}/erasure", data=sent)).status_code == 412


async def test_somebody_in_another_programme_as_well_is_for_both_coordinators(
    desk: httpx.AsyncClient, session: AsyncSession, make: Factory, programme: Programme, trajectory: Trajectory
) -> None:
    person = await session.get_one(Participant, trajectory.participant_id)
    other = await make.programme(lead_organisation_id=programme.lead_organisation_id)
    await make.trajectory(other, person)
    erasure = f"/trajectories/{trajectory.id}/erasure"
    page = (await desk.get(erasure)).text
    assert "Ask the other coordinators first." in page
    assert 'name="sure"' not in page
    assert (await desk.post(erasure, data={**SURE, "version": "2"})).status_code == 403


async def test_a_coach_erases_nobody(
    client: httpx.AsyncClient, make: Factory, programme: Programme, trajectory: Trajectory
) -> None:
    client.cookies.update(await make.signed_in(await make.account(Role.COACH, programme=programme)))
    html = {"accept": "text/html"}
    way = f"/trajectories/{trajectory.id}"
    assert "/erasure" not in (await client.get(way, headers=html)).text
    assert (await client.get(f"{way}/erasure", headers=html)).status_code == 403
    assert (await client.post(f"{way}/erasure", data={**SURE, "version": "2"})).status_code == 403


async def test_a_stranger_finds_nobody_to_erase(desk: httpx.AsyncClient, make: Factory) -> None:
    elsewhere = await make.trajectory(await make.programme())
    erasure = f"/trajectories/{elsewhere.id}/erasure"
    assert (await desk.get(erasure)).status_code == 404
    assert (await desk.post(erasure, data={**SURE, "version": "2"})).status_code == 404
