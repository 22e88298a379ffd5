"""/v1/coaching-contacts"""

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.models.coaching_contact import (
    CoachingContactCreate,
    CoachingContactPublic,
    CoachingContactSaid,
    CoachingContactUpdate,
)
from app.queries.facts import COACHING_CONTACTS
from app.routers.acting import TeamCaller
from app.routers.api.answers import answer_new, answer_one, answer_page, page_of
from app.routers.api.filters import OfTrajectory
from app.routers.api.paging import PageWanted
from app.routers.api.versions import VersionRead
from app.use_cases.correct_contact import correct_contact
from app.use_cases.record_contact import record_contact

router = APIRouter(prefix="/coaching-contacts", tags=["coaching contacts"])


@router.get("", response_model=page_of(CoachingContactPublic))
async def list_coaching_contacts(
    request: Request, acting: TeamCaller, wanted: PageWanted, chosen: OfTrajectory
) -> Response:
    """List coaching contacts with their notes: for the programme team only."""
    return await answer_page(request, acting, COACHING_CONTACTS, wanted, **chosen)


@router.post("", status_code=201, response_model=CoachingContactPublic)
async def create_coaching_contact(acting: TeamCaller, contact: CoachingContactCreate) -> Response:
    """Record a contact with a participant."""
    added = await record_contact(
        acting.session,
        by=acting.actor,
        trajectory_id=contact.trajectory_id,
        contact=CoachingContactSaid(**contact.model_dump(exclude={"trajectory_id"})),
    )
    return await answer_new(acting, COACHING_CONTACTS, added.id, at=f"/v1/coaching-contacts/{added.id}")


@router.get("/{contact_id}", response_model=CoachingContactPublic)
async def get_coaching_contact(acting: TeamCaller, contact_id: UUID) -> Response:
    """Read one coaching contact."""
    return await answer_one(acting, COACHING_CONTACTS, contact_id)


@router.patch("/{contact_id}", response_model=CoachingContactPublic)
async def update_coaching_contact(
    acting: TeamCaller, contact_id: UUID, version: VersionRead, correction: CoachingContactUpdate
) -> Response:
    """Correct the fields that are sent. What the contact said before stays in its history."""
    await correct_contact(
        acting.session, by=acting.actor, contact_id=contact_id, version=version, correction=correction
    )
    return await answer_one(acting, COACHING_CONTACTS, contact_id)
