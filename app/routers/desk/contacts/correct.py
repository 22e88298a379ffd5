"""Corrects a contact that was recorded."""

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from app.models import CoachingContact
from app.models.coaching_contact import CoachingContactSaid
from app.routers.acting import Acting, Team
from app.routers.desk.contacts.contact_form import CONTACT, contact_as_recorded, read_contact
from app.routers.desk.contacts.record import form_choices
from app.routers.forms import Form, kept_in
from app.routers.pages import page
from app.routers.typed_values import version_in
from app.rules.contact_topics import is_on_the_list
from app.use_cases.correct_contact import correct_contact
from app.use_cases.load import load

router = APIRouter()


@router.get("/contacts/{contact_id}")
async def show(request: Request, contact_id: UUID, acting: Team) -> Response:
    """The contact as it was recorded."""
    return await _page(request, acting, contact_id)


@router.post("/contacts/{contact_id}")
async def correct(request: Request, contact_id: UUID, acting: Team) -> Response:
    """Record the correction; an emptied box takes away what stood in it."""
    form = await CONTACT.sent_in(request)
    read = read_contact(form)
    contact = await load(acting.session, CoachingContact, contact_id)
    if read:
        whole = CoachingContactSaid(**read.model_dump())
        async with kept_in(form, acting.session):
            await correct_contact(
                acting.session,
                by=acting.actor,
                contact_id=contact_id,
                version=version_in(form),
                correction=whole,
            )
    if form.errors:
        return await _page(request, acting, contact_id, form)
    return RedirectResponse(f"/trajectories/{contact.trajectory_id}?done=corrected", status_code=303)


async def _page(request: Request, acting: Acting, contact_id: UUID, sent: Form | None = None) -> Response:
    contact = await load(acting.session, CoachingContact, contact_id)
    facts = {name: getattr(contact, name) for name in CONTACT.labels}
    return page(
        request,
        "desk/contacts/correct.html",
        status=sent.status if sent else 200,
        contact=contact,
        other_words=[word for word in contact.topics if not is_on_the_list(word)],
        form=sent or contact_as_recorded(facts),
        **form_choices(),
    )
