"""What must happen by itself happens: at the start, when somebody asks for it, and after whatever went wrong."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from sqlalchemy import text
from sqlalchemy.engine import URL
from sqlmodel import select

from app import clock, database
from app.actor import Actor
from app.jobs.job import Counts, Job
from app.jobs.stopping import stopping
from app.jobs.worker import working
from app.main import create_app, lifespan
from app.models import AuditEvent, FollowUp
from app.rules.background_work import Task
from app.rules.code_lists import FollowUpState
from app.use_cases.enqueue import enqueue
from tests.conftest import run_sql
from tests.factories import Factory
from tests.jobs.to_open import follow_up_to_open

AT_ONCE = 0.02
CUT_THE_LINE = (
    "select pg_terminate_backend(pid) from pg_stat_activity "
    "where datname = current_database() and application_name = 'bestendig worker'"
)
PLANNED_AGAIN = "update follow_up set state = 'planned' returning id"


@pytest.fixture
async def follow_up(own_database: URL) -> AsyncIterator[FollowUp]:
    """One that should be open."""
    yield await follow_up_to_open(Factory(), Actor.operator(clock.now()).today)
    await database.engine().dispose()


async def ask(statement: str) -> list[tuple[object, ...]]:
    """Run a statement as the operator; its rows."""
    async with database.session_for(Actor.operator(clock.now())) as session:
        await session.execute(text("set local search_path = public, jobs"))
        return [tuple(row) for row in (await session.execute(text(statement))).fetchall()]


async def until(holds: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(60):
        while not await holds():  # noqa: ASYNC110  the database raises no event
            await asyncio.sleep(AT_ONCE)


async def is_open() -> bool:
    return await ask("select state from follow_up") == [(FollowUpState.DUE,)]


async def everything_ran() -> bool:
    return await ask("select count(*) from jobs.procrastinate_jobs") == [(0,)] and await is_open()


async def ring(task: Task) -> None:
    async with database.session_for(Actor.operator(clock.now())) as session:
        await enqueue(session, task)


async def test_the_server_opens_follow_ups_when_it_starts_and_leaves_nothing_running(follow_up: FollowUp) -> None:
    before = asyncio.all_tasks()
    async with lifespan(create_app()):
        await until(everything_ran)
    assert asyncio.all_tasks() == before
    async with database.session_for(Actor.operator(clock.now())) as session:
        assert (await session.scalars(select(AuditEvent.origin))).all() == ["background work"]
    assert await ask("select counts from periodic_run where task = 'move_follow_ups_on'") == [
        ({"opened": 1, "closed": 0},)
    ]


async def test_what_a_request_asks_for_is_done_at_once(follow_up: FollowUp) -> None:
    async with working():
        await until(everything_ran)
        await ask(PLANNED_AGAIN)
        await ring(Task.MOVE_FOLLOW_UPS_ON)
        await until(is_open)


async def test_what_a_killed_worker_was_asked_for_is_taken_up_by_the_next(follow_up: FollowUp) -> None:
    await ring(Task.MOVE_FOLLOW_UPS_ON)
    await ask(
        "with dead as (insert into jobs.procrastinate_workers (last_heartbeat) values (now() - interval '1 hour') "
        "returning id) update jobs.procrastinate_jobs as job set status = 'doing', worker_id = dead.id from dead "
        "returning job.id"
    )
    async with working():
        await until(everything_ran)


async def test_when_the_database_cuts_the_line_the_worker_starts_again(follow_up: FollowUp, own_database: URL) -> None:
    async with working(starts_again_after=AT_ONCE):
        await until(everything_ran)
        await ask(PLANNED_AGAIN)
        run_sql(own_database, CUT_THE_LINE)
        await ring(Task.MOVE_FOLLOW_UPS_ON)
        await until(is_open)


async def test_a_worker_that_is_asked_to_stop_finishes_what_is_under_way(own_database: URL) -> None:
    began, done = asyncio.Event(), asyncio.Event()

    async def takes_long(by: Actor) -> Counts:
        began.set()
        while not stopping():  # noqa: ASYNC110  work looks between two steps whether to go on
            await asyncio.sleep(AT_ONCE)
        done.set()
        return {}

    async with working([Job(Task.SEND_MESSAGES, takes_long)]):
        await began.wait()
    assert done.is_set()
    assert await ask("select task from periodic_run") == [("send_messages",)]
    assert await ask("select count(*) from jobs.procrastinate_workers") == [(0,)]
    await database.engine().dispose()
