"""Makes the link with which a participant says what it is like at work, and takes it back."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from app.actor import Actor
from app.errors import Conflict
from app.models import Participant, Placement, RatingRequest
from app.models.base import Shape
from app.rules.code_lists import RatedBy, RatingLanguage
from app.rules.rating_languages import language_for
from app.rules.rating_schedule import LINK_LASTS, AskState, ask_state, opens_on
from app.rules.sentence import Sentence
from app.use_cases.audit import audit
from app.use_cases.load import load
from app.use_cases.secrets import new_secret


class RatingAsked(Shape):
    """In which language to ask; without one, in the language that the participant speaks best."""

    asked_in: RatingLanguage | None = None


@dataclass(frozen=True)
class IssuedRatingLink:
    """A question that is out. The secret of its link is shown this once; only the hash is kept."""

    request: RatingRequest
    secret: str


async def issue_rating_link(
    session: AsyncSession, *, by: Actor, request_id: UUID, asked: RatingAsked
) -> IssuedRatingLink:
    """Ask a participant. An earlier link to the same question stops working.

    Raises Conflict when it is not the time for this question.
    """
    request = await _load_to_ask(session, request_id)
    placement = await load(session, Placement, request.placement_id)
    _check_time(request, placement, by)
    participant = await load(session, Participant, request.participant_id)
    secret, hashed = new_secret()
    request.token_hash, request.asked_in = hashed, asked.asked_in or language_for(participant.contact_language)
    request.issued_at, request.expires_at, request.revoked_at = by.at, by.at + LINK_LASTS, None
    await session.flush()
    await _audit(session, by, request, "issue")
    return IssuedRatingLink(request, secret)


async def revoke_rating_link(session: AsyncSession, *, by: Actor, request_id: UUID) -> RatingRequest:
    """Take a link back: it opens nothing from now on. The question can be asked again."""
    request = await _load_to_ask(session, request_id)
    if request.token_hash is not None and request.revoked_at is None:
        request.revoked_at = by.at
        await session.flush()
        await _audit(session, by, request, "revoke")
    return request


async def ask_employer(session: AsyncSession, *, by: Actor, placement: Placement) -> None:
    """Note that the employer is asked: the questions whose time it is stand on the page that the employer gets."""
    mine = select(RatingRequest).where(
        col(RatingRequest.placement_id) == placement.id,
        col(RatingRequest.rated_by) == RatedBy.EMPLOYER,
        col(RatingRequest.answered_at).is_(None),
    )
    for request in await session.scalars(mine.with_for_update()):
        if ask_state(by.today, due_on=request.due_on, ends_on=placement.ends_on) is AskState.DUE:
            request.issued_at, request.expires_at = by.at, by.at + LINK_LASTS


async def _load_to_ask(session: AsyncSession, request_id: UUID) -> RatingRequest:
    request = await load(session, RatingRequest, request_id)
    await session.refresh(request, with_for_update=True)
    if request.rated_by is not RatedBy.PARTICIPANT:
        raise Conflict(Sentence("The employer answers with the link for the employer."))
    return request


def _check_time(request: RatingRequest, placement: Placement, by: Actor) -> None:
    state = ask_state(
        by.today,
        due_on=request.due_on,
        ends_on=placement.ends_on,
        cancelled=request.cancelled_at is not None,
        answered=request.answered_at is not None,
    )
    if state is AskState.ANSWERED:
        raise Conflict(Sentence("This question has been answered already."))
    if state is AskState.CANCELLED:
        raise Conflict(Sentence("This question is no longer asked: the placement ended before its day."))
    if state is AskState.LATER:
        raise Conflict(Sentence("Ask this from %(day)s on.", day=opens_on(request.due_on)))
    if state is AskState.MISSED:
        raise Conflict(Sentence("It is too late for this question. The next one is asked when its day comes."))


async def _audit(session: AsyncSession, by: Actor, request: RatingRequest, action: str) -> None:
    await audit(
        session,
        by=by,
        action=action,
        object_type="rating_request",
        object_id=request.id,
        programme_id=request.programme_id,
        changes={"asked_in": (None, request.asked_in)} if action == "issue" else None,
    )
