"""Records what the screening brings to light: a test, a talk about work, how things stand at home."""

from collections.abc import Iterator
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.models.circumstance import CircumstanceFields
from app.models.motivation_interview import MotivationInterviewFields
from app.models.screening_test import ScreeningTestFields
from app.routers.acting import Team
from app.routers.desk.screening.forms import CIRCUMSTANCES, INTERVIEW, TEST
from app.routers.desk.screening.page import answer
from app.routers.forms import Form, kept_in
from app.rules.circumstances import why_incomplete
from app.rules.code_lists import SupportDomain
from app.rules.sentence import Sentence
from app.use_cases.assess_circumstances import assess_circumstances
from app.use_cases.record_motivation_interview import record_motivation_interview
from app.use_cases.record_screening_test import record_screening_test

CIRCUMSTANCE_LABELS = dict.fromkeys(CircumstanceFields.model_fields, Sentence("Day"))
router = APIRouter(prefix="/trajectories/{trajectory_id}/screening")


@router.post("/tests")
async def test(request: Request, trajectory_id: UUID, acting: Team) -> Response:
    """Record a test result."""
    form = await TEST.sent_in(request)
    read = form.read(ScreeningTestFields)
    if read:
        async with kept_in(form, acting.session):
            await record_screening_test(acting.session, by=acting.actor, trajectory_id=trajectory_id, test=read)
    return await answer(request, acting, trajectory_id, form)


@router.post("/interviews")
async def interview(request: Request, trajectory_id: UUID, acting: Team) -> Response:
    """Record a talk about work in one sector."""
    form = await INTERVIEW.sent_in(request)
    read = form.read(MotivationInterviewFields)
    if read:
        async with kept_in(form, acting.session):
            await record_motivation_interview(
                acting.session, by=acting.actor, trajectory_id=trajectory_id, interview=read
            )
    return await answer(request, acting, trajectory_id, form)


@router.post("/circumstances")
async def circumstances(request: Request, trajectory_id: UUID, acting: Team) -> Response:
    """Assess the domains about which something else is said than before; what is left open stays unknown."""
    form = await CIRCUMSTANCES.sent_in(request)
    assessed = list(_read_circumstances(form))
    if not form.errors:
        async with kept_in(form, acting.session):
            await assess_circumstances(
                acting.session, by=acting.actor, trajectory_id=trajectory_id, assessed=assessed, only_changes=True
            )
    return await answer(request, acting, trajectory_id, form)


def _read_circumstances(form: Form) -> Iterator[CircumstanceFields]:
    """Read the domains that were answered; an error stands beside the box of its own domain."""
    for domain in SupportDomain:
        if not form.value(f"state-{domain}"):
            continue
        of_domain = Form(
            form.name,
            CIRCUMSTANCE_LABELS,
            {
                "domain": domain.value,
                "state": form.value(f"state-{domain}"),
                "arrangement": form.value(f"arrangement-{domain}"),
                "assessed_on": form.value("assessed_on"),
            },
        )
        read = of_domain.read(CircumstanceFields)
        incomplete = why_incomplete(read.state, read.arrangement) if read else None
        if incomplete:
            of_domain.errors["arrangement"] = incomplete
        for name, error in of_domain.errors.items():
            form.errors[name if name in form.labels else f"{name}-{domain}"] = error
        if read:
            yield read
