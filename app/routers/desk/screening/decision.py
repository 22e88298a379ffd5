"""Begins the screening, and records the decision of a person of the programme."""

from datetime import date
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.models.base import Shape
from app.routers.acting import Acting, Team
from app.routers.desk.screening.forms import DECISION, SCREEN, DecisionSaid
from app.routers.desk.screening.page import answer
from app.routers.forms import Form, kept_in
from app.routers.typed_values import version_in
from app.rules.code_lists import Decision
from app.rules.imported_steps import STEP_OF_DECISION
from app.rules.sentence import Sentence
from app.rules.trajectory_states import Step
from app.use_cases.step_taken import StepTaken
from app.use_cases.take_step import take_step

router = APIRouter(prefix="/trajectories/{trajectory_id}/screening")

ONE_CONDITION_PER_LINE = Sentence("Write down the conditions, one per line.")
NO_CONDITIONS = Sentence("Leave this empty, or choose to admit with conditions.")


class ScreeningBegun(Shape):
    """The day on which the screening began."""

    on_date: date


@router.post("/start")
async def start(request: Request, trajectory_id: UUID, acting: Team) -> Response:
    """Begin the screening."""
    form = await SCREEN.sent_in(request)
    read = form.read(ScreeningBegun)
    if read:
        await _take(acting, trajectory_id, form, StepTaken(step=Step.SCREEN, on_date=read.on_date))
    return await answer(request, acting, trajectory_id, form)


@router.post("/decision")
async def decide(request: Request, trajectory_id: UUID, acting: Team) -> Response:
    """Record a decision on this candidate. The check stands beside it and never decides."""
    form = await DECISION.sent_in(request)
    read = form.read(DecisionSaid)
    if read:
        with_conditions = read.decision is Decision.ADMITTED_WITH_CONDITIONS
        if with_conditions != bool(read.conditions):
            form.errors["conditions"] = ONE_CONDITION_PER_LINE if with_conditions else NO_CONDITIONS
        taken = StepTaken(step=STEP_OF_DECISION[read.decision], **read.model_dump(exclude={"decision"}))
        if not form.errors:
            await _take(acting, trajectory_id, form, taken)
    return await answer(request, acting, trajectory_id, form)


async def _take(acting: Acting, trajectory_id: UUID, form: Form, taken: StepTaken) -> None:
    async with kept_in(form, acting.session):
        await take_step(
            acting.session, by=acting.actor, trajectory_id=trajectory_id, version=version_in(form), taken=taken
        )
