"""What people need help with: per topic the people and the contacts of a period, in one statement.

Words of files are counted under the topic that they stand for, so that nobody counts twice under one topic.
"""

import json
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.rules.contact_topics import TOPIC_OF

ROLLED_UP = text(
    """
    WITH contact AS (
        SELECT id, participant_id, topics FROM coaching_contact
        WHERE contacted_on BETWEEN :first AND :last
          AND (CAST(:programme_id AS uuid) IS NULL OR programme_id = :programme_id)
          AND (attendance IS NULL OR attendance IN ('came', 'late'))
    ), spoken AS (
        SELECT DISTINCT contact.id, participant_id, coalesce(CAST(:words AS jsonb) ->> folded, 'other') AS topic
        FROM contact CROSS JOIN unnest(topics) AS word
        CROSS JOIN LATERAL (SELECT translate(lower(trim(word)), 'áàäâéèëêíïóöúü', 'aaaaeeeeiioouu') AS folded) AS bare
    ), counted AS (
        SELECT topic, count(DISTINCT participant_id) AS people, count(*) AS contacts FROM spoken GROUP BY topic
    )
    SELECT json_build_object(
        'people', (SELECT count(DISTINCT participant_id) FROM contact),
        'contacts', (SELECT count(*) FROM contact),
        'withoutTopic', (SELECT count(*) FROM contact WHERE cardinality(topics) = 0),
        'topics', (
            SELECT coalesce(json_agg(json_build_object('topic', topic, 'people', people, 'contacts', contacts)
                ORDER BY people DESC, contacts DESC, topic), '[]')
            FROM counted
        ),
        'programmes', (
            SELECT coalesce(json_agg(json_build_array(id, name) ORDER BY name), '[]')
            FROM programme WHERE id = any ((SELECT acting_programmes())::uuid[])
        )
    )::text
    """
)
WORDS = json.dumps({word: topic.value for word, topic in TOPIC_OF.items()})


@dataclass(frozen=True, slots=True)
class TopicsWanted:
    """Contacts from the first to the last day, both included; of one programme, or of all that the reader may see."""

    first: date
    last: date
    programme_id: UUID | None = None


async def read_topics(session: AsyncSession, wanted: TopicsWanted) -> str:
    """Read the topics as JSON, those of most people first; only contacts to which somebody came count."""
    found = await session.execute(
        ROLLED_UP,
        {"first": wanted.first, "last": wanted.last, "programme_id": wanted.programme_id, "words": WORDS},
    )
    return str(found.scalar_one())
