"""/v1/assignments"""

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.models.assignment import AssignmentPublic
from app.queries.facts import ASSIGNMENTS
from app.routers.acting import TeamCaller
from app.routers.api.answers import answer_one, answer_page, page_of
from app.routers.api.filters import OfTrajectory
from app.routers.api.paging import PageWanted

router = APIRouter(prefix="/assignments", tags=["assignments"])


@router.get("", response_model=page_of(AssignmentPublic))
async def list_assignments(
    request: Request, acting: TeamCaller, wanted: PageWanted, chosen: OfTrajectory, account: UUID | None = None
) -> Response:
    """List who guided whom, from when until when."""
    return await answer_page(request, acting, ASSIGNMENTS, wanted, **chosen, account=account)


@router.get("/{assignment_id}", response_model=AssignmentPublic)
async def get_assignment(acting: TeamCaller, assignment_id: UUID) -> Response:
    """Read one assignment."""
    return await answer_one(acting, ASSIGNMENTS, assignment_id)
