"""Shows the screening of one candidate."""

import json
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from app.queries.screening_page import read_screening
from app.routers.acting import Acting, Team
from app.routers.desk.screening.forms import filled_forms
from app.routers.desk.screening.view import view_of
from app.routers.forms import Form
from app.routers.pages import page
from app.rules import code_lists
from app.rules.education_names import EDUCATION_NAMES
from app.rules.names import choices
from app.rules.permissions import Act, why_not
from app.rules.sector_names import SECTOR_NAMES
from app.rules.sentence import Sentence
from app.use_cases.membership_roles import roles_in

router = APIRouter()

DONE = {
    "screen": Sentence("The screening has begun."),
    "test": Sentence("The test has been recorded."),
    "interview": Sentence("The talk has been recorded."),
    "circumstances": Sentence("The circumstances have been recorded."),
    "wishes": Sentence("What this person can do and wants has been recorded."),
    "prior-learning": Sentence("What was recognised has been changed."),
    "person": Sentence("What is known of this person has been recorded."),
    "decision": Sentence("The decision has been recorded, with the check as it is on that day."),
    "task": Sentence("The task has been changed."),
}


@router.get("/trajectories/{trajectory_id}/screening")
async def show(request: Request, trajectory_id: UUID, acting: Team, done: str = "") -> Response:
    """The whole screening on one page."""
    return await show_screening(request, acting, trajectory_id, done=DONE.get(done))


async def show_screening(
    request: Request,
    acting: Acting,
    trajectory_id: UUID,
    *,
    sent: Form | None = None,
    done: Sentence | None = None,
) -> Response:
    """Show the page; with a form that was sent and refused, that form stands there as it was filled in."""
    story = json.loads(await read_screening(acting.session, trajectory_id))
    forms = filled_forms(story, acting.actor.today)
    if sent is not None:
        forms[sent.name] = sent
    return page(
        request,
        "desk/screening.html",
        status=sent.status if sent else 200,
        story=story,
        view=view_of(story, acting.actor.today),
        forms=forms,
        sent=sent,
        done=done,
        today=acting.actor.today,
        why_not_decide=why_not(Act.DECIDE, roles_in(acting.actor, UUID(story["programme"]["id"]))),
        sectors=list(SECTOR_NAMES.items()),
        educations=[(str(level), name) for level, name in EDUCATION_NAMES.items()],
        lists={
            name: choices(getattr(code_lists, name))
            for name in (
                "SupportDomain",
                "CircumstanceState",
                "ResidenceGround",
                "Benefit",
                "CivicIntegrationRoute",
                "CivicIntegrationPhase",
            )
        },
    )


async def answer(request: Request, acting: Acting, trajectory_id: UUID, form: Form) -> Response:
    """Go back to the page when the form was accepted; else show it with the form as it was filled in."""
    if form.errors:
        return await show_screening(request, acting, trajectory_id, sent=form)
    return RedirectResponse(f"/trajectories/{trajectory_id}/screening?done={form.name}", status_code=303)
