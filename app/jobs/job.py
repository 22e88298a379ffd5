"""What a worker can do, and how a use case becomes that."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.database import session_for
from app.rules.background_work import Task

Counts = Mapping[str, int]
"""What one time of doing it came to, such as {"opened": 3}."""

Deed = Callable[..., Awaitable[Counts]]
"""`(by, **arguments)` → counts; arguments are ids as text, and left out when it is done for everything."""

ONE_AT_A_TIME = text("select pg_advisory_xact_lock(hashtext('bestendig ' || :task))")
"""Of several workers one does a task at a time; the next sees everything that the one before it wrote."""


@dataclass(frozen=True, slots=True)
class Job:
    """A task with its deed, which reads from the tables what must be done and may be repeated at any moment.

    Jobs with the same `order` are done one after the other, in the order in which they were asked for.
    """

    task: Task
    deed: Deed
    order: str | None = None


def in_one_transaction(task: Task, deed: Callable[..., Awaitable[Counts]]) -> Deed:
    """The deed of `(session, by=…, **arguments)` → counts, in a transaction of its own."""

    async def do(by: Actor, **arguments: str) -> Counts:
        session: AsyncSession
        async with session_for(by) as session:
            await session.execute(ONE_AT_A_TIME, {"task": task})
            return await deed(session, by=by, **arguments)

    return do
