"""Assigns the coach and the coordinator of a trajectory, on a page of its own."""

import json
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from app.models import Trajectory
from app.queries.guided_before import read_guided
from app.queries.team import read_team
from app.routers.acting import Acting, Coordinator
from app.routers.forms import Form, kept_in
from app.routers.pages import page
from app.routers.typed_values import version_in
from app.rules.code_lists import Role
from app.rules.sentence import Sentence
from app.use_cases.assign_team import TeamAssigned, assign_team
from app.use_cases.load import load

router = APIRouter()

TEAM = Form(
    "team",
    {
        "coach_id": Sentence("Coach"),
        "coordinator_id": Sentence("Coordinator"),
        "from_on": Sentence("From which day?"),
        "reason": Sentence("Reason"),
    },
)


@router.get("/trajectories/{trajectory_id}/team")
async def show(request: Request, trajectory_id: UUID, acting: Coordinator) -> Response:
    """Who guides this participant, to change it."""
    return await _page(request, acting, trajectory_id)


@router.post("/trajectories/{trajectory_id}/team")
async def assign(request: Request, trajectory_id: UUID, acting: Coordinator) -> Response:
    """Let somebody else guide this participant."""
    form = await TEAM.sent_in(request)
    read = form.read(TeamAssigned)
    if read:
        async with kept_in(form, acting.session):
            await assign_team(
                acting.session,
                by=acting.actor,
                trajectory_id=trajectory_id,
                version=version_in(form),
                assigned=read,
            )
    if form.errors:
        return await _page(request, acting, trajectory_id, form)
    return RedirectResponse(f"/trajectories/{trajectory_id}?done=team", status_code=303)


async def _page(request: Request, acting: Acting, trajectory_id: UUID, sent: Form | None = None) -> Response:
    trajectory = await load(acting.session, Trajectory, trajectory_id)
    team = await read_team(acting.session, trajectory.programme_id)
    return page(
        request,
        "desk/team.html",
        status=sent.status if sent else 200,
        trajectory=trajectory,
        guided=json.loads(await read_guided(acting.session, trajectory_id)),
        form=sent or TEAM.with_values({**trajectory.model_dump(), "from_on": acting.actor.today}),
        coaches=[(str(one.account_id), one.name) for one in team if one.role is Role.COACH],
        coordinators=[(str(one.account_id), one.name) for one in team if one.role is Role.COORDINATOR],
    )
