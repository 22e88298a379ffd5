"""Whoever asked for a new link gets one, at the address on file."""

from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.jobs.job import Counts, Job, in_one_transaction
from app.rules.background_work import Task
from app.use_cases.enqueue import enqueue
from app.use_cases.renew_links import renew_links


async def renew(session: AsyncSession, *, by: Actor) -> Counts:
    """Make the messages, and have them sent."""
    made = await renew_links(session, by=by)
    if made:
        await enqueue(session, Task.SEND_MESSAGES)
    return {"messages": made}


RENEW_LINKS = Job(Task.RENEW_LINKS, in_one_transaction(Task.RENEW_LINKS, renew))
