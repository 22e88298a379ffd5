"""A message came back: its address is marked, and its follow-ups were not asked after all."""

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from app.actor import Actor
from app.models import Message
from app.rules.code_lists import MessageState
from app.rules.message_life import states_before
from app.use_cases.audit import audit
from app.use_cases.count_askings import count_askings_of
from app.use_cases.mark_address import mark_address


async def take_back_message(session: AsyncSession, *, by: Actor, mail_id: str, reason: str) -> bool:
    """Record that the message with this Message-ID could not be delivered. False when there is none to take back."""
    known = select(Message).where(col(Message.mail_id) == mail_id).with_for_update()
    message = (await session.scalars(known)).one_or_none()
    if message is None or message.state not in states_before(MessageState.BOUNCED):
        return False
    before, message.state = message.state, MessageState.BOUNCED
    message.settled_at, message.reply = by.at, reason
    await session.flush()
    await audit(
        session,
        by=by,
        action="take back",
        object_type="message",
        object_id=message.id,
        programme_id=message.programme_id,
        changes={"state": (before, message.state)},
    )
    await mark_address(session, by=by, message=message, reason=reason)
    await count_askings_of(session, by=by, message_id=message.id)
    return True
