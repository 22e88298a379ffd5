"""What the pages behind links have in common: which question a link opens, and the page of one that opens nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from fastapi import Request
from fastapi.responses import Response
from sqlmodel import col, select

from app.errors import TooManyAttempts
from app.models import ConfirmationLink
from app.routers.acting import Acting
from app.routers.link_attempts import attempts_of
from app.rules.attempt_limit import WITHIN
from app.rules.code_lists import FollowUpState
from app.rules.link_state import GRACE, OPENS, link_state
from app.rules.sentence import Sentence
from app.use_cases.work_question import WorkQuestion, question_of_link

ClosedPage = Callable[[int], Response]
"""Makes the one calm page, with a status."""


@dataclass(frozen=True)
class Opened:
    """A link that works, and what it asks."""

    link: ConfirmationLink
    question: WorkQuestion


async def open_link(acting: Acting, *, sent_in: bool = False) -> Opened | None:
    """The question that the link at hand opens; None when it opens none, whatever the reason.

    A form that is sent in just after the link ended is still taken.
    """
    mine = select(ConfirmationLink).where(col(ConfirmationLink.token_hash) == acting.actor.link_hash)
    link = (await acting.session.scalars(mine)).one_or_none()
    if link is None:
        return None
    at = acting.actor.at - (GRACE if sent_in else timedelta())
    state = link_state(at, expires_at=link.expires_at, answered_at=link.answered_at, revoked_at=link.revoked_at)
    if state not in OPENS:
        return None
    question = await question_of_link(acting.session, link, today=acting.actor.today)
    if question.follow_up is not None and question.follow_up.state is FollowUpState.CANCELLED:
        return None
    return Opened(link, question)


def closed(request: Request, acting: Acting, page: ClosedPage) -> Response:
    """The page of a link that opens nothing: forged, cut off, too old or taken back look the same."""
    too_many = attempts_of(request).one_more_miss(request, acting.actor.at)
    answer = page(429 if too_many else 404)
    if too_many:
        answer.headers["Retry-After"] = str(int(WITHIN.total_seconds()))
    return answer


async def note_opened(acting: Acting, link: ConfirmationLink) -> None:
    """Note that the page was fetched for the first time, by a person or a program."""
    if link.opened_at is None:
        link.opened_at = acting.actor.at
        await acting.session.flush()


def refuse_too_many(request: Request, acting: Acting) -> None:
    """Refuse somebody who keeps sending the form in."""
    if attempts_of(request).one_more_answer(acting.actor.link_hash, acting.actor.at):
        raise TooManyAttempts(Sentence("This was sent in very often. Wait ten minutes, and try again."))
