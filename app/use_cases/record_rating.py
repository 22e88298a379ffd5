"""Records what a participant or an employer told somebody of the programme, such as by telephone."""

from datetime import date
from uuid import UUID

from pydantic import Field
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from app.actor import Actor
from app.models import Placement, Rating, RatingRequest
from app.models.base import Shape
from app.rules.code_lists import RatedBy, RatingDimension
from app.rules.rating_schedule import closes_on, opens_on, rater_of
from app.use_cases.audit import audit
from app.use_cases.faults import not_before, not_in_future, raise_for
from app.use_cases.load import load


class RatingTold(Shape):
    """A score of 1 (bad) to 5 (good) on one subject, on one day, about one placement."""

    rated_on: date
    dimension: RatingDimension
    score: int = Field(ge=1, le=5)


async def record_rating(session: AsyncSession, *, by: Actor, placement_id: UUID, told: RatingTold) -> Rating:
    """Record a score. It answers the question of those days, in the place of what was answered to that before."""
    placement = await load(session, Placement, placement_id)
    raise_for(
        [
            not_in_future("rated_on", told.rated_on, by.today),
            not_before("rated_on", told.rated_on, placement.starts_on),
        ]
    )
    rated_by = rater_of(told.dimension)
    request = await _question_of_those_days(session, placement, told, rated_by)
    if request is not None:
        await _supersede(session, by, request, told.dimension)
        request.answered_at = request.answered_at or by.at
    rating = Rating(
        **told.model_dump(),
        rated_by=rated_by,
        placement_id=placement.id,
        rating_request_id=request.id if request else None,
        **placement.fact_keys,
    )
    session.add(rating)
    await session.flush()
    await audit(
        session,
        by=by,
        action="record",
        object_type="rating",
        object_id=rating.id,
        programme_id=placement.programme_id,
    )
    return rating


async def _question_of_those_days(
    session: AsyncSession, placement: Placement, told: RatingTold, rated_by: RatedBy
) -> RatingRequest | None:
    mine = select(RatingRequest).where(
        col(RatingRequest.placement_id) == placement.id, col(RatingRequest.rated_by) == rated_by
    )
    requests = await session.scalars(mine.with_for_update())
    return next((one for one in requests if opens_on(one.due_on) <= told.rated_on <= closes_on(one.due_on)), None)


async def _supersede(session: AsyncSession, by: Actor, request: RatingRequest, dimension: RatingDimension) -> None:
    before = select(Rating).where(
        col(Rating.rating_request_id) == request.id,
        col(Rating.dimension) == dimension,
        col(Rating.superseded_at).is_(None),
    )
    for rating in await session.scalars(before):
        rating.superseded_at = by.at
    await session.flush()
