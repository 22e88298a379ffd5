"""Every night the program looks for facts that cannot all be true."""

from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.jobs.job import Counts, Job, in_one_transaction
from app.rules.background_work import Task
from app.use_cases.check_consistency import check_consistency


async def check(session: AsyncSession, *, by: Actor) -> Counts:
    """Check everything."""
    standing, resolved = await check_consistency(session, by=by)
    return {"standing": standing, "resolved": resolved}


CHECK_CONSISTENCY = Job(Task.CHECK_CONSISTENCY, in_one_transaction(Task.CHECK_CONSISTENCY, check))
