"""/v1/ratings"""

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.models.rating import RatingCreate, RatingPublic
from app.queries.facts import RATINGS
from app.routers.acting import TeamCaller
from app.routers.api.answers import answer_new, answer_one, answer_page, page_of
from app.routers.api.filters import OfTrajectory
from app.routers.api.paging import PageWanted
from app.use_cases.record_rating import RatingTold, record_rating

router = APIRouter(prefix="/ratings", tags=["ratings"])


@router.get("", response_model=page_of(RatingPublic))
async def list_ratings(
    request: Request, acting: TeamCaller, wanted: PageWanted, chosen: OfTrajectory, placement: UUID | None = None
) -> Response:
    """List what participants and employers think of it, also scores that a correction superseded."""
    return await answer_page(request, acting, RATINGS, wanted, **chosen, placement=placement)


@router.post("", status_code=201, response_model=RatingPublic)
async def create_rating(acting: TeamCaller, rating: RatingCreate) -> Response:
    """Record a score. It answers the question of those days, in the place of what was answered to that before."""
    added = await record_rating(
        acting.session,
        by=acting.actor,
        placement_id=rating.placement_id,
        told=RatingTold(**rating.model_dump(exclude={"placement_id"})),
    )
    return await answer_new(acting, RATINGS, added.id, at=f"/v1/ratings/{added.id}")


@router.get("/{rating_id}", response_model=RatingPublic)
async def get_rating(acting: TeamCaller, rating_id: UUID) -> Response:
    """Read one score."""
    return await answer_one(acting, RATINGS, rating_id)
