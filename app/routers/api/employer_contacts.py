"""/v1/employer-contacts"""

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.models.employer_contact import ContactCreate, ContactUpdate, EmployerContactFields, EmployerContactPublic
from app.queries.employer_contacts import EMPLOYER_CONTACTS
from app.routers.acting import TeamCaller
from app.routers.api.answers import answer_new, answer_one, answer_page, page_of
from app.routers.api.paging import PageWanted
from app.routers.api.versions import VersionRead
from app.use_cases.keep_contacts import add_contact, change_contact

router = APIRouter(prefix="/employer-contacts", tags=["placements"])


@router.get("", response_model=page_of(EmployerContactPublic))
async def list_employer_contacts(
    request: Request,
    acting: TeamCaller,
    wanted: PageWanted,
    programme: UUID | None = None,
    organisation: UUID | None = None,
) -> Response:
    """List whom programmes ask at employers."""
    return await answer_page(request, acting, EMPLOYER_CONTACTS, wanted, programme=programme, organisation=organisation)


@router.post("", status_code=201, response_model=EmployerContactPublic)
async def create_employer_contact(acting: TeamCaller, contact: ContactCreate) -> Response:
    """Add a contact person at an employer, with an e-mail address or a telephone number."""
    added = await add_contact(
        acting.session,
        by=acting.actor,
        programme_id=contact.programme_id,
        organisation_id=contact.organisation_id,
        contact=EmployerContactFields(**contact.model_dump(exclude={"programme_id", "organisation_id"})),
    )
    return await answer_new(acting, EMPLOYER_CONTACTS, added.id, at=f"/v1/employer-contacts/{added.id}")


@router.get("/{employer_contact_id}", response_model=EmployerContactPublic)
async def get_employer_contact(acting: TeamCaller, employer_contact_id: UUID) -> Response:
    """Read one contact person. `bouncedAt` is when mail came back; nothing is sent to that address since."""
    return await answer_one(acting, EMPLOYER_CONTACTS, employer_contact_id)


@router.patch("/{employer_contact_id}", response_model=EmployerContactPublic)
async def update_employer_contact(
    acting: TeamCaller, employer_contact_id: UUID, version: VersionRead, change: ContactUpdate
) -> Response:
    """Change the fields that are sent. A new e-mail address has not bounced."""
    await change_contact(
        acting.session, by=acting.actor, contact_id=employer_contact_id, version=version, change=change
    )
    return await answer_one(acting, EMPLOYER_CONTACTS, employer_contact_id)
