"""/v1/programmes"""

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.models.programme import ProgrammeCreate, ProgrammePublic, ProgrammeUpdate
from app.queries.programmes import PROGRAMMES
from app.routers.acting import ProgrammeCaller
from app.routers.api.answers import answer_new, answer_one, answer_page, page_of
from app.routers.api.paging import PageWanted
from app.routers.api.versions import VersionRead
from app.use_cases.add_programme import add_programme
from app.use_cases.change_programme import change_programme

router = APIRouter(prefix="/programmes", tags=["programmes"])


@router.get("", response_model=page_of(ProgrammePublic))
async def list_programmes(request: Request, acting: ProgrammeCaller, wanted: PageWanted) -> Response:
    """List the programmes that you may see."""
    return await answer_page(request, acting, PROGRAMMES, wanted)


@router.post("", status_code=201, response_model=ProgrammePublic)
async def create_programme(acting: ProgrammeCaller, programme: ProgrammeCreate) -> Response:
    """Add a programme. For administrators."""
    added = await add_programme(acting.session, by=acting.actor, programme=programme)
    return await answer_new(acting, PROGRAMMES, added.id, at=f"/v1/programmes/{added.id}")


@router.get("/{programme_id}", response_model=ProgrammePublic)
async def get_programme(acting: ProgrammeCaller, programme_id: UUID) -> Response:
    """Read one programme."""
    return await answer_one(acting, PROGRAMMES, programme_id)


@router.patch("/{programme_id}", response_model=ProgrammePublic)
async def update_programme(
    acting: ProgrammeCaller, programme_id: UUID, version: VersionRead, change: ProgrammeUpdate
) -> Response:
    """Change the fields that are sent. For coordinators of the programme and administrators."""
    await change_programme(acting.session, by=acting.actor, programme_id=programme_id, version=version, change=change)
    return await answer_one(acting, PROGRAMMES, programme_id)
