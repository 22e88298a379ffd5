"""/v1/screening-decisions: what was decided, beside the check. A decision is taken as a step of its trajectory."""

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.models.screening import ScreeningDecisionPublic
from app.queries.screening_facts import SCREENING_DECISIONS
from app.routers.acting import TeamCaller
from app.routers.api.answers import answer_one, answer_page, page_of
from app.routers.api.filters import OfTrajectory
from app.routers.api.paging import PageWanted

router = APIRouter(prefix="/screening-decisions", tags=["screening"])


@router.get("", response_model=page_of(ScreeningDecisionPublic))
async def list_screening_decisions(
    request: Request, acting: TeamCaller, wanted: PageWanted, chosen: OfTrajectory
) -> Response:
    """List decisions on candidates, each with the check as it was on its day."""
    return await answer_page(request, acting, SCREENING_DECISIONS, wanted, **chosen)


@router.get("/{decision_id}", response_model=ScreeningDecisionPublic)
async def get_screening_decision(acting: TeamCaller, decision_id: UUID) -> Response:
    """Read one decision."""
    return await answer_one(acting, SCREENING_DECISIONS, decision_id)
