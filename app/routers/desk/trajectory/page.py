"""Shows one trajectory."""

import json
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.queries.employers import read_employer_names
from app.queries.trajectory_page import read_trajectory
from app.routers.acting import Acting, Team
from app.routers.desk.story.kind_names import KIND_NAMES
from app.routers.desk.trajectory.asking_view import asking_of
from app.routers.desk.trajectory.inclusion_view import SIGNALS, inclusions_of
from app.routers.desk.trajectory.quick_forms import empty_forms
from app.routers.desk.trajectory.view import view_of
from app.routers.forms import Form
from app.routers.pages import page
from app.rules import code_lists
from app.rules.contact_topics import called
from app.rules.education_names import EDUCATION_NAMES
from app.rules.names import choices
from app.rules.permissions import Act, why_not
from app.rules.sentence import Sentence
from app.rules.trajectory_states import asked_by
from app.use_cases.membership_roles import roles_in

router = APIRouter()

DONE = {
    "registered": Sentence("The registration has been recorded."),
    "step": Sentence("The step has been taken."),
    "contact": Sentence("The contact has been recorded."),
    "language": Sentence("The language levels have been recorded."),
    "corrected": Sentence("The correction has been recorded."),
    "phase": Sentence("The phase has been recorded."),
    "placement": Sentence("The placement has been recorded."),
    "observation": Sentence("The observation has been recorded."),
    "acknowledged": Sentence("It is kept as unknown. Nobody is reminded of it any more."),
    "follow-up": Sentence("The follow-up has been closed."),
    "moved": Sentence("The day of the follow-up has been moved."),
    "reminding": Sentence("The follow-up stands among the others again."),
    "reopened": Sentence("The follow-up is open again."),
    "told": Sentence("The answer has been recorded, with who told it."),
    "told-open": Sentence("The answer has been recorded. It does not settle the follow-up, so that stays open."),
    "task": Sentence("The task has been recorded."),
    "asked": Sentence("The question goes out now, or on the next working morning."),
    "erased": Sentence("It has been erased who this person is."),
    "team": Sentence("Who guides this person has been recorded."),
}


@router.get("/trajectories/{trajectory_id}")
async def show(request: Request, trajectory_id: UUID, acting: Team, done: str = "") -> Response:
    """The whole story on one page."""
    return await show_trajectory(request, acting, trajectory_id, done=DONE.get(done))


async def show_trajectory(
    request: Request,
    acting: Acting,
    trajectory_id: UUID,
    *,
    sent: Form | None = None,
    status: int = 200,
    done: Sentence | None = None,
) -> Response:
    """Show the page; with a form that was sent and refused, that form stands there as it was filled in."""
    story = json.loads(await read_trajectory(acting.session, trajectory_id))
    view = view_of(story, acting.actor.today)
    roles = roles_in(acting.actor, UUID(story["programme"]["id"]))
    forms = empty_forms(acting.actor.today)
    if sent is not None:
        forms[sent.name] = sent
    return page(
        request,
        "desk/trajectory.html",
        status=status,
        view=view,
        story=story,
        inclusions=inclusions_of(story, acting.actor.at, acting.actor.today),
        signals=SIGNALS,
        askings={one["id"]: asking_of(one, acting.actor.today) for one in story["followUps"]},
        forms=forms,
        sent=sent,
        asked_by=asked_by,
        may_assign=why_not(Act.ASSIGN_TEAM, roles) is None,
        may_erase=why_not(Act.ERASE_PARTICIPANT, roles) is None and story["participant"]["erasedAt"] is None,
        employers=await read_employer_names(acting.session),
        lists={
            name: choices(getattr(code_lists, name))
            for name in (
                "ContactKind",
                "ContactChannel",
                "Attendance",
                "ContactTopic",
                "LanguageLevel",
                "SpellKind",
                "Contract",
                "EvidenceSource",
                "TrajectoryEndReason",
                "Destination",
                "MessageLanguage",
            )
        },
        education_levels=[(str(level), name) for level, name in EDUCATION_NAMES.items()],
        topic_called=called,
        today=acting.actor.today,
        kind_names=KIND_NAMES,
        done=done,
    )
