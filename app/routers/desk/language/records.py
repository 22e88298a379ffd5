"""Records what the forms about language say: measurements, corrections and support."""

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from app.models import LanguageMeasurement, LanguageSupport, Organisation, Trajectory
from app.models.language_measurement import LanguageMeasurementFields
from app.models.language_support import LanguageSupportFields
from app.models.participant import ParticipantUpdate
from app.routers.acting import Acting, Team
from app.routers.desk.language.forms import CIVIC_INTEGRATION, CORRECTED, MEASURED, SUPPORT
from app.routers.desk.language.page import show_language
from app.routers.forms import Form, kept_in
from app.routers.pages import page
from app.routers.typed_values import version_in
from app.rules.code_lists import LanguageLevel, LanguageSkill, LanguageSupportKind
from app.rules.names import choices
from app.use_cases.add_language_support import add_language_support
from app.use_cases.change_language_support import LanguageSupportChange, change_language_support
from app.use_cases.change_participant import change_participant
from app.use_cases.correct_language_measurement import correct_language_measurement
from app.use_cases.language_provider import language_provider
from app.use_cases.load import load
from app.use_cases.record_language_measurement import LanguageMeasured, record_language_measurements

router = APIRouter()


@router.post("/trajectories/{trajectory_id}/language/measurements")
async def measure(request: Request, trajectory_id: UUID, acting: Team) -> Response:
    """Record the levels of the skills that were measured together."""
    form = await MEASURED.sent_in(request)
    read = form.read(LanguageMeasured)
    if read:
        async with kept_in(form, acting.session):
            await record_language_measurements(
                acting.session, by=acting.actor, trajectory_id=trajectory_id, measured=read
            )
    if form.errors:
        return await show_language(request, acting, trajectory_id, sent=form)
    return _back(trajectory_id, "measured")


@router.post("/trajectories/{trajectory_id}/language/supports")
async def add_support(request: Request, trajectory_id: UUID, acting: Team) -> Response:
    """Record support with the language."""
    form = await SUPPORT.sent_in(request)
    read = form.read(LanguageSupportFields)
    if read:
        given_by = await language_provider(acting.session, read.provider)
        async with kept_in(form, acting.session):
            await add_language_support(
                acting.session,
                by=acting.actor,
                trajectory_id=trajectory_id,
                support=LanguageSupportFields(**{**read.model_dump(), **given_by}),
            )
    if form.errors:
        return await show_language(request, acting, trajectory_id, sent=form)
    return _back(trajectory_id, "support")


@router.post("/trajectories/{trajectory_id}/language/civic-integration")
async def change_civic_integration(request: Request, trajectory_id: UUID, acting: Team) -> Response:
    """Record the route of civic integration, and how far somebody is."""
    trajectory = await load(acting.session, Trajectory, trajectory_id)
    form = await CIVIC_INTEGRATION.sent_in(request)
    read = form.read(ParticipantUpdate)
    if read:
        emptied = dict.fromkeys(CIVIC_INTEGRATION.labels)
        async with kept_in(form, acting.session):
            await change_participant(
                acting.session,
                by=acting.actor,
                participant_id=trajectory.participant_id,
                version=version_in(form),
                change=ParticipantUpdate(**{**emptied, **read.model_dump(exclude_unset=True)}),
            )
    if form.errors:
        return await show_language(request, acting, trajectory_id, sent=form)
    return _back(trajectory_id, "civic")


@router.get("/language-measurements/{measurement_id}")
async def show_measurement(request: Request, measurement_id: UUID, acting: Team) -> Response:
    """A measurement, to correct it."""
    measurement = await load(acting.session, LanguageMeasurement, measurement_id)
    return _correction_page(request, measurement, CORRECTED.with_values(measurement.model_dump()))


@router.post("/language-measurements/{measurement_id}/corrections")
async def correct(request: Request, measurement_id: UUID, acting: Team) -> Response:
    """Put a corrected measurement in the place of this one; both stay."""
    measurement = await load(acting.session, LanguageMeasurement, measurement_id)
    form = await CORRECTED.sent_in(request)
    read = form.read(LanguageMeasurementFields)
    if read:
        async with kept_in(form, acting.session):
            await correct_language_measurement(
                acting.session, by=acting.actor, measurement_id=measurement_id, measurement=read
            )
    if form.errors:
        return _correction_page(request, measurement, form, form.status)
    return _back(measurement.trajectory_id, "corrected")


@router.get("/language-supports/{support_id}")
async def show_support(request: Request, support_id: UUID, acting: Team) -> Response:
    """Support with the language, to change it or to end it."""
    return await _support_page(request, acting, support_id)


@router.post("/language-supports/{support_id}/changes")
async def change_support(request: Request, support_id: UUID, acting: Team) -> Response:
    """Change what is known of support; a last day ends it."""
    form = await SUPPORT.sent_in(request)
    read = form.read(LanguageSupportChange)
    if read:
        emptied = {name: None for name in SUPPORT.labels if name not in read.model_fields_set}
        given_by = await language_provider(acting.session, read.provider)
        async with kept_in(form, acting.session):
            await change_language_support(
                acting.session,
                by=acting.actor,
                support_id=support_id,
                version=version_in(form),
                change=LanguageSupportChange(**{**emptied, **read.model_dump(exclude_unset=True), **given_by}),
            )
    if form.errors:
        return await _support_page(request, acting, support_id, form)
    return _back((await load(acting.session, LanguageSupport, support_id)).trajectory_id, "support")


def _back(trajectory_id: UUID, done: str) -> Response:
    return RedirectResponse(f"/trajectories/{trajectory_id}/language?done={done}", status_code=303)


def _correction_page(request: Request, measurement: LanguageMeasurement, form: Form, status: int = 200) -> Response:
    return page(
        request,
        "desk/language/measurement.html",
        status=status,
        measurement=measurement,
        form=form,
        skills=choices(LanguageSkill),
        levels=choices(LanguageLevel),
    )


async def _support_page(request: Request, acting: Acting, support_id: UUID, sent: Form | None = None) -> Response:
    support = await load(acting.session, LanguageSupport, support_id)
    values = support.model_dump()
    if support.organisation_id:
        values["provider"] = (await load(acting.session, Organisation, support.organisation_id)).name
    return page(
        request,
        "desk/language/support.html",
        status=sent.status if sent else 200,
        support=support,
        recorded=values,
        form=sent or SUPPORT.with_values(values),
        kinds=choices(LanguageSupportKind),
    )
