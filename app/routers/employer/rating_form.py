"""The two questions to an employer that stand below the question whether somebody still works there."""

from dataclasses import dataclass

from sqlmodel import col, select

from app.models import Placement, RatingRequest
from app.routers.acting import Acting
from app.routers.forms import Form
from app.rules.code_lists import RatedBy, RatingDimension
from app.rules.rating_schedule import ASKED_OF, AskState, ask_state
from app.use_cases.answer_rating_request import answer_rating_request, standing_answers

FIELDS = {f"rate_{dimension}": dimension for dimension in ASKED_OF[RatedBy.EMPLOYER]}
SCORES = {str(score): score for score in range(1, 6)}


@dataclass(frozen=True)
class EmployerRating:
    """The question of these days, and per field the score that was chosen (None: left open)."""

    request: RatingRequest
    chosen: dict[str, int | None]


async def rating_of(acting: Acting, placement: Placement, sent: Form | None = None) -> EmployerRating | None:
    """Find the question whose time it is, as it was answered or as it was just filled in; None when there is none."""
    request = await _question_of_these_days(acting, placement)
    if request is None:
        return None
    if sent is not None:
        return EmployerRating(request, {field: SCORES.get(sent.value(field)) for field in FIELDS})
    answers = await standing_answers(acting.session, request)
    given = {dimension: rating.score for dimension, rating in answers.items()}
    return EmployerRating(request, {field: given.get(dimension) for field, dimension in FIELDS.items()})


async def take_rating(acting: Acting, placement: Placement, sent: Form) -> None:
    """Keep the scores that were given, if it is the time for any."""
    scores: dict[RatingDimension, int] = {
        dimension: SCORES[sent.value(field)] for field, dimension in FIELDS.items() if sent.value(field) in SCORES
    }
    request = await _question_of_these_days(acting, placement)
    if request is not None and scores:
        await answer_rating_request(acting.session, by=acting.actor, request=request, scores=scores)


async def _question_of_these_days(acting: Acting, placement: Placement) -> RatingRequest | None:
    mine = select(RatingRequest).where(
        col(RatingRequest.placement_id) == placement.id, col(RatingRequest.rated_by) == RatedBy.EMPLOYER
    )
    today = acting.actor.today
    for request in await acting.session.scalars(mine):
        if ask_state(today, due_on=request.due_on, ends_on=placement.ends_on) is AskState.DUE:
            return request
    return None
