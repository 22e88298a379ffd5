"""Writes down what became of a message that was claimed: step by step, each in a transaction of its own.

A step counts only for the attempt that takes it. One thing counts whoever says it: that the server took the message.
"""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import func
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from app.actor import Actor
from app.models import Message
from app.rules.code_lists import MessageState
from app.rules.message_life import HANDING_OVER, SENDING, states_before, tried_again_after
from app.use_cases.audit import audit
from app.use_cases.count_askings import count_askings_of
from app.use_cases.mark_address import mark_address
from app.use_cases.next_try import next_try

OURS = frozenset({SENDING, HANDING_OVER})


async def hand_over(session: AsyncSession, *, by: Actor, message_id: UUID, attempt: int) -> bool:
    """Say that the mail itself is about to go; after the commit, not before. False when it is not ours any more."""
    message = await _held(session, message_id)
    if message.state is not SENDING or message.attempts != attempt:
        return False
    message.state = HANDING_OVER
    message.handed_over_at = await session.scalar(select(func.clock_timestamp()))
    return True


async def record_sent(session: AsyncSession, *, by: Actor, message_id: UUID, attempt: int, reply: str) -> None:
    """The server took it. Its follow-ups have been asked; a repeat that was planned meanwhile does not go out."""
    message = await _held(session, message_id)
    if message.state in states_before(MessageState.SENT) and message.attempts >= attempt:
        message.sent_at = by.at
        await _settle(session, by, message, MessageState.SENT, reply)
        await count_askings_of(session, by=by, message_id=message_id)


async def record_refused(session: AsyncSession, *, by: Actor, message_id: UUID, attempt: int, reply: str) -> None:
    """The server will never take it: the address is marked, and the desk shows it."""
    message = await _held(session, message_id)
    if message.state in OURS and message.attempts == attempt:
        await _settle(session, by, message, MessageState.REFUSED, reply)
        await mark_address(session, by=by, message=message, reason=reply)


async def record_deferred(session: AsyncSession, *, by: Actor, message_id: UUID, attempt: int, reply: str) -> None:
    """The server took nothing: it is tried again after a while, within the sending hours."""
    message = await _held(session, message_id)
    if message.state in OURS and message.attempts == attempt:
        message.state, message.reply = MessageState.WAITING, reply
        message.not_before = await next_try(session, by.at + tried_again_after(attempt), message)


async def record_uncertain(session: AsyncSession, *, by: Actor, message_id: UUID, attempt: int, reply: str) -> None:
    """Nobody can tell whether the server took it: it is repeated once, and the second time left at that."""
    message = await _held(session, message_id)
    if message.state is HANDING_OVER and message.attempts == attempt:
        await _leave_uncertain(session, by, message, reply, wait=tried_again_after(attempt))


async def take_back_lost_claims(session: AsyncSession, *, by: Actor, lease: timedelta) -> int:
    """Take up the messages whose worker was not heard of for as long as a lease, and answer how many.

    Leases go by the clock of the database, also where another day is rehearsed.
    """
    long_ago = func.clock_timestamp() - lease
    lost = select(Message).where(
        (col(Message.state) == SENDING) & (col(Message.claimed_at) < long_ago)
        | (col(Message.state) == HANDING_OVER) & (col(Message.handed_over_at) < long_ago)
    )
    messages = (await session.scalars(lost.with_for_update(skip_locked=True))).all()
    for message in messages:
        if message.state is SENDING:
            message.state = MessageState.WAITING
        else:
            await _leave_uncertain(session, by, message, "The worker stopped while handing it over.", wait=timedelta())
    return len(messages)


async def _held(session: AsyncSession, message_id: UUID) -> Message:
    return await session.get_one(Message, message_id, with_for_update=True, populate_existing=True)


async def _leave_uncertain(session: AsyncSession, by: Actor, message: Message, reply: str, *, wait: timedelta) -> None:
    if message.uncertain_at is None:
        message.uncertain_at = by.at
        message.state, message.reply = MessageState.WAITING, reply
        message.not_before = await next_try(session, by.at + wait, message)
        return
    await _settle(session, by, message, MessageState.UNCERTAIN, reply)
    await count_askings_of(session, by=by, message_id=message.id)


async def _settle(session: AsyncSession, by: Actor, message: Message, state: MessageState, reply: str) -> None:
    before, message.state = message.state, state
    message.settled_at, message.reply = by.at, reply
    await session.flush()
    await audit(
        session,
        by=by,
        action="send",
        object_type="message",
        object_id=message.id,
        programme_id=message.programme_id,
        changes={"state": (before, state)},
    )
