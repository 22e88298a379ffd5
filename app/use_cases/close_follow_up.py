"""Closes a follow-up to which no answer will come."""

from uuid import UUID

from pydantic import Field
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.errors import Conflict
from app.models import FollowUp
from app.models.base import Shape
from app.rules.code_lists import FollowUpState
from app.rules.follow_up_schedule import can_be_given_up
from app.rules.sentence import Sentence
from app.use_cases.audit import audit
from app.use_cases.faults import fault, raise_for
from app.use_cases.load import load_to_change

GIVEN_UP = (FollowUpState.UNREACHABLE, FollowUpState.REFUSED)


class FollowUpClosed(Shape):
    """Why no answer comes: nobody could be reached, or somebody did not want to answer."""

    state: FollowUpState
    reason: str | None = Field(default=None, max_length=2000)


async def close_follow_up(
    session: AsyncSession, *, by: Actor, follow_up_id: UUID, version: int, closed: FollowUpClosed
) -> FollowUp:
    """Close a follow-up as unreachable or refused. It stays unknown: it is no "no"."""
    follow_up = await load_to_change(session, FollowUp, follow_up_id, version)
    if closed.state not in GIVEN_UP:
        choose = Sentence("Choose unreachable or refused. An answer is recorded as an observation.")
        raise_for([fault("state", "not-allowed", choose)])
    if not can_be_given_up(follow_up.state, follow_up.opens_on, by.today):
        raise Conflict(Sentence("This follow-up is not waiting for an answer."))
    before = follow_up.state
    follow_up.state, follow_up.closed_on, follow_up.reason = closed.state, by.today, closed.reason
    await session.flush()
    await audit(
        session,
        by=by,
        action="close",
        object_type="follow_up",
        object_id=follow_up.id,
        programme_id=follow_up.programme_id,
        changes={"state": (before, closed.state)},
    )
    return follow_up
