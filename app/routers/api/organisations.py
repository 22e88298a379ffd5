"""/v1/organisations"""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from app.models.organisation import KVK_NUMBER, OrganisationCreate, OrganisationPublic
from app.queries.organisations import ORGANISATIONS
from app.routers.acting import ProgrammeCaller
from app.routers.api.answers import answer_new, answer_one, answer_page, page_of
from app.routers.api.paging import PageWanted
from app.rules.code_lists import OrganisationRole
from app.use_cases.add_organisation import add_organisation

router = APIRouter(prefix="/organisations", tags=["organisations"])


@router.get("", response_model=page_of(OrganisationPublic))
async def list_organisations(
    request: Request,
    acting: ProgrammeCaller,
    wanted: PageWanted,
    role: OrganisationRole | None = None,
    kvk_number: Annotated[str | None, Query(alias="kvkNumber", pattern=KVK_NUMBER)] = None,
) -> Response:
    """List organisations: employers, schools, municipalities and others."""
    return await answer_page(request, acting, ORGANISATIONS, wanted, role=role, kvk_number=kvk_number)


@router.post("", status_code=201, response_model=OrganisationPublic)
async def create_organisation(acting: ProgrammeCaller, organisation: OrganisationCreate) -> Response:
    """Add an organisation."""
    added = await add_organisation(acting.session, by=acting.actor, organisation=organisation)
    return await answer_new(acting, ORGANISATIONS, added.id, at=f"/v1/organisations/{added.id}")


@router.get("/{organisation_id}", response_model=OrganisationPublic)
async def get_organisation(acting: ProgrammeCaller, organisation_id: UUID) -> Response:
    """Read one organisation."""
    return await answer_one(acting, ORGANISATIONS, organisation_id)
