"""Asks the participant of a follow-up, by e-mail or with a link that is shown to copy."""

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from app.models import Participant
from app.routers.acting import Team
from app.routers.pages import page
from app.rules.link_state import link_path
from app.settings import settings
from app.use_cases.ask_participant import issue_own_link, mail_participant
from app.use_cases.load import load

router = APIRouter(prefix="/follow-ups/{follow_up_id}")


@router.post("/own-links")
async def issue(request: Request, follow_up_id: UUID, acting: Team) -> Response:
    """Make a link. It is shown on this page only."""
    issued = await issue_own_link(acting.session, by=acting.actor, follow_up_id=follow_up_id)
    participant = await load(acting.session, Participant, issued.link.participant_id)
    path = link_path(issued.link.asked_of, issued.secret)
    return page(
        request,
        "desk/own_link.html",
        address=settings().public_url.rstrip("/") + path,
        link=issued.link,
        first_name=participant.first_name,
    )


@router.post("/own-messages")
async def mail(follow_up_id: UUID, acting: Team) -> Response:
    """Ask by e-mail."""
    message = await mail_participant(acting.session, by=acting.actor, follow_up_id=follow_up_id)
    return RedirectResponse(f"/follow-ups/{follow_up_id}?mailed={message.id}", status_code=303)
