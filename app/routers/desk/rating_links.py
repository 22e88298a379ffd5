"""Makes a link for a participant, and shows it to copy."""

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.language import say
from app.models import Participant
from app.routers.acting import Team
from app.routers.forms import Form
from app.routers.pages import page
from app.rules.rating_languages import direction
from app.rules.sentence import Sentence
from app.settings import settings
from app.use_cases.issue_rating_link import RatingAsked, issue_rating_link
from app.use_cases.load import load

router = APIRouter()

ASK = Form("ask", {"asked_in": Sentence("Language of the page")})
MESSAGE = Sentence("How is it at your work?")


@router.post("/rating-requests/{request_id}/links")
async def issue(request: Request, request_id: UUID, acting: Team) -> Response:
    """Make a link. It is shown on this page only: nobody can look it up later, but a new one is quickly made."""
    form = await ASK.sent_in(request)
    asked = form.read(RatingAsked) or RatingAsked()
    issued = await issue_rating_link(acting.session, by=acting.actor, request_id=request_id, asked=asked)
    language = issued.request.asked_in
    participant = await load(acting.session, Participant, issued.request.participant_id)
    address = f"{settings().public_url.rstrip('/')}/rate/{issued.secret}"
    return page(
        request,
        "desk/rating_link.html",
        address=address,
        message=f"{say(MESSAGE, language or 'nl')}\n{address}",
        asked=issued.request,
        direction=direction(language) if language else "ltr",
        first_name=participant.first_name,
    )
