"""The team asks the participant the question of a follow-up: with a link to send, or by e-mail."""

import re
from datetime import timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from app.models import FollowUp, FollowUpRequest, Message, Placement, Programme
from app.rules.code_lists import AskedOf, FollowUpState, MessagePurpose
from tests.factories import Factory
from tests.routers.days import TODAY


async def job_of(make: Factory, programme: Programme, **person: Any) -> Placement:
    return await make.placement(await make.trajectory(programme, await make.participant(programme, **person)))


async def question(make: Factory, job: Placement, **fields: Any) -> FollowUp:
    day = fields.pop("due_on", TODAY)
    window = {"opens_on": day - timedelta(days=14), "closes_on": day + timedelta(days=60)}
    return await make.follow_up(job, due_on=day, **{**window, **fields})


@pytest.fixture
async def asked(make: Factory, programme: Programme) -> FollowUp:
    return await question(make, await job_of(make, programme, email="Amina@example.org", contact_language="en"))


async def test_a_link_for_the_participant_is_shown_once_and_opens_the_question(
    desk: httpx.AsyncClient, client: httpx.AsyncClient, asked: FollowUp
) -> None:
    assert "Ask the participant" in (await desk.get(f"/follow-ups/{asked.id}")).text
    made = await desk.post(f"/follow-ups/{asked.id}/own-links")
    [path] = re.findall(r"/own-work/[\w-]+", made.text)
    opened = await client.get(f"{path}?language=en")
    assert "Do you still work at" in opened.text


async def test_an_e_mail_is_made_once_in_a_language_that_the_participant_reads(
    desk: httpx.AsyncClient, session: AsyncSession, asked: FollowUp
) -> None:
    first, second = [await desk.post(f"/follow-ups/{asked.id}/own-messages") for _ in range(2)]
    assert (first.status_code, second.status_code) == (303, 409)
    assert "The question goes to the participant by e-mail." in (await desk.get(first.headers["location"])).text
    [message] = await session.scalars(select(Message))
    assert (message.purpose, message.recipient, message.language) == (
        MessagePurpose.PARTICIPANT_QUESTION,
        "amina@example.org",
        "en",
    )
    [request] = await session.scalars(select(FollowUpRequest))
    assert (request.message_id, request.asked_of, request.nth) == (message.id, AskedOf.PARTICIPANT, 1)


@pytest.mark.parametrize(
    ("fields", "person"),
    [
        ({}, {"email": None}),
        ({"due_on": TODAY + timedelta(days=3)}, {"email": "amina@example.org"}),
        ({"state": FollowUpState.ANSWERED}, {"email": "amina@example.org"}),
    ],
)
async def test_without_an_address_a_day_that_has_come_or_an_open_question_nothing_is_mailed(
    desk: httpx.AsyncClient, session: AsyncSession, make: Factory, programme: Programme,
    fields: dict[str, Any], person: dict[str, Any],
) -> None:  # fmt: skip
    asked = await question(make, await job_of(make, programme, **person), **fields)
    assert "Ask by e-mail" not in (await desk.get(f"/follow-ups/{asked.id}")).text
    assert (await desk.post(f"/follow-ups/{asked.id}/own-messages")).status_code == 409
    assert (await session.scalars(select(Message))).all() == []


async def test_the_trajectory_tells_who_said_that_somebody_left_without_the_day(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    job = await job_of(make, programme)
    asked = await question(make, job)
    await make.confirmation_link(job, follow_up_id=asked.id, partial={"answer": "left"})
    page = await desk.get(f"/trajectories/{job.trajectory_id}")
    assert "The employer says: has left. The last day is not known yet." in page.text
