"""The page behind a participant's link: three questions, no account. Opening it changes nothing, so scanners may."""

from collections.abc import Mapping

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response
from sqlmodel import col, select

from app.errors import InvalidInput
from app.models import RatingRequest
from app.queries.rating_question import read_rating_question
from app.routers.acting import Acting, ParticipantLinkHolder
from app.routers.participant.language import language_of, page_in
from app.rules.code_lists import RatedBy, RatingDimension, RatingLanguage
from app.rules.link_state import LinkState, link_state
from app.rules.rating_schedule import ASKED_OF
from app.use_cases.answer_rating_request import answer_rating_request, standing_answers

router = APIRouter(prefix="/rate/{secret}")

ASKED = ASKED_OF[RatedBy.PARTICIPANT]
CLOSED = {None: 404, LinkState.EXPIRED: 410, LinkState.REVOKED: 410}
"""The status of the page of a link that no longer opens anything; None is a link that never was."""
SCORES = {str(score): score for score in range(1, 6)}


@router.get("")
async def show(request: Request, secret: str, acting: ParticipantLinkHolder, language: str | None = None) -> Response:
    """The questions, with what was answered; a closed link tells nothing."""
    state, asked = await _link(acting)
    chosen = language_of(request, language, asked.asked_in if asked else None)
    if asked is None or state in CLOSED:
        return page_in(chosen, "participant/closed_link.html", status=CLOSED[state], state=state)
    answers = await standing_answers(acting.session, asked)
    scores = {dimension: rating.score for dimension, rating in answers.items()}
    return await _questions(acting, secret, chosen, scores)


@router.post("")
async def answer(request: Request, secret: str, acting: ParticipantLinkHolder) -> Response:
    """Take the answers that were given; those that were left open stay open."""
    sent = await request.form()
    state, asked = await _link(acting)
    chosen = language_of(request, str(sent.get("language", "")), asked.asked_in if asked else None)
    if asked is None or state in CLOSED:
        return page_in(chosen, "participant/closed_link.html", status=CLOSED[state], state=state)
    scores = {one: SCORES[given] for one in ASKED if (given := str(sent.get(one, ""))) in SCORES}
    try:
        await answer_rating_request(acting.session, by=acting.actor, request=asked, scores=scores, asked_in=chosen)
    except InvalidInput:
        return await _questions(acting, secret, chosen, scores, status=400)
    return RedirectResponse(f"/rate/{secret}?language={chosen}", status_code=303)


async def _link(acting: Acting) -> tuple[LinkState | None, RatingRequest | None]:
    mine = select(RatingRequest).where(col(RatingRequest.token_hash) == acting.actor.link_hash)
    asked = (await acting.session.scalars(mine)).one_or_none()
    if asked is None or asked.expires_at is None:
        return None, None
    state = link_state(
        acting.actor.at, expires_at=asked.expires_at, answered_at=asked.answered_at, revoked_at=asked.revoked_at
    )
    return state, asked


async def _questions(
    acting: Acting,
    secret: str,
    language: RatingLanguage,
    scores: Mapping[RatingDimension, int],
    *,
    status: int = 200,
) -> Response:
    return page_in(
        language,
        "participant/rating.html",
        status=status,
        secret=secret,
        question=await read_rating_question(acting.session),
        chosen={dimension.value: scores.get(dimension) for dimension in ASKED},
        answered=len(scores),
        nothing_chosen=status == 400,
    )
