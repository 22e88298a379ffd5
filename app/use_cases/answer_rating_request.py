"""Takes what a participant or an employer thinks of it, as the answer to a question that was asked."""

from collections.abc import Mapping

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from app.actor import Actor
from app.errors import InvalidInput
from app.models import Rating, RatingRequest
from app.rules.code_lists import RatingDimension, RatingLanguage
from app.rules.rating_schedule import ASKED_OF
from app.rules.sentence import Sentence
from app.use_cases.audit import audit
from app.use_cases.faults import fault

Scores = Mapping[RatingDimension, int]
"""What somebody said: dimension → score from 1 (bad) to 5 (good). What is missing was left open."""


async def standing_answers(session: AsyncSession, request: RatingRequest) -> dict[RatingDimension, Rating]:
    """What was answered to a question and has not been corrected since, by dimension."""
    answers = await session.scalars(
        select(Rating).where(col(Rating.rating_request_id) == request.id, col(Rating.superseded_at).is_(None))
    )
    return {one.dimension: one for one in answers}


async def answer_rating_request(
    session: AsyncSession,
    *,
    by: Actor,
    request: RatingRequest,
    scores: Scores,
    asked_in: RatingLanguage | None = None,
) -> None:
    """Keep each score that was given. A different score supersedes an earlier one; what is left open stays as it was.

    Raises InvalidInput when nothing was answered at all.
    """
    await session.refresh(request, with_for_update=True)
    given = {dimension: scores[dimension] for dimension in ASKED_OF[request.rated_by] if dimension in scores}
    if not given:
        raise InvalidInput([fault("", "missing", Sentence("Choose an answer to at least one question."))])
    before = await standing_answers(session, request)
    changed = {
        dimension: score
        for dimension, score in given.items()
        if dimension not in before or before[dimension].score != score
    }
    for dimension in changed:
        if dimension in before:
            before[dimension].superseded_at = by.at
    await session.flush()
    session.add_all(_rating(request, dimension, score, by) for dimension, score in changed.items())
    request.answered_at = request.answered_at or by.at
    request.asked_in = asked_in or request.asked_in
    await session.flush()
    await audit(
        session,
        by=by,
        action="answer",
        object_type="rating_request",
        object_id=request.id,
        programme_id=request.programme_id,
    )


def _rating(request: RatingRequest, dimension: RatingDimension, score: int, by: Actor) -> Rating:
    return Rating(
        **request.fact_keys,
        placement_id=request.placement_id,
        rating_request_id=request.id,
        rated_on=by.today,
        rated_by=request.rated_by,
        dimension=dimension,
        score=score,
    )
