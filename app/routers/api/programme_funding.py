"""/v1/programme-funds"""

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.models.programme_funding import FundingCreate, FundingPublic, FundingUpdate
from app.queries.programme_funding import FUNDING
from app.routers.acting import ProgrammeCaller
from app.routers.api.answers import answer_new, answer_one, answer_page, page_of
from app.routers.api.paging import PageWanted
from app.routers.api.versions import VersionRead
from app.use_cases.keep_funding import add_funding, change_funding, remove_funding

router = APIRouter(prefix="/programme-funds", tags=["programmes"])


@router.get("", response_model=page_of(FundingPublic))
async def list_funding(
    request: Request, acting: ProgrammeCaller, wanted: PageWanted, programme: UUID | None = None
) -> Response:
    """List the funding of one programme, or of all that you may see."""
    return await answer_page(request, acting, FUNDING, wanted, programme=programme)


@router.post("", status_code=201, response_model=FundingPublic)
async def create_funding(acting: ProgrammeCaller, funding: FundingCreate) -> Response:
    """Add a sum of money for a programme or some of its phases. For its coordinators and for administrators."""
    added = await add_funding(acting.session, by=acting.actor, funding=funding)
    return await answer_new(acting, FUNDING, added.id, at=f"/v1/programme-funds/{added.id}")


@router.get("/{funding_id}", response_model=FundingPublic)
async def get_funding(acting: ProgrammeCaller, funding_id: UUID) -> Response:
    """Read one sum of money."""
    return await answer_one(acting, FUNDING, funding_id)


@router.patch("/{funding_id}", response_model=FundingPublic)
async def update_funding(
    acting: ProgrammeCaller, funding_id: UUID, version: VersionRead, change: FundingUpdate
) -> Response:
    """Change the fields that are sent. For coordinators of the programme and administrators."""
    await change_funding(acting.session, by=acting.actor, funding_id=funding_id, version=version, change=change)
    return await answer_one(acting, FUNDING, funding_id)


@router.delete("/{funding_id}", status_code=204)
async def delete_funding(acting: ProgrammeCaller, funding_id: UUID, version: VersionRead) -> Response:
    """Take away funding that was recorded by mistake. For coordinators of the programme and administrators."""
    await remove_funding(acting.session, by=acting.actor, funding_id=funding_id, version=version)
    return Response(status_code=204)
