"""Records what the quick forms say: a step, a contact, a language level, a placement, an observation."""

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from app.models import Trajectory
from app.models.coaching_contact import CoachingContactSaid
from app.models.observation import ObservationFields
from app.models.placement import PlacementFields
from app.routers.acting import Acting, Team
from app.routers.desk.employer_contacts.contact_in_form import contact_in, keep_contact_in
from app.routers.desk.language.forms import MEASURED
from app.routers.desk.trajectory.page import show_trajectory
from app.routers.desk.trajectory.quick_forms import (
    CONTACT,
    OBSERVATION,
    START,
    step_form,
)
from app.routers.forms import Form, kept_in
from app.routers.typed_values import SENTENCES, version_in
from app.rules.trajectory_states import Step
from app.use_cases.find_or_add_employer import find_or_add_employer
from app.use_cases.load import load
from app.use_cases.record_contact import record_contact
from app.use_cases.record_language_measurement import LanguageMeasured, record_language_measurements
from app.use_cases.record_observation import record_observation
from app.use_cases.start_placement import PlacementStarted, start_placement
from app.use_cases.step_taken import StepTaken
from app.use_cases.take_step import take_step

router = APIRouter(prefix="/trajectories/{trajectory_id}")


@router.post("/steps/{step}")
async def take(request: Request, trajectory_id: UUID, step: Step, acting: Team) -> Response:
    """Take a step."""
    form = await step_form(step).sent_in(request)
    taken = form.read(StepTaken)
    if taken:
        async with kept_in(form, acting.session):
            await take_step(
                acting.session, by=acting.actor, trajectory_id=trajectory_id, version=version_in(form), taken=taken
            )
    return await answer(request, acting, trajectory_id, form, done="step")


@router.post("/contacts")
async def contact(request: Request, trajectory_id: UUID, acting: Team) -> Response:
    """Record a contact."""
    form = await CONTACT.sent_in(request)
    read = form.read(CoachingContactSaid)
    if read:
        async with kept_in(form, acting.session):
            await record_contact(acting.session, by=acting.actor, trajectory_id=trajectory_id, contact=read)
    return await answer(request, acting, trajectory_id, form, done="contact")


@router.post("/language-measurements")
async def language_measurement(request: Request, trajectory_id: UUID, acting: Team) -> Response:
    """Record the levels of the skills that were measured together."""
    form = await MEASURED.sent_in(request)
    read = form.read(LanguageMeasured)
    if read:
        async with kept_in(form, acting.session):
            await record_language_measurements(
                acting.session, by=acting.actor, trajectory_id=trajectory_id, measured=read
            )
    return await answer(request, acting, trajectory_id, form, done="language")


@router.post("/placements")
async def placement(request: Request, trajectory_id: UUID, acting: Team) -> Response:
    """Record a placement, with an employer that is known or a new one."""
    form = await START.sent_in(request)
    read, contact = form.read(PlacementFields), contact_in(form)
    if not form.value("employer").strip():
        form.errors["employer"] = SENTENCES["missing"]
    elif read and not form.errors:
        async with kept_in(form, acting.session):
            trajectory = await load(acting.session, Trajectory, trajectory_id)
            employer = await find_or_add_employer(acting.session, by=acting.actor, name=form.value("employer"))
            asked = await keep_contact_in(acting, contact, trajectory.programme_id, employer.id) if contact else None
            said = read.model_copy(update={"contact_id": asked.id if asked else None})
            await start_placement(
                acting.session,
                by=acting.actor,
                trajectory_id=trajectory_id,
                started=PlacementStarted(organisation_id=employer.id, **said.model_dump()),
            )
    return await answer(request, acting, trajectory_id, form, done="placement")


@router.post("/observations")
async def observation(request: Request, trajectory_id: UUID, acting: Team) -> Response:
    """Record an observation."""
    form = await OBSERVATION.sent_in(request)
    read = form.read(ObservationFields)
    if read:
        async with kept_in(form, acting.session):
            await record_observation(acting.session, by=acting.actor, trajectory_id=trajectory_id, observation=read)
    return await answer(request, acting, trajectory_id, form, done="observation")


async def answer(request: Request, acting: Acting, trajectory_id: UUID, form: Form, *, done: str) -> Response:
    """Go back to the page when the form was accepted; else show it with the form as it was filled in.

    After a change by somebody else the page shows what is there now beside what was typed, and the form carries the
    new version: sending it again is then a choice.
    """
    if form.errors:
        return await show_trajectory(request, acting, trajectory_id, sent=form, status=form.status)
    return RedirectResponse(f"/trajectories/{trajectory_id}?done={done}", status_code=303)
