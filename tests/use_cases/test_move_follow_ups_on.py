"""Follow-ups open and close by themselves."""

from datetime import date
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from app.actor import Actor
from app.models import FollowUp
from app.rules.code_lists import FollowUpState
from app.rules.follow_up_schedule import plan_follow_ups
from app.use_cases.move_follow_ups_on import move_follow_ups_on
from tests.factories import TODAY, Factory


async def states(session: AsyncSession) -> list[tuple[int, FollowUpState, date | None]]:
    session.expire_all()
    found = await session.scalars(select(FollowUp).order_by(col(FollowUp.month)))
    return [(one.month, one.state, one.closed_on) for one in found]


async def test_what_is_too_late_is_unanswered_and_what_is_due_opens(
    session: AsyncSession, operator: Actor, make: Factory
) -> None:
    trajectory = await make.trajectory(await make.programme())
    job = await make.placement(trajectory, starts_on=date(2025, 9, 2))
    too_late, due, later = plan_follow_ups(job.starts_on, [3, 6, 12])
    assert too_late.closes_on < TODAY
    for one in (too_late, due, later):
        window: dict[str, Any] = {"due_on": one.due_on, "opens_on": one.opens_on, "closes_on": one.closes_on}
        keys = {**trajectory.fact_keys, "placement_id": job.id, "organisation_id": job.organisation_id}
        await make.save(FollowUp(**keys, month=one.month, **window))
    assert await move_follow_ups_on(session, by=operator) == (1, 1)
    assert await states(session) == [
        (3, FollowUpState.UNANSWERED, too_late.closes_on),
        (6, FollowUpState.DUE, None),
        (12, FollowUpState.PLANNED, None),
    ]
    assert await move_follow_ups_on(session, by=operator) == (0, 0)
