"""/v1/observations, with the corrections of each"""

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.models.observation import ObservationCreate, ObservationFields, ObservationPublic
from app.queries.facts import OBSERVATIONS
from app.routers.acting import TeamCaller
from app.routers.api.answers import answer_new, answer_one, answer_page, page_of
from app.routers.api.filters import OfTrajectory
from app.routers.api.paging import PageWanted
from app.use_cases.correct_observation import correct_observation
from app.use_cases.record_observation import record_observation

router = APIRouter(prefix="/observations", tags=["observations"])


@router.get("", response_model=page_of(ObservationPublic))
async def list_observations(
    request: Request, acting: TeamCaller, wanted: PageWanted, chosen: OfTrajectory, placement: UUID | None = None
) -> Response:
    """List observations, also those that a correction superseded."""
    return await answer_page(request, acting, OBSERVATIONS, wanted, **chosen, placement=placement)


@router.post("", status_code=201, response_model=ObservationPublic)
async def create_observation(acting: TeamCaller, observation: ObservationCreate) -> Response:
    """Record that a participant was in paid work on a day, or was not. It answers the follow-ups that wait for it."""
    added = await record_observation(
        acting.session,
        by=acting.actor,
        trajectory_id=observation.trajectory_id,
        observation=ObservationFields(**observation.model_dump(exclude={"trajectory_id"})),
    )
    return await answer_new(acting, OBSERVATIONS, added.id, at=f"/v1/observations/{added.id}")


@router.get("/{observation_id}", response_model=ObservationPublic)
async def get_observation(acting: TeamCaller, observation_id: UUID) -> Response:
    """Read one observation."""
    return await answer_one(acting, OBSERVATIONS, observation_id)


@router.post("/{observation_id}/corrections", status_code=201, response_model=ObservationPublic)
async def create_correction(acting: TeamCaller, observation_id: UUID, observation: ObservationFields) -> Response:
    """Correct an observation: a new one supersedes it, and both stay."""
    corrected = await correct_observation(
        acting.session, by=acting.actor, observation_id=observation_id, observation=observation
    )
    return await answer_new(acting, OBSERVATIONS, corrected.id, at=f"/v1/observations/{corrected.id}")
