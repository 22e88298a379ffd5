"""Finds the moment from which a message may be tried again."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from app.models import Message, Programme
from app.models.programme_design import AskingPolicy
from app.rules.code_lists import MessagePurpose
from app.rules.sending_hours import sending_moment

ASKED_FOR_AT_THE_MOMENT = frozenset({MessagePurpose.RENEWAL, MessagePurpose.TEST})
"""Somebody waits for these, so that they go out in quiet hours as well."""


async def next_try(session: AsyncSession, earliest: datetime, message: Message) -> datetime:
    """The first moment from `earliest` on (UTC) at which the programme lets this message go out."""
    if message.purpose in ASKED_FOR_AT_THE_MOMENT:
        return earliest
    programme = await session.get_one(Programme, message.programme_id)
    policy = AskingPolicy.model_validate(programme.asking or {})
    return sending_moment(earliest, quiet_until=policy.quiet_until, quiet_from=policy.quiet_from)
