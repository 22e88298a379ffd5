"""Asks participants themselves whether they still work somewhere: with a link to pass on, or by e-mail."""

from uuid import UUID

from sqlalchemy import func
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from app.actor import Actor
from app.errors import Conflict
from app.models import FollowUp, FollowUpRequest, Message, Participant, Placement
from app.rules.asking_schedule import TIMES_AT_MOST
from app.rules.background_work import Task
from app.rules.code_lists import AskedOf, FollowUpState, MessageChannel, MessageLanguage, MessagePurpose
from app.rules.follow_up_life import Hand, may_pass
from app.rules.sentence import Sentence
from app.use_cases.audit import audit
from app.use_cases.enqueue import enqueue
from app.use_cases.issue_confirmation_link import IssuedLink, hand_out
from app.use_cases.load import load


async def issue_own_link(session: AsyncSession, *, by: Actor, follow_up_id: UUID) -> IssuedLink:
    """Make a link to be passed on by hand. Raises Conflict when no answer is waited for (any more)."""
    follow_up = await _to_ask(session, by, follow_up_id)
    placement = await load(session, Placement, follow_up.placement_id)
    return await hand_out(session, by=by, placement=placement, follow_up_id=follow_up.id, asked_of=AskedOf.PARTICIPANT)


async def mail_participant(session: AsyncSession, *, by: Actor, follow_up_id: UUID) -> Message:
    """Make an e-mail with the question; it goes out when mail goes out.

    Raises Conflict without an address, before the day of the question or after its window, while another is under way,
    and when the participant was asked as often as anybody is.
    """
    follow_up = await _to_ask(session, by, follow_up_id)
    if not follow_up.due_on <= by.today <= follow_up.closes_on:
        raise Conflict(
            Sentence(
                "This can be asked by e-mail from %(first)s until %(last)s.",
                first=follow_up.due_on,
                last=follow_up.closes_on,
            )
        )
    participant = await load(session, Participant, follow_up.participant_id)
    if not participant.email:
        raise Conflict(Sentence("No e-mail address of this person is known."))
    recipient = participant.email.lower()
    message = Message(
        programme_id=follow_up.programme_id,
        purpose=MessagePurpose.PARTICIPANT_QUESTION,
        channel=MessageChannel.EMAIL,
        participant_id=participant.id,
        recipient=recipient,
        language=_language_of(participant),
        not_before=by.at,
    )
    nth = await _asked_before(session, follow_up, recipient) + 1
    session.add(message)
    await session.flush()
    session.add(
        FollowUpRequest(
            **follow_up.fact_keys,
            follow_up_id=follow_up.id,
            message_id=message.id,
            recipient=recipient,
            asked_of=AskedOf.PARTICIPANT,
            nth=nth,
        )
    )
    await session.flush()
    await enqueue(session, Task.SEND_MESSAGES)
    await audit(
        session,
        by=by,
        action="ask participant",
        object_type="follow_up",
        object_id=follow_up.id,
        programme_id=follow_up.programme_id,
    )
    return message


async def _to_ask(session: AsyncSession, by: Actor, follow_up_id: UUID) -> FollowUp:
    follow_up = await load(session, FollowUp, follow_up_id)
    await session.refresh(follow_up, with_for_update=True)
    waits = may_pass(follow_up.state, FollowUpState.ANSWERED, Hand.PARTICIPANT)
    if not waits or follow_up.opens_on > by.today:
        raise Conflict(Sentence("This follow-up is not waiting for an answer."))
    return follow_up


async def _asked_before(session: AsyncSession, follow_up: FollowUp, recipient: str) -> int:
    earlier = (
        select(func.coalesce(func.max(FollowUpRequest.nth), 0), func.bool_or(col(Message.state).in_(UNDER_WAY)))
        .join(Message, col(Message.id) == col(FollowUpRequest.message_id))
        .where(col(FollowUpRequest.follow_up_id) == follow_up.id, col(FollowUpRequest.recipient) == recipient)
    )
    times, under_way = (await session.execute(earlier)).one()
    if under_way:
        raise Conflict(Sentence("A message with this question is on its way already."))
    if times >= TIMES_AT_MOST:
        raise Conflict(Sentence("This person was asked %(times)s times already. Call instead.", times=int(times)))
    return int(times)


def _language_of(participant: Participant) -> MessageLanguage:
    speaks_english = (participant.contact_language or "").startswith("en")
    return MessageLanguage.ENGLISH if speaks_english else MessageLanguage.DUTCH


UNDER_WAY = ("waiting", "sending", "handing_over")
"""The states of a message of which it is not yet known how it went."""
