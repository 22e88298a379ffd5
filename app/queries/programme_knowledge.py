"""What is known about whether and why one programme of one's own works."""

from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.errors import NotFound
from app.rules.sentence import Sentence

KNOWLEDGE = text(
    """
    SELECT json_build_object(
        'id', id, 'name', name, 'catalogueKey', catalogue_key, 'evaluation', evaluation,
        'effectiveElements', effective_elements
    ) AS document
    FROM programme
    WHERE id = :programme_id
    """
)


async def read_programme_knowledge(session: AsyncSession, programme_id: UUID) -> dict[str, Any]:
    """Read the elements at work and the evaluation of a programme. Raises NotFound for one that is not yours."""
    row = (await session.execute(KNOWLEDGE, {"programme_id": programme_id})).one_or_none()
    if row is None:
        raise NotFound(Sentence("There is no such programme."))
    return dict(row.document)
