"""Lets the team say of a follow-up: we know that we do not know, and need not be reminded."""

from uuid import UUID

from pydantic import Field
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.errors import Conflict
from app.models import FollowUp
from app.models.base import Shape
from app.rules.follow_up_schedule import can_be_given_up
from app.rules.sentence import Sentence
from app.use_cases.audit import audit
from app.use_cases.load import load_to_change


class UnknownAcknowledged(Shape):
    """Why nothing will become known."""

    reason: str = Field(min_length=1, max_length=2000)


async def acknowledge_unknown(
    session: AsyncSession, *, by: Actor, follow_up_id: UUID, version: int, acknowledged: UnknownAcknowledged
) -> FollowUp:
    """Keep that nothing is known and that nobody need be reminded. The question can still be answered.

    Raises Conflict for a question that is not open yet, or that was answered or closed.
    """
    follow_up = await load_to_change(session, FollowUp, follow_up_id, version)
    if not can_be_given_up(follow_up.state, follow_up.opens_on, by.today):
        raise Conflict(Sentence("This follow-up is not waiting for an answer."))
    follow_up.acknowledged_on, follow_up.acknowledged_because = by.today, acknowledged.reason
    await _tell(session, by, follow_up, "acknowledge", acknowledged.reason)
    return follow_up


async def take_back_acknowledgement(session: AsyncSession, *, by: Actor, follow_up_id: UUID, version: int) -> FollowUp:
    """Put a follow-up back among those of which the team is reminded."""
    follow_up = await load_to_change(session, FollowUp, follow_up_id, version)
    if follow_up.acknowledged_on is None:
        raise Conflict(Sentence("This follow-up stands among the others already."))
    follow_up.acknowledged_on = follow_up.acknowledged_because = None
    await _tell(session, by, follow_up, "remind again", None)
    return follow_up


async def _tell(session: AsyncSession, by: Actor, follow_up: FollowUp, action: str, because: str | None) -> None:
    await session.flush()
    await audit(
        session,
        by=by,
        action=action,
        object_type="follow_up",
        object_id=follow_up.id,
        programme_id=follow_up.programme_id,
        changes={"acknowledged_because": (None, because)},
    )
