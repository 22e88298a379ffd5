"""A fact asks a worker for what it causes, in its own transaction and from every door but that of the reports."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import ProgrammingError
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor, Audience
from app.database import session_for
from app.rules.background_work import Task
from app.use_cases.enqueue import enqueue
from tests.factories import MOMENT

WAITING = text("select task_name, args from jobs.procrastinate_jobs where status = 'todo' order by id")


async def waiting(session: AsyncSession) -> list[tuple[object, ...]]:
    return [tuple(row) for row in await session.execute(WAITING)]


async def test_the_same_request_twice_in_one_transaction_is_one_job(session: AsyncSession) -> None:
    await enqueue(session, Task.SEND_MESSAGES)
    await enqueue(session, Task.SEND_MESSAGES)
    await enqueue(session, Task.PLAN_FOLLOW_UPS, programme_id="one")
    await enqueue(session, Task.PLAN_FOLLOW_UPS, programme_id="other")
    assert await waiting(session) == [
        ("send_messages", {}),
        ("plan_follow_ups", {"programme_id": "one"}),
        ("plan_follow_ups", {"programme_id": "other"}),
    ]


async def test_what_is_undone_asks_for_nothing(session: AsyncSession) -> None:
    undone = await session.begin_nested()
    await enqueue(session, Task.SEND_MESSAGES)
    await undone.rollback()
    assert await waiting(session) == []


@pytest.mark.parametrize("door", [Audience.TEAM, Audience.EMPLOYER, Audience.PARTICIPANT])
async def test_whoever_writes_a_fact_may_ask_and_cannot_look_into_the_queue(
    session: AsyncSession, door: Audience
) -> None:
    async with session_for(Actor.stranger(MOMENT).at_door(door)) as asking:
        await enqueue(asking, Task.SEND_MESSAGES)
    assert await waiting(session) == [("send_messages", {})]
    with pytest.raises(ProgrammingError, match="permission denied for schema jobs"):
        async with session_for(Actor.stranger(MOMENT).at_door(door)) as looking:
            await waiting(looking)


async def test_who_reads_reports_asks_for_nothing(session: AsyncSession) -> None:
    with pytest.raises(ProgrammingError, match="permission denied for function enqueue_job"):
        async with session_for(Actor.stranger(MOMENT).at_door(Audience.REPORTS)) as reading:
            await enqueue(reading, Task.SEND_MESSAGES)
