"""/v1/cohorts"""

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.models.cohort import CohortCreate, CohortPublic
from app.queries.cohorts import COHORTS
from app.routers.acting import ProgrammeCaller
from app.routers.api.answers import answer_new, answer_one, answer_page, page_of
from app.routers.api.paging import PageWanted
from app.use_cases.add_cohort import add_cohort

router = APIRouter(prefix="/cohorts", tags=["cohorts"])


@router.get("", response_model=page_of(CohortPublic))
async def list_cohorts(
    request: Request, acting: ProgrammeCaller, wanted: PageWanted, programme: UUID | None = None
) -> Response:
    """List cohorts, of one programme or of all that you may see."""
    return await answer_page(request, acting, COHORTS, wanted, programme=programme)


@router.post("", status_code=201, response_model=CohortPublic)
async def create_cohort(acting: ProgrammeCaller, cohort: CohortCreate) -> Response:
    """Add a cohort. For coordinators of the programme and administrators."""
    added = await add_cohort(acting.session, by=acting.actor, cohort=cohort)
    return await answer_new(acting, COHORTS, added.id, at=f"/v1/cohorts/{added.id}")


@router.get("/{cohort_id}", response_model=CohortPublic)
async def get_cohort(acting: ProgrammeCaller, cohort_id: UUID) -> Response:
    """Read one cohort."""
    return await answer_one(acting, COHORTS, cohort_id)
