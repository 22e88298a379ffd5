"""/v1/motivation-interviews"""

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.models.motivation_interview import (
    MotivationInterviewCreate,
    MotivationInterviewFields,
    MotivationInterviewPublic,
)
from app.queries.screening_facts import MOTIVATION_INTERVIEWS
from app.routers.acting import TeamCaller
from app.routers.api.answers import answer_new, answer_one, answer_page, page_of
from app.routers.api.filters import OfTrajectory
from app.routers.api.paging import PageWanted
from app.use_cases.record_motivation_interview import record_motivation_interview

router = APIRouter(prefix="/motivation-interviews", tags=["screening"])


@router.get("", response_model=page_of(MotivationInterviewPublic))
async def list_motivation_interviews(
    request: Request, acting: TeamCaller, wanted: PageWanted, chosen: OfTrajectory
) -> Response:
    """List motivation interviews, also those that a correction superseded."""
    return await answer_page(request, acting, MOTIVATION_INTERVIEWS, wanted, **chosen)


@router.post("", status_code=201, response_model=MotivationInterviewPublic)
async def create_motivation_interview(acting: TeamCaller, interview: MotivationInterviewCreate) -> Response:
    """Record a score of 1 to 5 for one sector. The same sector and day again is a correction."""
    added = await record_motivation_interview(
        acting.session,
        by=acting.actor,
        trajectory_id=interview.trajectory_id,
        interview=MotivationInterviewFields(**interview.model_dump(exclude={"trajectory_id"})),
    )
    return await answer_new(acting, MOTIVATION_INTERVIEWS, added.id, at=f"/v1/motivation-interviews/{added.id}")


@router.get("/{interview_id}", response_model=MotivationInterviewPublic)
async def get_motivation_interview(acting: TeamCaller, interview_id: UUID) -> Response:
    """Read one motivation interview."""
    return await answer_one(acting, MOTIVATION_INTERVIEWS, interview_id)
