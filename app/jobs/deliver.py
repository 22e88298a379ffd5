"""Delivers one message, never twice.

Three transactions: the message is claimed; it is said that the mail itself is about to go; what became of it is written
down. Whatever dies in between, the tables say how far it came, and the next worker goes on from there.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from uuid import UUID

from psycopg import Error as DriverError
from sqlalchemy.exc import SQLAlchemyError

from app.actor import Actor
from app.database import session_for
from app.jobs.couriers import ready_to_hand_over
from app.mail.outcome import NobodyKnows, NoLine, NotNow, Refused
from app.rules.code_lists import MessageState
from app.settings import settings
from app.use_cases.claim_message import Claimed, claim_message
from app.use_cases.settle_message import hand_over, record_deferred, record_refused, record_sent, record_uncertain

DATABASE_FAULTS = (SQLAlchemyError, DriverError, OSError)
TRIED_AGAIN_AFTER_SECONDS = 0.2
"""When the database is away just as an answer must be written down; twice as long after each try."""


async def deliver(by: Actor, message_id: UUID) -> MessageState | None:
    """Send one message and tell what became of it: *waiting* when it is tried again later, None when it was not ours.

    Raises NoLine, when all is written down, where no other message need be tried either.
    """
    async with session_for(by) as session:
        claimed = await claim_message(session, by=by, message_id=message_id)
    if claimed is None:
        return None
    try:
        return await _handed_over(by, claimed)
    except Refused as answer:
        await _written_down(record_refused, by, claimed, answer.reply)
        return MessageState.REFUSED
    except NobodyKnows as answer:
        await _written_down(record_uncertain, by, claimed, answer.reply)
        return MessageState.UNCERTAIN
    except NotNow as answer:
        await _written_down(record_deferred, by, claimed, answer.reply)
        if isinstance(answer, NoLine):
            raise
        return MessageState.WAITING


async def _handed_over(by: Actor, claimed: Claimed) -> MessageState | None:
    async with ready_to_hand_over(by, claimed) as send:
        if not await _is_still_ours(by, claimed):
            return None
        reply = await send()
        await _written_down(record_sent, by, claimed, reply)
    return MessageState.SENT


async def _is_still_ours(by: Actor, claimed: Claimed) -> bool:
    """Say that the mail itself is about to go. When that cannot be said, it does not go."""
    try:
        async with session_for(by) as session:
            return await hand_over(session, by=by, message_id=claimed.message_id, attempt=claimed.attempt)
    except DATABASE_FAULTS as fault:
        raise NotNow(type(fault).__name__) from fault


async def _written_down(record: Callable[..., Awaitable[None]], by: Actor, claimed: Claimed, reply: str) -> None:
    """Write down what became of a message; when the database is away, for as long as a lease lasts."""
    give_up_at = time.monotonic() + settings().message_lease_seconds
    wait = TRIED_AGAIN_AFTER_SECONDS
    while True:
        try:
            async with session_for(by) as session:
                await record(session, by=by, message_id=claimed.message_id, attempt=claimed.attempt, reply=reply)
        except DATABASE_FAULTS:
            if time.monotonic() + wait > give_up_at:
                raise
            await asyncio.sleep(wait)
            wait *= 2
        else:
            return
