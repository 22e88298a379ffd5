"""/v1/circumstances"""

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.models.circumstance import CircumstanceCreate, CircumstanceFields, CircumstancePublic
from app.queries.screening_facts import CIRCUMSTANCES
from app.routers.acting import TeamCaller
from app.routers.api.answers import answer_new, answer_one, answer_page, page_of
from app.routers.api.filters import OfTrajectory
from app.routers.api.paging import PageWanted
from app.use_cases.assess_circumstances import assess_circumstances

router = APIRouter(prefix="/circumstances", tags=["screening"])


@router.get("", response_model=page_of(CircumstancePublic))
async def list_circumstances(
    request: Request, acting: TeamCaller, wanted: PageWanted, chosen: OfTrajectory
) -> Response:
    """List assessments, also those that a later one superseded. A domain without one is unknown."""
    return await answer_page(request, acting, CIRCUMSTANCES, wanted, **chosen)


@router.post("", status_code=201, response_model=CircumstancePublic)
async def create_circumstance(acting: TeamCaller, assessed: CircumstanceCreate) -> Response:
    """Assess one domain: it takes the place of the current assessment. Never a diagnosis."""
    (added,) = await assess_circumstances(
        acting.session,
        by=acting.actor,
        trajectory_id=assessed.trajectory_id,
        assessed=[CircumstanceFields(**assessed.model_dump(exclude={"trajectory_id"}))],
    )
    return await answer_new(acting, CIRCUMSTANCES, added.id, at=f"/v1/circumstances/{added.id}")


@router.get("/{circumstance_id}", response_model=CircumstancePublic)
async def get_circumstance(acting: TeamCaller, circumstance_id: UUID) -> Response:
    """Read one assessment."""
    return await answer_one(acting, CIRCUMSTANCES, circumstance_id)
