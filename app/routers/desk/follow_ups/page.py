"""Shows one follow-up, with the forms to move it, to close it, or to say that nothing will be known."""

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.queries.follow_up_page import read_follow_up
from app.routers.acting import Acting, Team
from app.routers.desk.follow_ups.view import follow_up_view
from app.routers.forms import Form
from app.routers.pages import page
from app.rules.sentence import Sentence

router = APIRouter()

REASON = {"reason": Sentence("Why?")}
MOVE = Form("move", {"due_on": Sentence("New day"), **REASON})
CLOSE = Form("close", {"state": Sentence("Why does no answer come?"), "reason": Sentence("Note")})
ACKNOWLEDGE = Form("acknowledge", REASON)
REOPEN = Form("reopen", REASON)
REMIND = Form("remind")


@router.get("/follow-ups/{follow_up_id}")
async def show(
    request: Request, follow_up_id: UUID, acting: Team, mailed: UUID | None = None, done: str = ""
) -> Response:
    """One follow-up."""
    return await show_follow_up(
        request, acting, follow_up_id, mailed=mailed is not None, links_taken_back=done == "links"
    )


async def show_follow_up(
    request: Request,
    acting: Acting,
    follow_up_id: UUID,
    *,
    sent: Form | None = None,
    mailed: bool = False,
    links_taken_back: bool = False,
) -> Response:
    """Show the page; a form that was refused stands there as it was filled in, beside what is there now."""
    facts = await read_follow_up(acting.session, follow_up_id)
    forms = {form.name: form for form in (MOVE.with_values({"due_on": facts["dueOn"]}), CLOSE, ACKNOWLEDGE, REOPEN)}
    if sent is not None:
        forms[sent.name] = sent
    return page(
        request,
        "desk/follow_up.html",
        status=sent.status if sent else 200,
        follow_up=facts,
        view=follow_up_view(facts, acting.actor.today),
        forms=forms,
        sent=sent,
        mailed=mailed,
        links_taken_back=links_taken_back,
    )
