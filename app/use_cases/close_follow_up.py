"""Closes a follow-up to which no answer will come, and opens one again that was closed by hand."""

from uuid import UUID

from pydantic import Field
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.errors import Conflict
from app.models import FollowUp
from app.models.base import Shape
from app.rules.code_lists import FollowUpState
from app.rules.follow_up_life import CLOSED_BY_HAND, Hand, may_come_back
from app.rules.follow_up_schedule import can_be_given_up
from app.rules.sentence import Sentence
from app.use_cases.audit import audit
from app.use_cases.faults import fault, raise_for
from app.use_cases.load import load_to_change
from app.use_cases.pass_follow_up import open_state, pass_on
from app.use_cases.revoke_links import revoke_links

GIVEN_UP = (FollowUpState.UNREACHABLE, FollowUpState.REFUSED)


class FollowUpClosed(Shape):
    """Why no answer comes: nobody could be reached, somebody did not want to answer, or it is not asked any more."""

    state: FollowUpState
    reason: str | None = Field(default=None, max_length=2000)


class FollowUpReopened(Shape):
    """Why a follow-up that was closed by hand is asked again."""

    reason: str = Field(min_length=1, max_length=2000)


async def close_follow_up(
    session: AsyncSession, *, by: Actor, follow_up_id: UUID, version: int, closed: FollowUpClosed
) -> FollowUp:
    """Close a follow-up as unreachable or refused, or stop it with a reason. It stays unknown: it is no "no".

    A question that is stopped has no link that still works.
    """
    follow_up = await load_to_change(session, FollowUp, follow_up_id, version)
    if closed.state not in CLOSED_BY_HAND:
        choose = Sentence("Choose unreachable, refused or cancelled. An answer is recorded as an observation.")
        raise_for([fault("state", "not-allowed", choose)])
    is_too_early = closed.state in GIVEN_UP and not can_be_given_up(follow_up.state, follow_up.opens_on, by.today)
    if is_too_early or follow_up.state is closed.state:
        raise Conflict(Sentence("This follow-up is not waiting for an answer."))
    before = follow_up.state
    pass_on(follow_up, closed.state, by=Hand.TEAM, on=by.today, reason=closed.reason)
    follow_up.reason = closed.reason
    await session.flush()
    if closed.state is FollowUpState.CANCELLED:
        await revoke_links(session, by=by, follow_ups=[follow_up])
    await _tell(session, by, follow_up, "close", before)
    return follow_up


async def reopen_follow_up(
    session: AsyncSession, *, by: Actor, follow_up_id: UUID, version: int, reopened: FollowUpReopened
) -> FollowUp:
    """Open a follow-up again that was closed by hand; after its last day it is unanswered, and still can be answered.

    Raises Conflict for one that the plan itself cancelled: that comes back by itself when its ground is gone.
    """
    follow_up = await load_to_change(session, FollowUp, follow_up_id, version)
    if may_come_back(follow_up.state, follow_up.reason):
        raise Conflict(
            Sentence(
                "The program cancelled this question, because of what is recorded. Correct that, and it comes back."
            )
        )
    before = follow_up.state
    pass_on(follow_up, open_state(follow_up, by.today), by=Hand.TEAM, on=by.today, reason=reopened.reason)
    follow_up.reason = reopened.reason
    follow_up.acknowledged_on = follow_up.acknowledged_because = None
    await session.flush()
    await _tell(session, by, follow_up, "reopen", before)
    return follow_up


async def _tell(session: AsyncSession, by: Actor, follow_up: FollowUp, action: str, before: FollowUpState) -> None:
    await audit(
        session,
        by=by,
        action=action,
        object_type="follow_up",
        object_id=follow_up.id,
        programme_id=follow_up.programme_id,
        changes={"state": (before, follow_up.state), "reason": (None, follow_up.reason)},
    )
