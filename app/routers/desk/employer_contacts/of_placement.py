"""Says whom to ask about one placement: somebody who is known at the employer, or somebody new."""

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from app.models import EmployerContact, Organisation, Placement
from app.models.employer_contact import EmployerContactFields
from app.queries.employer_contacts import read_contacts_at
from app.routers.acting import Acting, Team
from app.routers.desk.employer_contacts.contact_form import LABELS
from app.routers.forms import Form, kept_in
from app.routers.pages import page
from app.routers.typed_values import version_in
from app.rules.code_lists import MessageLanguage
from app.rules.names import choices
from app.rules.sentence import Sentence
from app.use_cases.change_placement import PlacementChange, change_placement
from app.use_cases.keep_contacts import find_or_add_contact
from app.use_cases.load import load

router = APIRouter()

CHOICE = Form("ask", {"contact_id": Sentence("Whom do we ask?"), **LABELS}, {"language": "nl"})


@router.get("/placements/{placement_id}/contact")
async def show(request: Request, placement_id: UUID, acting: Team) -> Response:
    """The form that says whom to ask."""
    placement = await load(acting.session, Placement, placement_id)
    return await _page(
        request, acting, placement, CHOICE.with_values({**CHOICE.values, "contact_id": placement.contact_id})
    )


@router.post("/placements/{placement_id}/contact")
async def choose(request: Request, placement_id: UUID, acting: Team) -> Response:
    """Ask somebody about this placement from now on. What is filled in about somebody new goes before a choice."""
    form = await CHOICE.sent_in(request)
    placement = await load(acting.session, Placement, placement_id)
    chosen, new = form.read(PlacementChange), form.read(EmployerContactFields)
    if chosen and new:
        async with kept_in(form, acting.session):
            contact_id = chosen.contact_id
            if new.name or new.email or new.phone:
                contact_id = await _somebody_new(acting, placement, new)
            await change_placement(
                acting.session,
                by=acting.actor,
                placement_id=placement_id,
                version=version_in(form),
                change=PlacementChange(contact_id=contact_id),
            )
    if form.errors:
        return await _page(request, acting, placement, form)
    return RedirectResponse(f"/trajectories/{placement.trajectory_id}?done=placement#placements", status_code=303)


async def _somebody_new(acting: Acting, placement: Placement, new: EmployerContactFields) -> UUID:
    contact: EmployerContact = await find_or_add_contact(
        acting.session,
        by=acting.actor,
        programme_id=placement.programme_id,
        organisation_id=placement.organisation_id,
        contact=new,
    )
    return contact.id


async def _page(request: Request, acting: Acting, placement: Placement, form: Form) -> Response:
    known = await read_contacts_at(acting.session, placement.programme_id, placement.organisation_id)
    return page(
        request,
        "desk/employer_contacts/of_placement.html",
        status=form.status if form.errors else 200,
        placement=placement,
        organisation=await load(acting.session, Organisation, placement.organisation_id),
        form=form,
        known=known,
        languages=choices(MessageLanguage),
    )
