"""/v1/language-supports"""

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.models.language_support import LanguageSupportCreate, LanguageSupportFields, LanguageSupportPublic
from app.queries.facts import LANGUAGE_SUPPORTS
from app.routers.acting import TeamCaller
from app.routers.api.answers import answer_new, answer_one, answer_page, page_of
from app.routers.api.filters import OfTrajectory
from app.routers.api.paging import PageWanted
from app.routers.api.versions import VersionRead
from app.use_cases.add_language_support import add_language_support
from app.use_cases.change_language_support import LanguageSupportChange, change_language_support

router = APIRouter(prefix="/language-supports", tags=["language supports"])


@router.get("", response_model=page_of(LanguageSupportPublic))
async def list_language_supports(
    request: Request, acting: TeamCaller, wanted: PageWanted, chosen: OfTrajectory
) -> Response:
    """List language support: classes, job language, language on the shop floor and buddies."""
    return await answer_page(request, acting, LANGUAGE_SUPPORTS, wanted, **chosen)


@router.post("", status_code=201, response_model=LanguageSupportPublic)
async def create_language_support(acting: TeamCaller, support: LanguageSupportCreate) -> Response:
    """Record language support. Name the organisation that gives it, or say in words who does."""
    added = await add_language_support(
        acting.session,
        by=acting.actor,
        trajectory_id=support.trajectory_id,
        support=LanguageSupportFields(**support.model_dump(exclude={"trajectory_id"})),
    )
    return await answer_new(acting, LANGUAGE_SUPPORTS, added.id, at=f"/v1/language-supports/{added.id}")


@router.get("/{support_id}", response_model=LanguageSupportPublic)
async def get_language_support(acting: TeamCaller, support_id: UUID) -> Response:
    """Read one language support."""
    return await answer_one(acting, LANGUAGE_SUPPORTS, support_id)


@router.patch("/{support_id}", response_model=LanguageSupportPublic)
async def update_language_support(
    acting: TeamCaller, support_id: UUID, version: VersionRead, change: LanguageSupportChange
) -> Response:
    """Change the fields that are sent; the last day ends it."""
    await change_language_support(
        acting.session, by=acting.actor, support_id=support_id, version=version, change=change
    )
    return await answer_one(acting, LANGUAGE_SUPPORTS, support_id)
