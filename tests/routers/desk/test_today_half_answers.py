"""What was answered and proves nothing yet stands on the desk, so that somebody calls."""

import re
from datetime import timedelta

import httpx
import pytest
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import update

from app import clock
from app.models import FollowUp, Placement, Programme
from app.rules.code_lists import AskedOf, FollowUpState
from app.rules.work_answer import NEVER_WORKED_THERE, NOT_AN_EMPLOYEE
from tests.factories import Factory

NOW = clock.now()
LEFT = {"partial": {"answer": "left"}}


@pytest.fixture
async def job(make: Factory, programme: Programme) -> Placement:
    trajectory = await make.trajectory(programme, last_contact_on=clock.day_of(NOW))
    return await make.placement(trajectory, await make.organisation(name="Bakkerij De Korenbloem"))


@pytest.fixture
async def question(make: Factory, job: Placement) -> FollowUp:
    day = clock.day_of(NOW)
    window = {"opens_on": day - timedelta(days=14), "closes_on": day + timedelta(days=60)}
    return await make.follow_up(job, due_on=day, state=FollowUpState.ASKED, **window)


async def lines(desk: httpx.AsyncClient, kind: str = "half_answer") -> list[str]:
    return re.findall(r'class="task__why">(.*?)</p>', (await desk.get(f"/today?kind={kind}")).text)


@pytest.mark.parametrize(
    ("asked_of", "says"),
    [
        (AskedOf.EMPLOYER, "Bakkerij De Korenbloem says: has left. Call to hear what the last day was."),
        (AskedOf.PARTICIPANT, "The participant says: no longer at Bakkerij De Korenbloem. Call to hear what the last"),
    ],
)
async def test_a_departure_without_its_day_asks_for_a_call(
    desk: httpx.AsyncClient, make: Factory, job: Placement, question: FollowUp, asked_of: AskedOf, says: str
) -> None:
    for _ in range(2):
        await make.confirmation_link(job, follow_up_id=question.id, asked_of=asked_of, **LEFT)
    [line] = await lines(desk)
    assert line.startswith(says)
    assert await lines(desk, "follow_up") == []


async def test_once_the_last_day_is_known_the_call_is_gone(
    desk: httpx.AsyncClient, make: Factory, session: AsyncSession, job: Placement, question: FollowUp
) -> None:
    await make.confirmation_link(job, follow_up_id=question.id, **LEFT)
    await session.execute(update(FollowUp).values(state=FollowUpState.ANSWERED))
    assert len(await lines(desk)) == 1
    await session.execute(update(Placement).values(ends_on=job.starts_on))
    assert await lines(desk) == []


@pytest.mark.parametrize(
    ("reason", "says"),
    [
        (NOT_AN_EMPLOYEE, "Bakkerij De Korenbloem says: never worked here. Look into it."),
        (NEVER_WORKED_THERE, "The participant says: never worked at Bakkerij De Korenbloem. Look into it."),
    ],
)
async def test_a_stranger_asks_to_be_looked_into(
    desk: httpx.AsyncClient, session: AsyncSession, question: FollowUp, reason: str, says: str
) -> None:
    await session.execute(update(FollowUp).values(reason=str(reason)))
    assert await lines(desk) == [says]


async def test_a_new_link_that_cannot_be_sent_asks_for_an_address(
    desk: httpx.AsyncClient, make: Factory, job: Placement, question: FollowUp
) -> None:
    await make.confirmation_link(job, follow_up_id=question.id, renewed_at=NOW)
    [line] = await lines(desk)
    assert line == "Bakkerij De Korenbloem asks for a new link, but no address is known. Say whom to ask there."
    assert f'href="/placements/{job.id}/contact"' in (await desk.get("/today?kind=half_answer")).text
