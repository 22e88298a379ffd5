"""Follow-ups open when their time has come, and close when it has passed."""

from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.jobs.job import Counts, Job, in_one_transaction
from app.rules.background_work import Task
from app.use_cases.move_follow_ups_on import move_follow_ups_on


async def move_on(session: AsyncSession, *, by: Actor) -> Counts:
    """Bring every follow-up to the state of the day."""
    opened, closed = await move_follow_ups_on(session, by=by)
    return {"opened": opened, "closed": closed}


MOVE_FOLLOW_UPS_ON = Job(
    Task.MOVE_FOLLOW_UPS_ON, in_one_transaction(Task.MOVE_FOLLOW_UPS_ON, move_on), order="follow-ups"
)
