"""Asks the worker to do something, in the transaction of the fact that causes it."""

import json

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.rules.background_work import Task

ENQUEUE = text("select enqueue_job(:task, cast(:arguments as jsonb))")


async def enqueue(session: AsyncSession, task: Task, **arguments: str) -> None:
    """Ring for a worker: it starts when this transaction is committed, and never when it is undone.

    The same request twice in one transaction is one job. Arguments are ids, never what somebody typed.
    """
    await session.execute(ENQUEUE, {"task": task, "arguments": json.dumps(arguments)})
