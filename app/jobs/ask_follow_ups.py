"""Every contact person is asked what is ready to be asked, and reminded of what they did not answer."""

from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.jobs.job import Counts, Job, in_one_transaction
from app.rules.background_work import Task
from app.use_cases.ask_follow_ups import ask_follow_ups
from app.use_cases.enqueue import enqueue


async def ask(session: AsyncSession, *, by: Actor) -> Counts:
    """Make the messages of the day, and have them sent."""
    made = await ask_follow_ups(session, by=by)
    if made:
        await enqueue(session, Task.SEND_MESSAGES)
    return {"messages": made}


ASK_FOLLOW_UPS = Job(Task.ASK_FOLLOW_UPS, in_one_transaction(Task.ASK_FOLLOW_UPS, ask), order="follow-ups")
