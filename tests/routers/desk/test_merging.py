"""The pages on which two numbers become one person."""

from datetime import date

import httpx
import pytest

from app.models import Participant, Programme
from app.rules.code_lists import Role
from tests.factories import Factory

BORN = {"birth_date": date(1990, 5, 2)}


@pytest.fixture
async def two(make: Factory, programme: Programme) -> tuple[Participant, Participant]:
    one = await make.participant(programme, BORN, first_name="Amina", last_name="Warsame")
    other = await make.participant(programme, BORN, first_name="Aamina", last_name="Warsame")
    await make.trajectory(programme, one)
    await make.trajectory(programme, other, number="T77")
    return one, other


def answer(one: Participant, other: Participant, **more: str) -> dict[str, str]:
    return {"kept_id": str(one.id), "sure": "yes", f"version-{one.id}": "2", f"version-{other.id}": "2", **more}


async def test_people_who_are_probably_one_are_compared_and_made_one(
    desk: httpx.AsyncClient, two: tuple[Participant, Participant]
) -> None:
    one, other = two
    assert 'href="/merging"' in (await desk.get("/trajectories")).text
    address = f"/merging/{one.id}/{other.id}"
    listed = (await desk.get("/merging")).text
    assert address in listed or f"/merging/{other.id}/{one.id}" in listed
    assert "T77" in (await desk.get(address)).text
    done = await desk.post(address, data=answer(one, other))
    assert done.headers["location"] == "/merging?done=merged"
    after = (await desk.get(done.headers["location"])).text
    assert "are one person now" in after
    assert "Nobody seems to have two numbers" in after
    assert (await desk.get(address)).status_code == 404
    for searched in ("aamina", other.number):
        found = (await desk.post("/trajectories/search", data={"name": searched})).text
        assert "T77" in found
        assert "Amina Warsame" in found


async def test_who_is_not_sure_or_chooses_none_merges_nobody(
    desk: httpx.AsyncClient, two: tuple[Participant, Participant]
) -> None:
    one, other = two
    refused = await desk.post(f"/merging/{one.id}/{other.id}", data={f"version-{one.id}": "2"})
    assert refused.status_code == 400
    assert "Choose one of the two numbers." in refused.text
    assert "Tick this when you are sure" in refused.text
    stale = await desk.post(f"/merging/{one.id}/{other.id}", data=answer(one, other, **{f"version-{one.id}": "1"}))
    assert stale.status_code == 412


async def test_a_coach_and_a_stranger_merge_nobody(
    client: httpx.AsyncClient, make: Factory, programme: Programme, two: tuple[Participant, Participant]
) -> None:
    one, other = two
    address = f"/merging/{one.id}/{other.id}"
    client.cookies.update(await make.signed_in(await make.account(Role.COACH, programme=programme)))
    assert (await client.get(address, headers={"accept": "text/html"})).status_code == 403
    assert 'href="/merging"' not in (await client.get("/trajectories")).text
    stranger = await make.account(Role.COORDINATOR, programme=await make.programme())
    client.cookies.update(await make.signed_in(stranger))
    assert (await client.get(address)).status_code == 404


async def test_other_programs_merge_two_numbers_and_find_the_kept_one_by_either(
    client: httpx.AsyncClient, make: Factory, programme: Programme, two: tuple[Participant, Participant]
) -> None:
    one, other = two
    caller = await make.token(await make.account(Role.COORDINATOR, programme=programme))
    there = f"/v1/participants/{one.id}"
    version = {"If-Match": (await client.get(there, headers=caller)).headers["etag"]}
    asked = {"participantId": str(other.id), "version": 2}
    merged = await client.post(f"{there}/merges", json=asked, headers={**caller, **version})
    assert merged.json()["id"] == str(one.id)
    moved = await client.get(f"/v1/participants/{other.id}", headers=caller)
    assert (moved.status_code, moved.headers["location"]) == (308, there)
    for number in (one.number, other.number):
        found = await client.post("/v1/participants/_search", json={"number": number}, headers=caller)
        assert [person["id"] for person in found.json()["results"]] == [str(one.id)]
    assert len((await client.get("/v1/participants", headers=caller)).json()["results"]) == 1
