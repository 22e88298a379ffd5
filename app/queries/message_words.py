"""The words that a programme wrote itself."""

from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.rules.message_words import MessageWords

OWN_WORDS = text("SELECT kind, language, subject, body FROM message_template WHERE programme_id = :programme_id")


async def read_own_words(session: AsyncSession, programme_id: UUID) -> dict[tuple[str, str], MessageWords]:
    """Read the words of a programme's own, by kind and language."""
    rows = await session.execute(OWN_WORDS, {"programme_id": programme_id})
    return {(kind, language): MessageWords(subject, body) for kind, language, subject, body in rows}
