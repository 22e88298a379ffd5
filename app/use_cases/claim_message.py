"""Takes a waiting message up, to be sent by one worker and no other."""

from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import func
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select, update

from app.actor import Actor
from app.models import FollowUpRequest, Message, Programme
from app.models.programme_design import AskingPolicy
from app.queries.questions_of_message import QuestionInMessage, read_questions_of_message
from app.rules.code_lists import MessageChannel, MessageLanguage, MessagePurpose, MessageState
from app.rules.message_text import MessageText
from app.use_cases.audit import audit
from app.use_cases.next_try import next_try
from app.use_cases.write_message import Written, mail_id_of, write_message


@dataclass(frozen=True)
class Claimed:
    """A message that is ours to send, as it is to go out. Its links are told this once; only their hashes are kept."""

    message_id: UUID
    attempt: int
    channel: MessageChannel
    recipient: str = field(repr=False)
    language: MessageLanguage
    mail_id: str
    sender_name: str
    reply_to: str | None
    subject: str | None = field(repr=False)
    text: str = field(repr=False)


async def claim_message(session: AsyncSession, *, by: Actor, message_id: UUID) -> Claimed | None:
    """Claim a message and write it out, with fresh links. None when there is nothing for us to send now.

    What need not be asked any more is left out; when nothing remains the message is cancelled. The claim holds from
    its commit on, for as long as the lease lasts.
    """
    message = await _held(session, by, message_id)
    if message is None:
        return None
    message.not_before = await next_try(session, by.at, message)
    if message.not_before > by.at:
        return None
    programme = await session.get_one(Programme, message.programme_id)
    policy = AskingPolicy.model_validate(programme.asking or {})
    written = await _written(session, by, message, programme, policy)
    if written is None:
        await _nothing_left(session, by, message)
        return None
    message.subject, message.body = written.kept.subject, written.kept.text
    message.state = MessageState.SENDING
    message.claimed_at = await session.scalar(select(func.clock_timestamp()))
    message.handed_over_at = None
    message.attempts += 1
    message.mail_id = message.mail_id or mail_id_of(message)
    return Claimed(
        message_id=message.id,
        attempt=message.attempts,
        channel=message.channel,
        recipient=message.recipient,
        language=message.language,
        mail_id=message.mail_id,
        sender_name=policy.sender_name or programme.name,
        reply_to=policy.reply_to,
        subject=written.sent.subject,
        text=written.sent.text,
    )


async def _held(session: AsyncSession, by: Actor, message_id: UUID) -> Message | None:
    """The message, when it waits and nobody else is busy with it."""
    waiting = select(Message).where(
        col(Message.id) == message_id, col(Message.state) == MessageState.WAITING, col(Message.not_before) <= by.at
    )
    return (await session.scalars(waiting.with_for_update(skip_locked=True))).one_or_none()


async def _written(
    session: AsyncSession, by: Actor, message: Message, programme: Programme, policy: AskingPolicy
) -> Written | None:
    """The message written out; None when nothing in it needs to be asked any more."""
    if message.purpose is MessagePurpose.TEST:
        as_it_is = MessageText(message.subject, message.body or "")
        return Written(as_it_is, as_it_is)
    questions = await read_questions_of_message(session, message.id, by.today)
    asked = [question for question in questions if question.still_asked]
    if message.uncertain_at is None:
        await _leave_out(session, by, [question for question in questions if not question.still_asked])
    return await write_message(session, by, message, programme, policy, asked) if asked else None


async def _leave_out(session: AsyncSession, by: Actor, questions: list[QuestionInMessage]) -> None:
    """Keep that questions were not asked by this message; what may have been asked already is not touched."""
    await session.execute(
        update(FollowUpRequest)
        .where(col(FollowUpRequest.id).in_([question.request_id for question in questions]))
        .values(dropped_at=by.at)
    )


async def _nothing_left(session: AsyncSession, by: Actor, message: Message) -> None:
    """Settle a message without sending it; one that may have been taken already stays uncertain."""
    message.state = MessageState.UNCERTAIN if message.uncertain_at else MessageState.CANCELLED
    message.settled_at = by.at
    await session.flush()
    await audit(
        session,
        by=by,
        action="leave",
        object_type="message",
        object_id=message.id,
        programme_id=message.programme_id,
        changes={"state": (MessageState.WAITING, message.state)},
    )
