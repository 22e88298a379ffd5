"""Erases who somebody is, on a page that first says what goes and what stays."""

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from app.models.participant import ParticipantErased
from app.queries.erasure_page import read_erasure
from app.routers.acting import Acting, Coordinator
from app.routers.forms import Form, kept_in
from app.routers.pages import page
from app.routers.typed_values import version_in
from app.rules.code_lists import ErasureReason
from app.rules.names import choices
from app.rules.permissions import Act, why_not
from app.rules.sentence import Sentence
from app.use_cases.erase_participant import erase_participant
from app.use_cases.membership_roles import roles_in

router = APIRouter()

ERASURE = Form("erasure", {"reason": Sentence("Why?"), "sure": Sentence("Are you sure?")})
SURE = Sentence("I know that this cannot be undone.")
NOT_SURE = Sentence("Tick that you know that this cannot be undone.")


@router.get("/trajectories/{trajectory_id}/erasure")
async def show(request: Request, trajectory_id: UUID, acting: Coordinator) -> Response:
    """What goes, what stays, and the question whether somebody is sure."""
    return await _page(request, acting, trajectory_id, ERASURE.with_values({}))


@router.post("/trajectories/{trajectory_id}/erasure")
async def erase(request: Request, trajectory_id: UUID, acting: Coordinator) -> Response:
    """Erase who the person of this trajectory is."""
    form = await ERASURE.sent_in(request)
    read = form.read(ParticipantErased)
    if not form.value("sure"):
        form.errors["sure"] = NOT_SURE
    if read and not form.errors:
        person = await read_erasure(acting.session, trajectory_id)
        async with kept_in(form, acting.session):
            await erase_participant(
                acting.session,
                by=acting.actor,
                participant_id=UUID(str(person["participantId"])),
                version=version_in(form),
                erased=read,
            )
    if form.errors:
        return await _page(request, acting, trajectory_id, form)
    return RedirectResponse(f"/trajectories/{trajectory_id}?done=erased", status_code=303)


async def _page(request: Request, acting: Acting, trajectory_id: UUID, form: Form) -> Response:
    person = await read_erasure(acting.session, trajectory_id)
    programmes = person["programmeIds"]
    assert isinstance(programmes, list)  # noqa: S101  every person is in a programme
    refusals = [why_not(Act.ERASE_PARTICIPANT, roles_in(acting.actor, UUID(one))) for one in programmes]
    return page(
        request,
        "desk/erasure.html",
        status=form.status if form.errors else 200,
        person=person,
        form=form,
        reasons=choices(ErasureReason),
        sure=[("yes", SURE)],
        refusal=next((one for one in refusals if one is not None), None),
    )
