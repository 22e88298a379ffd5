"""Questions are planned for placements that came in without them, and moved when a programme changes its months."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.jobs.job import Counts, Job, in_one_transaction
from app.rules.background_work import Task
from app.use_cases.plan_missing_follow_ups import plan_missing_follow_ups
from app.use_cases.plan_rating_requests import plan_missing_rating_requests


async def plan(session: AsyncSession, *, by: Actor, programme_id: str | None = None) -> Counts:
    """Bring in step what is not as planned, in one programme or in all."""
    planned = await plan_missing_follow_ups(session, by=by, programme_id=UUID(programme_id) if programme_id else None)
    if programme_id:
        return {"planned": planned}
    return {"planned": planned, "ratings": await plan_missing_rating_requests(session, by=by)}


PLAN_FOLLOW_UPS = Job(Task.PLAN_FOLLOW_UPS, in_one_transaction(Task.PLAN_FOLLOW_UPS, plan), order="follow-ups")
