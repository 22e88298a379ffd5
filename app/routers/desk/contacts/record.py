"""Records a contact with somebody, on one screen."""

import json
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from app.errors import NotFound
from app.queries.people_to_contact import read_person
from app.routers.acting import Acting, Team
from app.routers.desk.contacts.contact_form import (
    CONTACT,
    MINUTES,
    NO_APPOINTMENT,
    WEEKS,
    empty_contact,
    read_contact,
)
from app.routers.forms import Form, kept_in
from app.routers.pages import page
from app.rules import code_lists
from app.rules.contact_topics import about
from app.rules.names import choices
from app.use_cases.record_contact import record_contact

router = APIRouter()


@router.get("/trajectories/{trajectory_id}/contacts/new")
async def show(request: Request, trajectory_id: UUID, acting: Team) -> Response:
    """The form, filled in with what is true most of the time."""
    return await _page(request, acting, trajectory_id, empty_contact(acting.actor.today))


@router.post("/trajectories/{trajectory_id}/contacts/new")
async def record(request: Request, trajectory_id: UUID, acting: Team) -> Response:
    """Record it, and go back to one's own people and what is next."""
    form = await CONTACT.sent_in(request)
    read = read_contact(form)
    if read:
        async with kept_in(form, acting.session):
            await record_contact(acting.session, by=acting.actor, trajectory_id=trajectory_id, contact=read)
    if form.errors:
        return await _page(request, acting, trajectory_id, form)
    return RedirectResponse("/caseload?done=contact", status_code=303)


async def _page(request: Request, acting: Acting, trajectory_id: UUID, form: Form) -> Response:
    found = await read_person(acting.session, trajectory_id)
    if found is None:
        raise NotFound
    person = json.loads(found)
    return page(
        request,
        "desk/contacts/record.html",
        status=form.status if form.errors else 200,
        person=person,
        was_about=about(person["topics"]) if person["topics"] else None,
        today=str(acting.actor.today),
        form=form,
        **form_choices(),
    )


def form_choices() -> dict[str, object]:
    """What the form of a contact offers."""
    return {
        "minutes": [(one, one) for one in MINUTES],
        "weeks": [NO_APPOINTMENT, *WEEKS.items()],
        "lists": {
            name: choices(getattr(code_lists, name))
            for name in ("ContactKind", "ContactChannel", "Attendance", "ContactTopic", "ContactParty")
        },
    }
