"""Whether the program works, for whoever watches over it."""

import httpx
import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncSession

from app import clock, database
from app.rules.background_work import PERIODIC, Task
from app.rules.code_lists import Role
from tests.factories import Factory


@pytest.fixture
async def all_done(session: AsyncSession, make: Factory) -> None:
    """Everything that must happen by itself has just happened."""
    for work in PERIODIC:
        await make.periodic_run(task=work.task, started_at=clock.real_now(), finished_at=clock.real_now())


async def silence(session: AsyncSession, task: Task) -> None:
    """This has not been done for a while, though it was tried."""
    await session.execute(
        text("update periodic_run set finished_at = now() - interval '2 days', failed_at = now() where task = :task"),
        {"task": task},
    )
    await session.flush()


@pytest.mark.usefixtures("all_done")
async def test_it_is_well_when_everything_was_done_in_time(client: httpx.AsyncClient) -> None:
    answer = await client.get("/health")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


@pytest.mark.usefixtures("all_done")
async def test_a_stranger_is_told_that_something_is_late_and_not_what(
    client: httpx.AsyncClient, session: AsyncSession
) -> None:
    await silence(session, Task.SEND_MESSAGES)
    answer = await client.get("/health")
    assert (answer.status_code, answer.json()) == (503, {"status": "late"})


async def test_what_never_ran_is_late(client: httpx.AsyncClient) -> None:
    assert (await client.get("/health")).status_code == 503


@pytest.mark.usefixtures("all_done")
@pytest.mark.parametrize(("role", "sees_more"), [(Role.ADMINISTRATOR, True), (Role.EMPLOYER, False)])
async def test_an_administrator_is_told_what_is_late_and_an_employer_is_not(
    client: httpx.AsyncClient, session: AsyncSession, make: Factory, role: Role, sees_more: bool
) -> None:
    await silence(session, Task.SEND_MESSAGES)
    organisation = None if role is Role.ADMINISTRATOR else await make.organisation()
    client.cookies.update(await make.signed_in(await make.account(role, organisation=organisation)))
    told = (await client.get("/health")).json()
    overdue = [work["task"] for work in told.get("work", ()) if not work["inTime"]]
    assert (told["status"], overdue) == ("late", [Task.SEND_MESSAGES] if sees_more else [])
    assert told.get("sends") == ({"email": False, "text": False} if sees_more else None)


async def test_without_the_database_it_says_so(client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> None:
        raise OperationalError("connect", None, OSError("gone"))

    monkeypatch.setattr(database, "bind", gone)
    answer = await client.get("/health")
    assert (answer.status_code, answer.json()) == (503, {"status": "no_database"})
