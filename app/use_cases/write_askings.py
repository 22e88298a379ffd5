"""Writes what is to be asked: a message per address, and in it a request per follow-up."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import insert
from sqlalchemy.dialects.postgresql import insert as insert_or_change
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from app.actor import Actor
from app.models import AuditEvent, FollowUpRequest, Message
from app.queries.askable_follow_ups import Askable
from app.rules.asking_schedule import Question
from app.rules.code_lists import AskedOf, MessagePurpose
from app.use_cases.audit import audit_row


@dataclass(frozen=True)
class NewAsking:
    """One message that is to go out, not before a moment, and the questions in it."""

    contact: Askable
    questions: Sequence[Question]
    not_before: datetime


async def write_askings(session: AsyncSession, *, by: Actor, askings: Sequence[NewAsking]) -> list[Message]:
    """Write the messages, waiting to be sent, with their requests.

    A follow-up is asked once of an address for the nth time: the database refuses a second request. One that was left
    out of a message before that went is used again.
    """
    if not askings:
        return []
    messages = [_message(asking) for asking in askings]
    session.add_all(messages)
    await session.flush()
    requests = insert_or_change(FollowUpRequest)
    await session.execute(
        requests.on_conflict_do_update(
            index_elements=["follow_up_id", "recipient", "nth"],
            set_={"message_id": requests.excluded.message_id, "dropped_at": None},
            where=col(FollowUpRequest.dropped_at).is_not(None),
        ),
        [
            _request(message, asking, question, by)
            for message, asking in zip(messages, askings, strict=True)
            for question in asking.questions
        ],
    )
    await session.execute(
        insert(AuditEvent),
        [
            audit_row(
                by, "ask", "message", one.id, one.programme_id, None, {"follow_ups": (None, len(asking.questions))}
            )
            for one, asking in zip(messages, askings, strict=True)
        ],
    )
    return messages


def _message(asking: NewAsking) -> Message:
    contact = asking.contact
    return Message(
        programme_id=contact.programme_id,
        purpose=MessagePurpose.FOLLOW_UP,
        channel=contact.channel,
        employer_contact_id=contact.contact_id,
        recipient=contact.recipient,
        language=contact.language,
        not_before=asking.not_before,
    )


def _request(message: Message, asking: NewAsking, question: Question, by: Actor) -> dict[str, Any]:
    about = asking.contact.rows[question.follow_up_id]
    return {
        "id": uuid4(),
        "programme_id": about["programme_id"],
        "trajectory_id": about["trajectory_id"],
        "participant_id": about["participant_id"],
        "follow_up_id": question.follow_up_id,
        "message_id": message.id,
        "recipient": message.recipient,
        "asked_of": AskedOf.EMPLOYER,
        "nth": question.times_asked + 1,
        "recorded_at": by.at,
        "recorded_by": by.account_id,
    }
