"""Which messages can be sent now."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from app.models import Message
from app.rules.code_lists import MessageChannel, MessageState

AT_MOST = 500
"""In one go; whoever sends asks again until there are none."""


async def read_waiting_messages(
    session: AsyncSession, at: datetime, channels: Collection[MessageChannel]
) -> Sequence[tuple[UUID, MessageChannel]]:
    """The messages whose moment has come, the longest waiting first, with their channel."""
    waiting = (
        select(Message.id, Message.channel)
        .where(
            col(Message.state) == MessageState.WAITING,
            col(Message.not_before) <= at,
            col(Message.channel).in_(channels),
        )
        .order_by(col(Message.not_before), col(Message.id))
        .limit(AT_MOST)
    )
    return [(row[0], MessageChannel(row[1])) for row in await session.execute(waiting)]
