"""The story of one trajectory in one statement, built once from its parts, the latest first."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.queries.one_document import one_document
from app.queries.story.evidence import EVIDENCE
from app.queries.story.guidance import GUIDANCE
from app.queries.story.language import LANGUAGE
from app.queries.story.ratings import RATINGS
from app.queries.story.screening import SCREENING
from app.queries.story.story_part import StoryKind
from app.queries.story.tasks import TASKS
from app.queries.story.way import WAY
from app.queries.story.work import WORK

PARTS = (WAY, SCREENING, LANGUAGE, GUIDANCE, WORK, EVIDENCE, RATINGS, TASKS)

ENTRIES = " UNION ALL ".join(
    f"SELECT '{part.kind}' AS kind, entry.* FROM ({part.entries}) AS entry (day, at, what, facts, more, by)"
    for part in PARTS
)

WITH_ENTRIES = f"""
    WITH told AS MATERIALIZED (
        SELECT * FROM trajectory WHERE id = :id
    ), entry AS ({ENTRIES})
"""
"""Begins a statement that reads `told`, the trajectory `:id`, and `entry`, what there is to tell of it."""

LATEST_FIRST = "entry.day DESC, entry.at DESC, entry.kind, entry.what, entry.facts::text"
"""Two things of one moment stand in the same order each time."""

AS_JSON = f"""
    json_agg(json_build_object(
        'kind', entry.kind, 'day', entry.day, 'what', entry.what, 'facts', entry.facts, 'more', entry.more,
        'by', account.display_name
    ) ORDER BY {LATEST_FIRST})
"""

STORY = text(
    f"""
    {WITH_ENTRIES}
    SELECT json_build_object(
        'id', told.id,
        'number', told.number,
        'state', told.state,
        'erasedAt', participant.erased_at,
        'firstName', participant.first_name,
        'lastName', participant.last_name,
        'programme', programme.name,
        'counts', (
            SELECT json_object_agg(kind, many)
            FROM (SELECT kind, count(*) AS many FROM entry GROUP BY kind) AS counted
        ),
        'entries', (
            SELECT coalesce({AS_JSON}, '[]')
            FROM entry
            LEFT JOIN account ON account.id = entry.by
            WHERE cardinality(CAST(:kinds AS text[])) = 0 OR entry.kind = ANY (:kinds)
        )
    )::text
    FROM told
    JOIN participant ON participant.id = told.participant_id
    JOIN programme ON programme.id = told.programme_id
    """
)


async def read_story(session: AsyncSession, trajectory_id: UUID, kinds: Collection[StoryKind] = ()) -> str:
    """Read the story as JSON, all of it or some kinds. Raises NotFound when it is not the reader's to see."""
    return await one_document(session, STORY, id=trajectory_id, kinds=[kind.value for kind in kinds])
