"""/v1/trajectories, with the steps of each"""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from app.models.trajectory import TrajectoryCreate, TrajectoryEventPublic, TrajectoryPublic
from app.models.trajectory_document import TrajectoryDocument
from app.queries.facts import STEPS
from app.queries.trajectories import TRAJECTORIES
from app.queries.trajectory_document import TRAJECTORY_DOCUMENT
from app.routers.acting import TeamCaller
from app.routers.api.answers import answer_new, answer_one, answer_page, page_of
from app.routers.api.paging import PageWanted
from app.routers.api.versions import VersionRead
from app.rules.code_lists import TrajectoryState
from app.use_cases.enter_phase import PhaseEntered, enter_phase
from app.use_cases.register_trajectory import register_trajectory
from app.use_cases.step_taken import StepTaken
from app.use_cases.take_step import take_step

router = APIRouter(prefix="/trajectories", tags=["trajectories"])


@router.get("", response_model=page_of(TrajectoryPublic))
async def list_trajectories(
    request: Request,
    acting: TeamCaller,
    wanted: PageWanted,
    programme: UUID | None = None,
    cohort: UUID | None = None,
    participant: UUID | None = None,
    state: TrajectoryState | None = None,
    number: Annotated[str | None, Query(max_length=50)] = None,
) -> Response:
    """List trajectories."""
    return await answer_page(
        request,
        acting,
        TRAJECTORIES,
        wanted,
        programme=programme,
        cohort=cohort,
        participant=participant,
        state=state,
        number=number,
    )


@router.post("", status_code=201, response_model=TrajectoryDocument)
async def create_trajectory(acting: TeamCaller, registered: TrajectoryCreate) -> Response:
    """Register a participant in a programme: the trajectory begins in the state `registered`."""
    added = await register_trajectory(acting.session, by=acting.actor, registered=registered)
    return await answer_new(acting, TRAJECTORY_DOCUMENT, added.id, at=f"/v1/trajectories/{added.id}")


@router.get("/{trajectory_id}", response_model=TrajectoryDocument)
async def get_trajectory(acting: TeamCaller, trajectory_id: UUID) -> Response:
    """Read one trajectory with everything that belongs to it. The ETag is of the trajectory itself."""
    return await answer_one(acting, TRAJECTORY_DOCUMENT, trajectory_id)


@router.get("/{trajectory_id}/steps", response_model=page_of(TrajectoryEventPublic))
async def list_steps(request: Request, acting: TeamCaller, wanted: PageWanted, trajectory_id: UUID) -> Response:
    """List the steps that were taken."""
    return await answer_page(request, acting, STEPS, wanted, trajectory=trajectory_id)


@router.post("/{trajectory_id}/steps", status_code=201, response_model=TrajectoryDocument)
async def create_step(acting: TeamCaller, trajectory_id: UUID, version: VersionRead, taken: StepTaken) -> Response:
    """Take a step: screen, admit, start, complete, and so on. Answers the trajectory as it is afterwards."""
    await take_step(acting.session, by=acting.actor, trajectory_id=trajectory_id, version=version, taken=taken)
    return await answer_new(acting, TRAJECTORY_DOCUMENT, trajectory_id, at=f"/v1/trajectories/{trajectory_id}/steps")


@router.put("/{trajectory_id}/phase", response_model=TrajectoryDocument)
async def set_phase(acting: TeamCaller, trajectory_id: UUID, version: VersionRead, entered: PhaseEntered) -> Response:
    """Let a phase of the programme begin; the norm of contact follows. Answers the trajectory as it is afterwards."""
    await enter_phase(acting.session, by=acting.actor, trajectory_id=trajectory_id, version=version, entered=entered)
    return await answer_one(acting, TRAJECTORY_DOCUMENT, trajectory_id)
