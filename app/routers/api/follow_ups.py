"""/v1/follow-ups, with the closure, the day and the acknowledgement of each"""

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from app.models.follow_up import FollowUpPublic
from app.queries.facts import FOLLOW_UPS
from app.routers.acting import TeamCaller
from app.routers.api.answers import answer_new, answer_one, answer_page, page_of
from app.routers.api.filters import OfTrajectory
from app.routers.api.paging import PageWanted
from app.routers.api.versions import VersionRead
from app.rules.code_lists import FollowUpState
from app.use_cases.acknowledge_unknown import UnknownAcknowledged, acknowledge_unknown, take_back_acknowledgement
from app.use_cases.answer_for_another import AnswerTold, answer_for_another
from app.use_cases.close_follow_up import FollowUpClosed, FollowUpReopened, close_follow_up, reopen_follow_up
from app.use_cases.move_follow_up import FollowUpMoved, move_follow_up

router = APIRouter(prefix="/follow-ups", tags=["follow-ups"])


@router.get("", response_model=page_of(FollowUpPublic))
async def list_follow_ups(
    request: Request,
    acting: TeamCaller,
    wanted: PageWanted,
    chosen: OfTrajectory,
    state: FollowUpState | None = None,
    due_from: Annotated[date | None, Query(alias="dueFrom")] = None,
    due_until: Annotated[date | None, Query(alias="dueUntil")] = None,
) -> Response:
    """List follow-ups. They are planned by the placements; an answer is recorded as an observation."""
    return await answer_page(
        request, acting, FOLLOW_UPS, wanted, **chosen, state=state, due_from=due_from, due_until=due_until
    )


@router.get("/{follow_up_id}", response_model=FollowUpPublic)
async def get_follow_up(acting: TeamCaller, follow_up_id: UUID) -> Response:
    """Read one follow-up."""
    return await answer_one(acting, FOLLOW_UPS, follow_up_id)


@router.put("/{follow_up_id}/closure", response_model=FollowUpPublic)
async def set_follow_up_closure(
    acting: TeamCaller, follow_up_id: UUID, version: VersionRead, closed: FollowUpClosed
) -> Response:
    """Close a follow-up to which no answer will come: unreachable, refused, or cancelled for a reason.

    It stays unknown.
    """
    await close_follow_up(acting.session, by=acting.actor, follow_up_id=follow_up_id, version=version, closed=closed)
    return await answer_one(acting, FOLLOW_UPS, follow_up_id)


@router.post("/{follow_up_id}/reopenings", status_code=201, response_model=FollowUpPublic)
async def create_follow_up_reopening(
    acting: TeamCaller, follow_up_id: UUID, version: VersionRead, reopened: FollowUpReopened
) -> Response:
    """Open a follow-up again that was closed by hand, with the reason."""
    await reopen_follow_up(
        acting.session, by=acting.actor, follow_up_id=follow_up_id, version=version, reopened=reopened
    )
    return await answer_new(acting, FOLLOW_UPS, follow_up_id, at=f"/v1/follow-ups/{follow_up_id}")


@router.put("/{follow_up_id}/day", response_model=FollowUpPublic)
async def set_follow_up_day(
    acting: TeamCaller, follow_up_id: UUID, version: VersionRead, moved: FollowUpMoved
) -> Response:
    """Move the day of a follow-up, from the computed one up to sixty days after it; `computedDueOn` keeps that one."""
    await move_follow_up(acting.session, by=acting.actor, follow_up_id=follow_up_id, version=version, moved=moved)
    return await answer_one(acting, FOLLOW_UPS, follow_up_id)


@router.put("/{follow_up_id}/acknowledgement", response_model=FollowUpPublic)
async def set_follow_up_acknowledgement(
    acting: TeamCaller, follow_up_id: UUID, version: VersionRead, acknowledged: UnknownAcknowledged
) -> Response:
    """Say that nothing will become known of it, and that nobody need be reminded."""
    await acknowledge_unknown(
        acting.session, by=acting.actor, follow_up_id=follow_up_id, version=version, acknowledged=acknowledged
    )
    return await answer_one(acting, FOLLOW_UPS, follow_up_id)


@router.delete("/{follow_up_id}/acknowledgement", status_code=204)
async def delete_follow_up_acknowledgement(acting: TeamCaller, follow_up_id: UUID, version: VersionRead) -> None:
    """Put a follow-up back among those of which the team is reminded."""
    await take_back_acknowledgement(acting.session, by=acting.actor, follow_up_id=follow_up_id, version=version)


@router.post("/{follow_up_id}/answers", status_code=201, response_model=FollowUpPublic)
async def create_follow_up_answer(acting: TeamCaller, follow_up_id: UUID, told: AnswerTold) -> Response:
    """Answer for an employer or a participant who told it to somebody of the team: who, on which day and how.

    It becomes evidence of that source. The follow-up is answered as far as that proves its day.
    """
    await answer_for_another(acting.session, by=acting.actor, follow_up_id=follow_up_id, told=told)
    return await answer_new(acting, FOLLOW_UPS, follow_up_id, at=f"/v1/follow-ups/{follow_up_id}")
