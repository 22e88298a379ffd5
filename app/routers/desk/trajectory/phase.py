"""Moves somebody to a phase of the programme, on a page of its own."""

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from app.models import Programme, Trajectory
from app.models.programme import Phase
from app.routers.acting import Acting, Team
from app.routers.forms import Form, kept_in
from app.routers.pages import page
from app.routers.typed_values import version_in
from app.rules.guided_states import GUIDED
from app.rules.programme_phases import PlannedPhase, suggested_phase
from app.rules.sentence import Sentence
from app.use_cases.enter_phase import PhaseEntered, enter_phase
from app.use_cases.load import load

router = APIRouter()

PHASE = Form("phase", {"phase": Sentence("Phase"), "phase_since": Sentence("From which day?")})


@router.get("/trajectories/{trajectory_id}/phase")
async def show(request: Request, trajectory_id: UUID, acting: Team) -> Response:
    """The phases, and the one that the plan suggests."""
    return await _page(request, acting, trajectory_id)


@router.post("/trajectories/{trajectory_id}/phase")
async def enter(request: Request, trajectory_id: UUID, acting: Team) -> Response:
    """Let a phase begin."""
    form = await PHASE.sent_in(request)
    read = form.read(PhaseEntered)
    if read:
        async with kept_in(form, acting.session):
            await enter_phase(
                acting.session, by=acting.actor, trajectory_id=trajectory_id, version=version_in(form), entered=read
            )
    if form.errors:
        return await _page(request, acting, trajectory_id, form)
    return RedirectResponse(f"/trajectories/{trajectory_id}?done=phase", status_code=303)


async def _page(request: Request, acting: Acting, trajectory_id: UUID, sent: Form | None = None) -> Response:
    trajectory = await load(acting.session, Trajectory, trajectory_id)
    programme = await load(acting.session, Programme, trajectory.programme_id)
    phases = [Phase.model_validate(phase) for phase in programme.phases]
    planned = [PlannedPhase(phase.name, phase.planned_weeks) for phase in phases]
    suggested = suggested_phase(planned, trajectory.started_on, acting.actor.today)
    proposed = suggested.name if suggested and suggested.name != trajectory.phase else ""
    return page(
        request,
        "desk/phase.html",
        status=sent.status if sent else 200,
        trajectory=trajectory,
        phases=phases,
        norm=programme.contact_norm_days,
        suggested=proposed,
        is_guided=trajectory.state in GUIDED,
        form=sent or PHASE.with_values({"phase": proposed, "phase_since": acting.actor.today}),
    )
