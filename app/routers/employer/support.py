"""Support at work in one placement, as the employer with an account sees and records it."""

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from app.models import Placement
from app.models.workplace_support import WorkplaceSupportFields
from app.queries.employees import read_employee
from app.queries.own_support import OwnSupport, read_own_support
from app.routers.acting import Acting, Employer
from app.routers.forms import Form, kept_in
from app.routers.pages import page
from app.routers.typed_values import version_in
from app.rules.code_lists import WorkplaceSupportKind, WorkplaceSupportState
from app.rules.names import choices
from app.rules.sentence import Sentence
from app.use_cases.load import load
from app.use_cases.record_workplace_support import record_workplace_support

router = APIRouter(prefix="/own-placements/{placement_id}/support")

LABELS = {
    "kind": Sentence("Support at work"),
    "state": Sentence("Is it there?"),
    "starts_on": Sentence("From"),
    "ends_on": Sentence("Up to and including"),
}


@router.get("")
async def show(request: Request, placement_id: UUID, acting: Employer, done: bool = False) -> Response:
    """What is arranged, a line per kind."""
    return await _page(request, acting, placement_id, done=done)


@router.post("")
async def record(request: Request, placement_id: UUID, acting: Employer) -> Response:
    """Record one kind of support."""
    typed = await Form("support", LABELS).sent_in(request)
    form = Form(f"support-{typed.value('kind')}", LABELS, typed.values)
    read = form.read(WorkplaceSupportFields)
    if read:
        async with kept_in(form, acting.session):
            await record_workplace_support(
                acting.session, by=acting.actor, placement_id=placement_id, support=read, version=version_in(form)
            )
    if form.errors:
        return await _page(request, acting, placement_id, sent=form)
    return RedirectResponse(f"/own-placements/{placement_id}/support?done=true", status_code=303)


async def _page(
    request: Request, acting: Acting, placement_id: UUID, *, sent: Form | None = None, done: bool = False
) -> Response:
    placement = await load(acting.session, Placement, placement_id)
    known = {one.kind: one for one in await read_own_support(acting.session, placement.id)}
    forms = {kind.value: _form(kind, known.get(kind)) for kind in WorkplaceSupportKind}
    if sent is not None:
        forms[sent.value("kind")] = sent
    return page(
        request,
        "employer/support.html",
        status=sent.status if sent else 200,
        placement=placement,
        employee=await read_employee(acting.session, placement.id),
        supports=[(kind, known.get(kind)) for kind in WorkplaceSupportKind],
        forms=forms,
        sent=sent,
        done=done,
        states=choices(WorkplaceSupportState),
    )


def _form(kind: WorkplaceSupportKind, known: OwnSupport | None) -> Form:
    return Form(f"support-{kind}", LABELS).with_values(known.model_dump() if known else {})
