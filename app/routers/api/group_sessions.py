"""/v1/group-sessions"""

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.models.group_session import GroupSessionPublic
from app.queries.facts import GROUP_SESSIONS
from app.routers.acting import TeamCaller
from app.routers.api.answers import answer_one, answer_page, page_of
from app.routers.api.paging import PageWanted

router = APIRouter(prefix="/group-sessions", tags=["group sessions"])


@router.get("", response_model=page_of(GroupSessionPublic))
async def list_group_sessions(
    request: Request,
    acting: TeamCaller,
    wanted: PageWanted,
    programme: UUID | None = None,
    cohort: UUID | None = None,
) -> Response:
    """List group sessions. Who came stands in the coaching contacts that name the session."""
    return await answer_page(request, acting, GROUP_SESSIONS, wanted, programme=programme, cohort=cohort)


@router.get("/{group_session_id}", response_model=GroupSessionPublic)
async def get_group_session(acting: TeamCaller, group_session_id: UUID) -> Response:
    """Read one group session."""
    return await answer_one(acting, GROUP_SESSIONS, group_session_id)
