"""Moves, closes and reopens a follow-up, and keeps that nothing will be known of it."""

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from app.models import FollowUp
from app.routers.acting import Acting, Team
from app.routers.desk.follow_ups.page import ACKNOWLEDGE, CLOSE, MOVE, REMIND, REOPEN, show_follow_up
from app.routers.forms import Form, kept_in
from app.routers.typed_values import version_in
from app.use_cases.acknowledge_unknown import UnknownAcknowledged, acknowledge_unknown, take_back_acknowledgement
from app.use_cases.close_follow_up import FollowUpClosed, FollowUpReopened, close_follow_up, reopen_follow_up
from app.use_cases.load import load
from app.use_cases.move_follow_up import FollowUpMoved, move_follow_up
from app.use_cases.take_links_back import take_links_back

router = APIRouter(prefix="/follow-ups/{follow_up_id}")


@router.post("/day")
async def move(request: Request, follow_up_id: UUID, acting: Team) -> Response:
    """Move the day of the question."""
    form = await MOVE.sent_in(request)
    read = form.read(FollowUpMoved)
    if read:
        async with kept_in(form, acting.session):
            await move_follow_up(
                acting.session, by=acting.actor, follow_up_id=follow_up_id, version=version_in(form), moved=read
            )
    return await _answer(request, acting, follow_up_id, form, done="moved")


@router.post("/closing")
async def close(request: Request, follow_up_id: UUID, acting: Team) -> Response:
    """Close a question to which no answer will come."""
    form = await CLOSE.sent_in(request)
    read = form.read(FollowUpClosed)
    if read:
        async with kept_in(form, acting.session):
            await close_follow_up(
                acting.session, by=acting.actor, follow_up_id=follow_up_id, version=version_in(form), closed=read
            )
    return await _answer(request, acting, follow_up_id, form, done="follow-up")


@router.post("/reopening")
async def reopen(request: Request, follow_up_id: UUID, acting: Team) -> Response:
    """Open a question again."""
    form = await REOPEN.sent_in(request)
    read = form.read(FollowUpReopened)
    if read:
        async with kept_in(form, acting.session):
            await reopen_follow_up(
                acting.session, by=acting.actor, follow_up_id=follow_up_id, version=version_in(form), reopened=read
            )
    return await _answer(request, acting, follow_up_id, form, done="reopened")


@router.post("/acknowledgement")
async def acknowledge(request: Request, follow_up_id: UUID, acting: Team) -> Response:
    """Keep that nothing will be known."""
    form = await ACKNOWLEDGE.sent_in(request)
    read = form.read(UnknownAcknowledged)
    if read:
        async with kept_in(form, acting.session):
            await acknowledge_unknown(
                acting.session, by=acting.actor, follow_up_id=follow_up_id, version=version_in(form), acknowledged=read
            )
    return await _answer(request, acting, follow_up_id, form, done="acknowledged")


@router.post("/reminding")
async def remind(request: Request, follow_up_id: UUID, acting: Team) -> Response:
    """Put it back among the questions of which the team is reminded."""
    form = await REMIND.sent_in(request)
    async with kept_in(form, acting.session):
        await take_back_acknowledgement(
            acting.session, by=acting.actor, follow_up_id=follow_up_id, version=version_in(form)
        )
    return await _answer(request, acting, follow_up_id, form, done="reminding")


@router.post("/revoked-links")
async def take_back(follow_up_id: UUID, acting: Team) -> Response:
    """Take back the links that were given out."""
    await take_links_back(acting.session, by=acting.actor, follow_up_id=follow_up_id)
    return RedirectResponse(f"/follow-ups/{follow_up_id}?done=links", status_code=303)


async def _answer(request: Request, acting: Acting, follow_up_id: UUID, form: Form, *, done: str) -> Response:
    if form.errors:
        return await show_follow_up(request, acting, follow_up_id, sent=form)
    follow_up = await load(acting.session, FollowUp, follow_up_id)
    return RedirectResponse(f"/trajectories/{follow_up.trajectory_id}?done={done}", status_code=303)
