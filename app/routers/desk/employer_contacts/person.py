"""Adds a contact person, and changes one."""

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from app.models import EmployerContact, Organisation
from app.models.employer_contact import ContactUpdate, EmployerContactFields
from app.queries.employer_contacts import count_without_contact
from app.queries.employers import read_employer_names
from app.routers.acting import Acting, Team
from app.routers.desk.employer_contacts.contact_form import CONTACT, NEW
from app.routers.desk.own_programme import programme_of_the_team
from app.routers.forms import Form, kept_in
from app.routers.pages import page
from app.routers.typed_values import SENTENCES, version_in
from app.rules.code_lists import MessageLanguage
from app.rules.names import choices
from app.use_cases.choose_contact import ask_about_the_rest
from app.use_cases.find_or_add_employer import find_or_add_employer
from app.use_cases.keep_contacts import add_contact, change_contact, use_address_again
from app.use_cases.load import load

router = APIRouter()


@router.get("/programmes/{programme_id}/employer-contacts/new")
async def show_new(request: Request, programme_id: UUID, acting: Team, employer: UUID | None = None) -> Response:
    """The form for one more contact person, at a given employer perhaps."""
    at = await load(acting.session, Organisation, employer) if employer else None
    form = NEW.with_values({**NEW.values, "employer": at.name if at else None})
    return await _new_page(request, acting, programme_id, form)


@router.post("/programmes/{programme_id}/employer-contacts")
async def add(request: Request, programme_id: UUID, acting: Team) -> Response:
    """Add a contact person at an employer that is known, or at a new one."""
    form = await NEW.sent_in(request)
    await programme_of_the_team(acting, programme_id)
    read = form.read(EmployerContactFields)
    if not form.value("employer").strip():
        form.errors["employer"] = SENTENCES["missing"]
    elif read:
        async with kept_in(form, acting.session):
            employer = await find_or_add_employer(acting.session, by=acting.actor, name=form.value("employer"))
            await add_contact(
                acting.session,
                by=acting.actor,
                programme_id=programme_id,
                organisation_id=employer.id,
                contact=read,
            )
    return await _new_page(request, acting, programme_id, form) if form.errors else _back(programme_id, "new")


@router.get("/employer-contacts/{contact_id}")
async def show(request: Request, contact_id: UUID, acting: Team) -> Response:
    """A contact person, to change."""
    return await _page(request, acting, contact_id)


@router.post("/employer-contacts/{contact_id}/changes")
async def change(request: Request, contact_id: UUID, acting: Team) -> Response:
    """Change what is known of a contact person."""
    form = await CONTACT.sent_in(request)
    contact = await load(acting.session, EmployerContact, contact_id)
    read = form.read(ContactUpdate)
    if read:
        said = ContactUpdate(**{**dict.fromkeys(("name", "email", "phone")), **read.model_dump(exclude_unset=True)})
        async with kept_in(form, acting.session):
            await change_contact(
                acting.session, by=acting.actor, contact_id=contact_id, version=version_in(form), change=said
            )
    return await _answer(request, acting, contact, form, "changed")


@router.post("/employer-contacts/{contact_id}/use-again")
async def use_again(request: Request, contact_id: UUID, acting: Team) -> Response:
    """Send mail to an address again from which it came back."""
    form = await CONTACT.sent_in(request)
    contact = await load(acting.session, EmployerContact, contact_id)
    async with kept_in(form, acting.session):
        await use_address_again(acting.session, by=acting.actor, contact_id=contact_id, version=version_in(form))
    return await _answer(request, acting, contact, form, "again")


@router.post("/employer-contacts/{contact_id}/placements")
async def ask(contact_id: UUID, acting: Team) -> Response:
    """Ask this person about the running placements here that have nobody yet."""
    contact = await load(acting.session, EmployerContact, contact_id)
    await ask_about_the_rest(acting.session, by=acting.actor, contact_id=contact_id)
    return _back(contact.programme_id, "rest")


async def _answer(request: Request, acting: Acting, contact: EmployerContact, form: Form, done: str) -> Response:
    return await _page(request, acting, contact.id, form) if form.errors else _back(contact.programme_id, done)


def _back(programme_id: UUID, done: str) -> Response:
    return RedirectResponse(f"/programmes/{programme_id}/employer-contacts?done={done}", status_code=303)


async def _new_page(request: Request, acting: Acting, programme_id: UUID, form: Form) -> Response:
    return page(
        request,
        "desk/employer_contacts/new.html",
        status=form.status if form.errors else 200,
        programme=await programme_of_the_team(acting, programme_id),
        form=form,
        employers=await read_employer_names(acting.session),
        languages=choices(MessageLanguage),
    )


async def _page(request: Request, acting: Acting, contact_id: UUID, sent: Form | None = None) -> Response:
    contact = await load(acting.session, EmployerContact, contact_id)
    return page(
        request,
        "desk/employer_contacts/person.html",
        status=sent.status if sent else 200,
        contact=contact,
        programme=await programme_of_the_team(acting, contact.programme_id),
        organisation=await load(acting.session, Organisation, contact.organisation_id),
        form=sent or CONTACT.with_values(contact.model_dump()),
        sent=sent,
        without=await count_without_contact(acting.session, contact.programme_id, contact.organisation_id),
        languages=choices(MessageLanguage),
    )
