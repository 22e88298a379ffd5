"""Changes and ends a placement, and corrects an observation, each on a page of its own."""

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from app.models import Observation, Organisation, Placement
from app.models.observation import ObservationFields
from app.routers.acting import Acting, Team
from app.routers.desk.trajectory.quick_forms import OBSERVATION, PLACEMENT
from app.routers.forms import Form, kept_in
from app.routers.pages import page
from app.routers.typed_values import version_in
from app.rules.code_lists import Contract, EvidenceSource, LanguageLevel, PlacementEndReason, SpellKind
from app.rules.education_names import EDUCATION_NAMES
from app.rules.names import choices
from app.rules.sentence import Sentence
from app.use_cases.change_placement import PlacementChange, PlacementEnd, change_placement, end_placement
from app.use_cases.correct_observation import correct_observation
from app.use_cases.load import load

router = APIRouter()

CHANGE = Form("change", {name: label for name, label in PLACEMENT.labels.items() if name != "employer"})
END = Form(
    "end",
    {
        "ends_on": Sentence("Last day worked"),
        "end_reason": Sentence("Why did it end?"),
        "end_source": Sentence("Who says so?"),
        "end_note": Sentence("Note"),
    },
)


KEPT = ("placement_id", "told_by", "told_how", "told_on")
"""What a correction leaves as it was: the job that it is about, and who told it."""


@router.get("/placements/{placement_id}")
async def show_placement(request: Request, placement_id: UUID, acting: Team) -> Response:
    """A placement, to change it or to end it."""
    return await _placement_page(request, acting, placement_id)


@router.post("/placements/{placement_id}/changes")
async def change(request: Request, placement_id: UUID, acting: Team) -> Response:
    """Change what is known of a placement."""
    form = await CHANGE.sent_in(request)
    read = form.read(PlacementChange)
    if read:
        emptied = {name: None for name in CHANGE.labels if name not in read.model_fields_set}
        async with kept_in(form, acting.session):
            await change_placement(
                acting.session,
                by=acting.actor,
                placement_id=placement_id,
                version=version_in(form),
                change=PlacementChange(**{**emptied, **read.model_dump(exclude_unset=True)}),
            )
    return await _placement_answer(request, acting, placement_id, form)


@router.post("/placements/{placement_id}/end")
async def end(request: Request, placement_id: UUID, acting: Team) -> Response:
    """Record the last day of a placement."""
    form = await END.sent_in(request)
    read = form.read(PlacementEnd)
    if read:
        async with kept_in(form, acting.session):
            await end_placement(
                acting.session, by=acting.actor, placement_id=placement_id, version=version_in(form), end=read
            )
    return await _placement_answer(request, acting, placement_id, form)


@router.get("/observations/{observation_id}")
async def show_observation(request: Request, observation_id: UUID, acting: Team) -> Response:
    """An observation, to correct it."""
    observation = await load(acting.session, Observation, observation_id)
    form = OBSERVATION.with_values(observation.model_dump())
    return _observation_page(request, observation, form)


@router.post("/observations/{observation_id}/corrections")
async def correct(request: Request, observation_id: UUID, acting: Team) -> Response:
    """Put a corrected observation in the place of this one; both stay."""
    observation = await load(acting.session, Observation, observation_id)
    form = await OBSERVATION.sent_in(request)
    read = form.read(ObservationFields)
    if read:
        about_the_same = read.model_copy(update={name: getattr(observation, name) for name in KEPT})
        async with kept_in(form, acting.session):
            await correct_observation(
                acting.session, by=acting.actor, observation_id=observation_id, observation=about_the_same
            )
    if form.errors:
        return _observation_page(request, observation, form, form.status)
    return RedirectResponse(f"/trajectories/{observation.trajectory_id}?done=observation", status_code=303)


async def _placement_answer(request: Request, acting: Acting, placement_id: UUID, form: Form) -> Response:
    if form.errors:
        return await _placement_page(request, acting, placement_id, form)
    placement = await load(acting.session, Placement, placement_id)
    return RedirectResponse(f"/trajectories/{placement.trajectory_id}?done=placement", status_code=303)


async def _placement_page(request: Request, acting: Acting, placement_id: UUID, sent: Form | None = None) -> Response:
    placement = await load(acting.session, Placement, placement_id)
    organisation = await load(acting.session, Organisation, placement.organisation_id)
    forms = {
        "change": CHANGE.with_values(placement.model_dump()),
        "end": END.with_values({"ends_on": placement.ends_on or acting.actor.today, "end_source": "participant"}),
    }
    if sent is not None:
        forms[sent.name] = sent
    return page(
        request,
        "desk/placement.html",
        status=sent.status if sent else 200,
        placement=placement,
        organisation=organisation,
        forms=forms,
        sent=sent,
        kinds=choices(SpellKind),
        contracts=choices(Contract),
        language_levels=choices(LanguageLevel),
        education_levels=[(str(level), name) for level, name in EDUCATION_NAMES.items()],
        reasons=choices(PlacementEndReason),
        sources=choices(EvidenceSource),
    )


def _observation_page(request: Request, observation: Observation, form: Form, status: int = 200) -> Response:
    return page(
        request,
        "desk/observation.html",
        status=status,
        observation=observation,
        form=form,
        contracts=choices(Contract),
        sources=choices(EvidenceSource),
    )
