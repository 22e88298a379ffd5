"""Every day, follow-ups open and close by themselves in the running program."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.engine import URL
from sqlmodel import select

from app import clock, database
from app.actor import Actor
from app.daily_round import TAKE_THE_ROUND, daily_rounds
from app.main import create_app, lifespan
from app.models import AuditEvent, FollowUp
from app.rules.code_lists import FollowUpState
from tests.factories import Factory

AT_ONCE = 0.02
LONG_ENOUGH = 0.3


@pytest.fixture
async def follow_up(own_database: URL) -> AsyncIterator[FollowUp]:
    """One that should have opened yesterday."""
    make = Factory()
    yesterday = Actor.operator(clock.now()).today - timedelta(days=1)
    yield await make.follow_up(
        await make.placement(await make.trajectory(await make.programme())),
        state=FollowUpState.PLANNED,
        opens_on=yesterday,
        due_on=yesterday + timedelta(days=14),
        closes_on=yesterday + timedelta(days=74),
    )
    await database.engine().dispose()


async def state() -> FollowUpState:
    async with database.session_for(Actor.operator(clock.now())) as session:
        return (await session.scalars(select(FollowUp))).one().state


async def until_it_is(wanted: FollowUpState) -> None:
    async with asyncio.timeout(10):
        while await state() is not wanted:  # noqa: ASYNC110  the database raises no event
            await asyncio.sleep(AT_ONCE)


async def operate(statement: str) -> None:
    async with database.session_for(Actor.operator(clock.now())) as session:
        await session.execute(text(statement))


async def test_the_server_does_the_round_when_it_starts_and_leaves_nothing_running(follow_up: FollowUp) -> None:
    before = asyncio.all_tasks()
    async with lifespan(create_app()):
        await until_it_is(FollowUpState.DUE)
    assert asyncio.all_tasks() == before
    async with database.session_for(Actor.operator(clock.now())) as session:
        assert (await session.scalars(select(AuditEvent.origin))).all() == ["daily round"]


async def test_while_another_process_does_it_this_one_does_not(follow_up: FollowUp) -> None:
    async with database.session_for(Actor.operator(clock.now())) as other:
        assert await other.scalar(TAKE_THE_ROUND)
        async with daily_rounds(AT_ONCE):
            await asyncio.sleep(LONG_ENOUGH)
        assert await state() is FollowUpState.PLANNED


async def test_after_a_failure_it_is_tried_again_and_the_log_holds_nothing_that_was_typed(
    follow_up: FollowUp, caplog: pytest.LogCaptureFixture
) -> None:
    await operate("alter table follow_up add constraint planted check (state <> 'due')")
    async with daily_rounds(AT_ONCE):
        await asyncio.sleep(LONG_ENOUGH)
        await operate("alter table follow_up drop constraint planted")
        await until_it_is(FollowUpState.DUE)
    assert {record.getMessage() for record in caplog.records} == {
        "The daily round failed and will be tried again: IntegrityError"
    }


async def test_on_one_day_it_is_done_once(follow_up: FollowUp) -> None:
    async with daily_rounds(AT_ONCE):
        await until_it_is(FollowUpState.DUE)
        await operate("update follow_up set state = 'planned'")
        await asyncio.sleep(LONG_ENOUGH)
    assert await state() is FollowUpState.PLANNED
