"""/v1/workplace-supports"""

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.models import WorkplaceSupport
from app.models.workplace_support import (
    WorkplaceSupportCreate,
    WorkplaceSupportFields,
    WorkplaceSupportPublic,
    WorkplaceSupportUpdate,
)
from app.queries.facts import WORKPLACE_SUPPORTS
from app.routers.acting import TeamCaller
from app.routers.api.answers import answer_new, answer_one, answer_page, page_of
from app.routers.api.filters import OfTrajectory
from app.routers.api.paging import PageWanted
from app.routers.api.versions import VersionRead
from app.use_cases.load import load
from app.use_cases.record_workplace_support import record_workplace_support

router = APIRouter(prefix="/workplace-supports", tags=["workplace supports"])


@router.get("", response_model=page_of(WorkplaceSupportPublic))
async def list_workplace_supports(
    request: Request, acting: TeamCaller, wanted: PageWanted, chosen: OfTrajectory, placement: UUID | None = None
) -> Response:
    """List what is arranged at work, with its notes: for the programme team only. What is unknown is not there."""
    return await answer_page(request, acting, WORKPLACE_SUPPORTS, wanted, **chosen, placement=placement)


@router.post("", status_code=201, response_model=WorkplaceSupportPublic)
async def create_workplace_support(acting: TeamCaller, support: WorkplaceSupportCreate) -> Response:
    """Record one kind of support for a placement, of which nothing was known yet."""
    added = await record_workplace_support(
        acting.session,
        by=acting.actor,
        placement_id=support.placement_id,
        support=WorkplaceSupportFields(**support.model_dump(exclude={"placement_id"})),
        version=0,
    )
    return await answer_new(acting, WORKPLACE_SUPPORTS, added.id, at=f"/v1/workplace-supports/{added.id}")


@router.get("/{workplace_support_id}", response_model=WorkplaceSupportPublic)
async def get_workplace_support(acting: TeamCaller, workplace_support_id: UUID) -> Response:
    """Read one kind of support for one placement."""
    return await answer_one(acting, WORKPLACE_SUPPORTS, workplace_support_id)


@router.put("/{workplace_support_id}", response_model=WorkplaceSupportPublic)
async def set_workplace_support(
    acting: TeamCaller, workplace_support_id: UUID, version: VersionRead, support: WorkplaceSupportUpdate
) -> Response:
    """Put what is known now in the place of what was known of it."""
    known = await load(acting.session, WorkplaceSupport, workplace_support_id)
    await record_workplace_support(
        acting.session,
        by=acting.actor,
        placement_id=known.placement_id,
        support=WorkplaceSupportFields(kind=known.kind, **support.model_dump()),
        version=version,
    )
    return await answer_one(acting, WORKPLACE_SUPPORTS, workplace_support_id)
