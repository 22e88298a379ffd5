"""The messages of one programme, those that ask for attention first, in one statement."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.queries.askable_follow_ups import ADDRESS, UNDER_WAY
from app.queries.one_document import one_document


class MessageGroup(StrEnum):
    """How messages are put together on the page, in order. *Attention*: it may well not have arrived."""

    ATTENTION = "attention"
    UNDER_WAY = "under_way"
    DONE = "done"
    CANCELLED = "cancelled"


GROUP = f"""CASE
    WHEN message.state IN {UNDER_WAY} THEN 'under_way'
    WHEN message.state = 'cancelled' THEN 'cancelled'
    WHEN message.state = 'uncertain' AND message.uncertain_at > CAST(:at AS timestamptz) - interval '14 days'
        THEN 'attention'
    WHEN message.state IN ('refused', 'bounced') AND contact.bounced_at IS NOT NULL AND {ADDRESS} = message.recipient
        THEN 'attention'
    ELSE 'done'
END"""
"""An address that was put right since asks for no more attention, nor does a doubt of two weeks ago."""

ABOUT = """
    SELECT coalesce(json_agg(json_build_object(
        'trajectoryId', request.trajectory_id,
        'name', participant.first_name || ' ' || participant.last_name,
        'month', follow_up.month,
        'nth', request.nth,
        'state', follow_up.state,
        'isDropped', request.dropped_at IS NOT NULL
    ) ORDER BY follow_up.due_on, participant.last_name, request.id), '[]')
    FROM follow_up_request AS request
    JOIN follow_up ON follow_up.id = request.follow_up_id
    JOIN participant ON participant.id = request.participant_id
    WHERE request.message_id = shown.id
"""

ORDER = "array_position(ARRAY['attention', 'under_way'], part), at DESC, id"
"""Those that need somebody, those that wait, and then the latest."""

MESSAGES = text(
    f"""
    WITH mine AS (
        SELECT message.*, contact.name AS contact, organisation.name AS employer, contact.bounce_reason,
            {GROUP} AS part,
            coalesce(message.sent_at, message.uncertain_at, message.settled_at, message.not_before) AS at
        FROM message
        LEFT JOIN employer_contact AS contact ON contact.id = message.employer_contact_id
        LEFT JOIN organisation ON organisation.id = contact.organisation_id
        WHERE message.programme_id = :programme
    ), shown AS (
        SELECT mine.*, row_number() OVER (ORDER BY {ORDER}) AS place
        FROM mine
        WHERE CAST(:part AS text) IS NULL OR part = :part
        ORDER BY {ORDER}
        LIMIT :limit OFFSET :offset
    )
    SELECT json_build_object(
        'id', programme.id,
        'name', programme.name,
        'isOn', coalesce(CAST(programme.asking ->> 'isOn' AS boolean), true),
        'counts', (
            SELECT coalesce(json_object_agg(part, many), '{{}}')
            FROM (SELECT part, count(*) AS many FROM mine GROUP BY part) AS counted
        ),
        'messages', (
            SELECT coalesce(json_agg(json_build_object(
                'id', shown.id, 'part', shown.part, 'at', shown.at, 'state', shown.state, 'purpose', shown.purpose,
                'channel', shown.channel, 'recipient', shown.recipient, 'contact', shown.contact,
                'employer', shown.employer, 'attempts', shown.attempts, 'reply', shown.reply,
                'bounceReason', shown.bounce_reason, 'subject', shown.subject, 'about', ({ABOUT})
            ) ORDER BY shown.place), '[]')
            FROM shown
        )
    )::text
    FROM programme
    WHERE programme.id = :programme
    """
)


@dataclass(frozen=True, kw_only=True)
class MessagesPage:
    """Which messages: of one programme, one group or all, and which page of them."""

    programme_id: UUID
    group: MessageGroup | None = None
    limit: int = 50
    offset: int = 0


async def read_messages(session: AsyncSession, wanted: MessagesPage, *, at: datetime) -> str:
    """Read the messages of a programme as JSON, with `counts` per group. Raises NotFound for another's programme."""
    return await one_document(
        session,
        MESSAGES,
        programme=wanted.programme_id,
        part=wanted.group,
        at=at,
        limit=wanted.limit,
        offset=wanted.offset,
    )
