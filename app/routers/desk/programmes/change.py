"""Changes a part of a programme, each with a form on a page of its own."""

import json
from collections.abc import Mapping
from enum import StrEnum
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from app.queries.own_metrics import own_metrics_then
from app.queries.programme_page import read_programme
from app.routers.acting import Acting, Office
from app.routers.desk.programmes.about import ABOUT
from app.routers.desk.programmes.asking import ASKING
from app.routers.desk.programmes.elements import ELEMENTS
from app.routers.desk.programmes.evaluation import EVALUATION, MARYLAND
from app.routers.desk.programmes.part import Part
from app.routers.desk.programmes.phases import PHASES
from app.routers.desk.programmes.requirement_row import kept_words
from app.routers.desk.programmes.requirements import REQUIREMENTS
from app.routers.desk.programmes.scaling import SCALING
from app.routers.desk.programmes.view import view_of
from app.routers.forms import Form, kept_in
from app.routers.pages import language_of, page
from app.routers.typed_values import version_in
from app.rules.metric_parts import ShownAs
from app.rules.metrics import METRICS
from app.rules.permissions import Act
from app.use_cases.change_programme import change_programme
from app.use_cases.membership_roles import require

router = APIRouter(prefix="/programmes/{programme_id}")


class PartName(StrEnum):
    """The parts that have a form of their own."""

    ABOUT = "about"
    REQUIREMENTS = "requirements"
    PHASES = "phases"
    EVALUATION = "evaluation"
    SCALING = "scaling"
    ELEMENTS = "elements"
    ASKING = "asking"


PARTS: Mapping[PartName, Part] = {
    PartName.ABOUT: ABOUT,
    PartName.REQUIREMENTS: REQUIREMENTS,
    PartName.PHASES: PHASES,
    PartName.EVALUATION: EVALUATION,
    PartName.SCALING: SCALING,
    PartName.ELEMENTS: ELEMENTS,
    PartName.ASKING: ASKING,
}


@router.get("/change/{name}")
async def show(request: Request, programme_id: UUID, name: PartName, acting: Office) -> Response:
    """The form of a part, as it is recorded now."""
    return await _form_page(request, acting, programme_id, name)


@router.post("/change/{name}")
async def change(request: Request, programme_id: UUID, name: PartName, acting: Office) -> Response:
    """Record what changed about a part, or give the form one row more."""
    part = PARTS[name]
    form = part.named(await Form("part").sent_in(request))
    if part.rows and (form.value("more") or form.value("up")):
        return await _form_page(request, acting, programme_id, name, part.rearranged(form))
    read = part.read(form)
    if read and not form.errors:
        async with kept_in(form, acting.session):
            await change_programme(
                acting.session,
                by=acting.actor,
                programme_id=programme_id,
                version=version_in(form),
                change=read,
                renamed_phases=part.renamed_phases(form),
            )
    if form.errors:
        return await _form_page(request, acting, programme_id, name, form)
    return RedirectResponse(f"/programmes/{programme_id}?done=part#{name}", status_code=303)


async def _form_page(
    request: Request, acting: Acting, programme_id: UUID, name: PartName, sent: Form | None = None
) -> Response:
    """Show the form; after a change by somebody else with what is recorded now above it, and its new version."""
    told = json.loads(await read_programme(acting.session, programme_id, today=acting.actor.today))
    require(acting.actor, Act.CHANGE_PROGRAMME, programme_id)
    part = PARTS[name]
    form = sent or part.filled_in(told)
    return page(
        request,
        "desk/programme/change.html",
        status=form.status if form.errors else 200,
        told=told,
        view=view_of(told, acting.actor.today),
        name=name,
        part=part,
        form=form,
        many=part.rows.count(form) if part.rows else 0,
        lists=part.lists,
        maryland=MARYLAND,
        metrics=await _metrics(request, acting, programme_id),
        kept_words=kept_words,
    )


async def _metrics(request: Request, acting: Acting, programme_id: UUID) -> list[tuple[str, str]]:
    """The metrics that a figure from elsewhere can be held against: ours, and the programme's own that are shares."""
    language = language_of(request)
    own = await own_metrics_then(acting.session, programme_id, acting.actor.at)
    own = [metric for metric in own if metric.shown_as is ShownAs.SHARE]
    return [(one.code, one.title.said_in(language)) for one in (*METRICS.values(), *own)]
