"""Notes that somebody with a link that no longer opens anything asks for a new one."""

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from app.actor import Actor
from app.models import ConfirmationLink
from app.rules.background_work import Task
from app.rules.link_state import may_ask_again
from app.use_cases.audit import audit
from app.use_cases.enqueue import enqueue


async def ask_new_link(session: AsyncSession, *, by: Actor) -> None:
    """Note it on the link at hand, once a day. Whether anything is sent, and where to, is not decided at this door."""
    mine = select(ConfirmationLink).where(col(ConfirmationLink.token_hash) == by.link_hash).with_for_update()
    link = (await session.scalars(mine)).one_or_none()
    if link is None or not may_ask_again(by.at, renewed_at=link.renewed_at):
        return
    link.renewed_at = by.at
    await session.flush()
    await enqueue(session, Task.RENEW_LINKS)
    await audit(
        session,
        by=by,
        action="ask again",
        object_type="confirmation_link",
        object_id=link.id,
        programme_id=link.programme_id,
    )
