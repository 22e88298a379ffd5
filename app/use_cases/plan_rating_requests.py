"""Keeps the questions what it is like at work in step with the placements."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from app.actor import Actor
from app.models import Participant, Placement, RatingRequest
from app.rules.calendar import add_months
from app.rules.code_lists import PAID_WORK
from app.rules.rating_schedule import CLOSES_AFTER, MONTHS_OF_RATINGS, closes_on, plan_ratings

LONGEST_MONTH = max(MONTHS_OF_RATINGS)


async def plan_rating_requests_of(session: AsyncSession, *, by: Actor, placement: Placement) -> None:
    """Plan, move or cancel the questions about a placement after it was added or changed.

    What has been asked or answered stays as it is. Nothing is asked about somebody who was erased.
    """
    await session.flush()
    if (await session.get_one(Participant, placement.participant_id)).erased_at is not None:
        return
    mine = select(RatingRequest).where(col(RatingRequest.placement_id) == placement.id)
    existing = (await session.scalars(mine.with_for_update())).all()
    session.add_all(bring_in_step(placement, existing, by))
    await session.flush()


async def plan_missing_rating_requests(session: AsyncSession, *, by: Actor) -> int:
    """Plan the questions about placements that came in another way, such as by a workbook; answers how many."""
    earliest = add_months(by.today - CLOSES_AFTER, -LONGEST_MONTH)
    asked = select(RatingRequest).where(col(RatingRequest.placement_id) == col(Placement.id)).exists()
    erased = (
        select(Participant)
        .where(Participant.id == Placement.participant_id, col(Participant.erased_at).is_not(None))
        .exists()
    )
    unplanned = select(Placement).where(
        col(Placement.kind).in_(PAID_WORK), col(Placement.starts_on) >= earliest, ~asked, ~erased
    )
    new = [one for placement in await session.scalars(unplanned) for one in bring_in_step(placement, (), by)]
    session.add_all(new)
    await session.flush()
    return len(new)


def bring_in_step(placement: Placement, existing: Sequence[RatingRequest], by: Actor) -> list[RatingRequest]:
    """Move or cancel the questions about one placement that there are, and make those that are missing.

    Returns the new ones. No question is made whose time has passed.
    """
    planned = plan_ratings(placement.kind, placement.starts_on, placement.ends_on, placement.end_reason)
    wanted = {(one.month, one.rated_by): one for one in planned}
    for request in existing:
        now = wanted.get((request.month, request.rated_by))
        if request.issued_at is None and request.answered_at is None:
            if now is None:
                request.cancelled_at = request.cancelled_at or by.at
            else:
                request.due_on, request.cancelled_at = now.due_on, None
    have = {(request.month, request.rated_by) for request in existing}
    return [
        RatingRequest(
            **placement.fact_keys,
            placement_id=placement.id,
            month=one.month,
            rated_by=one.rated_by,
            due_on=one.due_on,
        )
        for key, one in wanted.items()
        if key not in have and closes_on(one.due_on) >= by.today
    ]
