"""/v1/programme-partners"""

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.models.programme_partner import PartnerCreate, PartnerPublic, PartnerUpdate
from app.queries.programme_partners import PARTNERS
from app.routers.acting import ProgrammeCaller
from app.routers.api.answers import answer_new, answer_one, answer_page, page_of
from app.routers.api.paging import PageWanted
from app.routers.api.versions import VersionRead
from app.use_cases.keep_partners import add_partner, change_partner, remove_partner

router = APIRouter(prefix="/programme-partners", tags=["programmes"])


@router.get("", response_model=page_of(PartnerPublic))
async def list_partners(
    request: Request, acting: ProgrammeCaller, wanted: PageWanted, programme: UUID | None = None
) -> Response:
    """List who does what, in one programme or in all that you may see."""
    return await answer_page(request, acting, PARTNERS, wanted, programme=programme)


@router.post("", status_code=201, response_model=PartnerPublic)
async def create_partner(acting: ProgrammeCaller, partner: PartnerCreate) -> Response:
    """Add what an organisation does in a programme. For coordinators of the programme and administrators."""
    added = await add_partner(acting.session, by=acting.actor, partner=partner)
    return await answer_new(acting, PARTNERS, added.id, at=f"/v1/programme-partners/{added.id}")


@router.get("/{partner_id}", response_model=PartnerPublic)
async def get_partner(acting: ProgrammeCaller, partner_id: UUID) -> Response:
    """Read one partner of a programme."""
    return await answer_one(acting, PARTNERS, partner_id)


@router.patch("/{partner_id}", response_model=PartnerPublic)
async def update_partner(
    acting: ProgrammeCaller, partner_id: UUID, version: VersionRead, change: PartnerUpdate
) -> Response:
    """Change the role or the task. For coordinators of the programme and administrators."""
    await change_partner(acting.session, by=acting.actor, partner_id=partner_id, version=version, change=change)
    return await answer_one(acting, PARTNERS, partner_id)


@router.delete("/{partner_id}", status_code=204)
async def delete_partner(acting: ProgrammeCaller, partner_id: UUID, version: VersionRead) -> Response:
    """Take a partner out of a programme. For coordinators of the programme and administrators."""
    await remove_partner(acting.session, by=acting.actor, partner_id=partner_id, version=version)
    return Response(status_code=204)
