"""The page of one follow-up: move it, close it, open it again, keep it as unknown."""

import re
from datetime import timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from app import clock
from app.models import FollowUp, Placement, Programme, Trajectory
from app.rules.code_lists import FollowUpState, Role
from app.use_cases.secrets import new_secret
from tests.factories import Factory
from tests.routers.days import TODAY

State = FollowUpState


@pytest.fixture
async def trajectory(make: Factory, programme: Programme) -> Trajectory:
    return await make.trajectory(programme)


@pytest.fixture
def here(trajectory: Trajectory) -> str:
    return f"/trajectories/{trajectory.id}"


@pytest.fixture
async def waiting(make: Factory, trajectory: Trajectory) -> FollowUp:
    """A question whose day is today."""
    job = await make.placement(trajectory, starts_on=TODAY - timedelta(days=182), job_title="Bakker")
    window: dict[str, Any] = {"opens_on": TODAY - timedelta(days=14), "closes_on": TODAY + timedelta(days=60)}
    return await make.follow_up(job, due_on=TODAY, **window)


async def kept(session: AsyncSession) -> FollowUp:
    session.expire_all()
    return (await session.scalars(select(FollowUp))).one()


async def test_a_moved_day_and_its_reason_stand_beside_the_computed_one(
    desk: httpx.AsyncClient, here: str, session: AsyncSession, waiting: FollowUp
) -> None:
    new_day = TODAY + timedelta(days=10)
    sent = {"due_on": str(new_day), "reason": "De werkgever is met vakantie", "version": "1"}
    answer = await desk.post(f"/follow-ups/{waiting.id}/day", data=sent)
    assert (answer.status_code, answer.headers["location"]) == (303, f"{here}?done=moved")
    for page in (await desk.get(here), await desk.get(f"/follow-ups/{waiting.id}")):
        assert "De werkgever is met vakantie" in page.text
    moved = await kept(session)
    assert (moved.due_on, moved.computed_due_on) == (new_day, TODAY)


async def test_a_day_that_cannot_be_is_refused_beside_the_field_and_nothing_typed_is_lost(
    desk: httpx.AsyncClient, session: AsyncSession, waiting: FollowUp
) -> None:
    sent = {"due_on": str(TODAY - timedelta(days=1)), "reason": "Te vroeg bellen", "version": "1"}
    page = await desk.post(f"/follow-ups/{waiting.id}/day", data=sent)
    assert page.status_code == 400
    assert "would prove nothing about that day" in page.text
    assert 'value="Te vroeg bellen"' in page.text
    assert (await kept(session)).due_on == TODAY


async def test_somebody_who_was_second_sees_that_something_changed(desk: httpx.AsyncClient, waiting: FollowUp) -> None:
    page = await desk.post(f"/follow-ups/{waiting.id}/closing", data={"state": "refused", "version": "7"})
    assert page.status_code == 412
    assert "Somebody else changed this while you were busy." in page.text


async def test_a_question_is_closed_and_opened_again_with_a_reason(
    desk: httpx.AsyncClient, session: AsyncSession, waiting: FollowUp
) -> None:
    closed = await desk.post(f"/follow-ups/{waiting.id}/closing", data={"state": "unreachable", "version": "1"})
    assert closed.status_code == 303
    assert (await kept(session)).state is State.UNREACHABLE
    nothing_said = await desk.post(f"/follow-ups/{waiting.id}/reopening", data={"reason": "", "version": "2"})
    assert (nothing_said.status_code, "Fill this in." in nothing_said.text) == (400, True)
    again = await desk.post(f"/follow-ups/{waiting.id}/reopening", data={"reason": "Belde terug", "version": "2"})
    assert again.status_code == 303
    assert (await kept(session)).state is State.DUE


async def test_what_will_not_be_known_is_kept_as_unknown_until_somebody_wants_to_be_reminded(
    desk: httpx.AsyncClient, here: str, session: AsyncSession, waiting: FollowUp
) -> None:
    sent = {"reason": "Het bedrijf bestaat niet meer", "version": "1"}
    assert (await desk.post(f"/follow-ups/{waiting.id}/acknowledgement", data=sent)).status_code == 303
    assert "Het bedrijf bestaat niet meer" in (await desk.get(here)).text
    assert (await desk.post(f"/follow-ups/{waiting.id}/reminding", data={"version": "2"})).status_code == 303
    assert (await kept(session)).acknowledged_on is None


async def test_the_forms_are_those_that_the_state_allows(
    desk: httpx.AsyncClient, make: Factory, waiting: FollowUp
) -> None:
    def forms(text: str) -> list[str]:
        return re.findall(rf'action="/follow-ups/{waiting.id}/([a-z]+)"', text)

    assert forms((await desk.get(f"/follow-ups/{waiting.id}")).text) == ["day", "closing", "acknowledgement"]
    await desk.post(f"/follow-ups/{waiting.id}/closing", data={"state": "refused", "version": "1"})
    assert forms((await desk.get(f"/follow-ups/{waiting.id}")).text) == ["reopening"]


async def test_somebody_of_another_programme_finds_nothing(
    client: httpx.AsyncClient, make: Factory, waiting: FollowUp
) -> None:
    elsewhere = await make.account(Role.COACH, programme=await make.programme())
    client.cookies.update(await make.signed_in(elsewhere))
    assert (await client.get(f"/follow-ups/{waiting.id}")).status_code == 404
    sent = {"state": "refused", "version": "1"}
    assert (await client.post(f"/follow-ups/{waiting.id}/closing", data=sent)).status_code == 404


async def test_links_that_came_into_the_wrong_hands_are_taken_back_and_what_was_answered_stays(
    desk: httpx.AsyncClient, client: httpx.AsyncClient, session: AsyncSession, make: Factory, waiting: FollowUp
) -> None:
    job = await session.get_one(Placement, waiting.placement_id)
    secret, hashed = new_secret()
    expires_at = clock.now() + timedelta(days=60)
    await make.confirmation_link(job, follow_up_id=waiting.id, token_hash=hashed, expires_at=expires_at)
    assert (await client.get(f"/confirm/{secret}")).status_code == 200
    answer = await desk.post(f"/follow-ups/{waiting.id}/revoked-links")
    assert answer.headers["location"] == f"/follow-ups/{waiting.id}?done=links"
    assert (await client.get(f"/confirm/{secret}")).status_code == 404
    assert "/revoked-links" not in (await desk.get(answer.headers["location"])).text
    assert (await kept(session)).state is State.DUE
