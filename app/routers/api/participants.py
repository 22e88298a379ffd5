"""/v1/participants"""

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from app.models.participant import (
    ParticipantCreate,
    ParticipantErased,
    ParticipantPublic,
    ParticipantSearch,
    ParticipantsMerged,
    ParticipantUpdate,
)
from app.queries.participants import PARTICIPANTS, read_merged_into
from app.routers.acting import TeamCaller
from app.routers.api.answers import answer_new, answer_one, answer_page, page_of
from app.routers.api.paging import PageWanted
from app.routers.api.versions import VersionRead
from app.rules.folded_text import folded
from app.use_cases.add_participant import add_participant
from app.use_cases.change_participant import change_participant
from app.use_cases.erase_participant import erase_participant
from app.use_cases.merge_participants import merge_participants

router = APIRouter(prefix="/participants", tags=["participants"])


@router.get("", response_model=page_of(ParticipantPublic))
async def list_participants(
    request: Request, acting: TeamCaller, wanted: PageWanted, programme: UUID | None = None
) -> Response:
    """List the participants of your programmes."""
    return await answer_page(request, acting, PARTICIPANTS, wanted, programme=programme, standing=True)


@router.post("", status_code=201, response_model=ParticipantPublic)
async def create_participant(acting: TeamCaller, participant: ParticipantCreate) -> Response:
    """Add a participant to a programme of yours."""
    added = await add_participant(acting.session, by=acting.actor, participant=participant)
    return await answer_new(acting, PARTICIPANTS, added.id, at=f"/v1/participants/{added.id}")


@router.post("/_search", response_model=page_of(ParticipantPublic))
async def search_participants(
    request: Request, acting: TeamCaller, wanted: PageWanted, search: ParticipantSearch
) -> Response:
    """Look for participants by what is known of them. What you look for never stands in an address."""
    return await answer_page(
        request,
        acting,
        PARTICIPANTS,
        wanted,
        name=folded(search.name) if search.name else None,
        number=search.number,
        email=search.email,
        birth_date=search.birth_date,
        standing=True,
    )


@router.get("/{participant_id}", response_model=ParticipantPublic)
async def get_participant(acting: TeamCaller, participant_id: UUID) -> Response:
    """Read one participant. Who was merged with somebody else is found under that one from then on."""
    answer = await answer_one(acting, PARTICIPANTS, participant_id)
    goes_on_as = await read_merged_into(acting.session, participant_id)
    return answer if goes_on_as is None else RedirectResponse(f"/v1/participants/{goes_on_as}", status_code=308)


@router.patch("/{participant_id}", response_model=ParticipantPublic)
async def update_participant(
    acting: TeamCaller, participant_id: UUID, version: VersionRead, change: ParticipantUpdate
) -> Response:
    """Change the fields that are sent."""
    await change_participant(
        acting.session, by=acting.actor, participant_id=participant_id, version=version, change=change
    )
    return await answer_one(acting, PARTICIPANTS, participant_id)


@router.post("/{participant_id}/erasure", status_code=201, response_model=ParticipantPublic)
async def create_erasure(
    acting: TeamCaller, participant_id: UUID, version: VersionRead, erased: ParticipantErased
) -> Response:
    """Erase who somebody is: name, birth date, addresses and all that was typed. What happened stays."""
    await erase_participant(
        acting.session, by=acting.actor, participant_id=participant_id, version=version, erased=erased
    )
    return await answer_new(acting, PARTICIPANTS, participant_id, at=f"/v1/participants/{participant_id}")


@router.post("/{participant_id}/merges", status_code=201, response_model=ParticipantPublic)
async def merge_into_participant(
    acting: TeamCaller, participant_id: UUID, version: VersionRead, merged: ParticipantsMerged
) -> Response:
    """Make this participant and another one: theirs is what the other did, and the other number leads here.

    It cannot be taken back. Reports of what was known before stay as they were.
    """
    await merge_participants(acting.session, by=acting.actor, kept_id=participant_id, version=version, merged=merged)
    return await answer_new(acting, PARTICIPANTS, participant_id, at=f"/v1/participants/{participant_id}")
