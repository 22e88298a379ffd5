"""/v1/screening-tests"""

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.models.screening_test import ScreeningTestCreate, ScreeningTestFields, ScreeningTestPublic
from app.queries.screening_facts import SCREENING_TESTS
from app.routers.acting import TeamCaller
from app.routers.api.answers import answer_new, answer_one, answer_page, page_of
from app.routers.api.filters import OfTrajectory
from app.routers.api.paging import PageWanted
from app.use_cases.record_screening_test import record_screening_test

router = APIRouter(prefix="/screening-tests", tags=["screening"])


@router.get("", response_model=page_of(ScreeningTestPublic))
async def list_screening_tests(
    request: Request, acting: TeamCaller, wanted: PageWanted, chosen: OfTrajectory
) -> Response:
    """List test results, also those that a correction superseded."""
    return await answer_page(request, acting, SCREENING_TESTS, wanted, **chosen)


@router.post("", status_code=201, response_model=ScreeningTestPublic)
async def create_screening_test(acting: TeamCaller, test: ScreeningTestCreate) -> Response:
    """Record a score. The same test on the same day again is a correction."""
    added = await record_screening_test(
        acting.session,
        by=acting.actor,
        trajectory_id=test.trajectory_id,
        test=ScreeningTestFields(**test.model_dump(exclude={"trajectory_id"})),
    )
    return await answer_new(acting, SCREENING_TESTS, added.id, at=f"/v1/screening-tests/{added.id}")


@router.get("/{test_id}", response_model=ScreeningTestPublic)
async def get_screening_test(acting: TeamCaller, test_id: UUID) -> Response:
    """Read one test result."""
    return await answer_one(acting, SCREENING_TESTS, test_id)
