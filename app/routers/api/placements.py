"""/v1/placements, with the end of each"""

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.models.placement import PlacementCreate, PlacementPublic
from app.queries.facts import PLACEMENTS
from app.routers.acting import TeamCaller
from app.routers.api.answers import answer_new, answer_one, answer_page, page_of
from app.routers.api.filters import OfTrajectory
from app.routers.api.paging import PageWanted
from app.routers.api.versions import VersionRead
from app.use_cases.change_placement import PlacementChange, PlacementEnd, change_placement, end_placement
from app.use_cases.start_placement import PlacementStarted, start_placement

router = APIRouter(prefix="/placements", tags=["placements"])


@router.get("", response_model=page_of(PlacementPublic))
async def list_placements(
    request: Request, acting: TeamCaller, wanted: PageWanted, chosen: OfTrajectory, organisation: UUID | None = None
) -> Response:
    """List placements."""
    return await answer_page(request, acting, PLACEMENTS, wanted, **chosen, organisation=organisation)


@router.post("", status_code=201, response_model=PlacementPublic)
async def create_placement(acting: TeamCaller, placement: PlacementCreate) -> Response:
    """Record a placement. The first paid one of a trajectory plans its follow-ups."""
    added = await start_placement(
        acting.session,
        by=acting.actor,
        trajectory_id=placement.trajectory_id,
        started=PlacementStarted(**placement.model_dump(exclude={"trajectory_id"})),
    )
    return await answer_new(acting, PLACEMENTS, added.id, at=f"/v1/placements/{added.id}")


@router.get("/{placement_id}", response_model=PlacementPublic)
async def get_placement(acting: TeamCaller, placement_id: UUID) -> Response:
    """Read one placement."""
    return await answer_one(acting, PLACEMENTS, placement_id)


@router.patch("/{placement_id}", response_model=PlacementPublic)
async def update_placement(
    acting: TeamCaller, placement_id: UUID, version: VersionRead, change: PlacementChange
) -> Response:
    """Change the fields that are sent; the follow-ups move along with the start."""
    await change_placement(acting.session, by=acting.actor, placement_id=placement_id, version=version, change=change)
    return await answer_one(acting, PLACEMENTS, placement_id)


@router.put("/{placement_id}/end", response_model=PlacementPublic)
async def set_placement_end(
    acting: TeamCaller, placement_id: UUID, version: VersionRead, end: PlacementEnd
) -> Response:
    """Record the last day of a placement, why it ended and who says so. It is evidence."""
    await end_placement(acting.session, by=acting.actor, placement_id=placement_id, version=version, end=end)
    return await answer_one(acting, PLACEMENTS, placement_id)
