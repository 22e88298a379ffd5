"""Takes back the links to a question, for when one came into the wrong hands."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.models import FollowUp
from app.use_cases.audit import audit
from app.use_cases.load import load
from app.use_cases.revoke_links import revoke_links


async def take_links_back(session: AsyncSession, *, by: Actor, follow_up_id: UUID) -> None:
    """Revoke every link to a follow-up that was given out until now: none of them opens anything any more."""
    follow_up = await load(session, FollowUp, follow_up_id)
    await revoke_links(session, by=by, follow_ups=[follow_up])
    await audit(
        session,
        by=by,
        action="revoke",
        object_type="confirmation_link",
        object_id=follow_up.id,
        programme_id=follow_up.programme_id,
    )
