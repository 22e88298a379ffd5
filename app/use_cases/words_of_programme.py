"""Which words a programme sends: its own, or else the built-in ones."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from app.models import MessageTemplate
from app.rules.code_lists import MessageKind, MessageLanguage
from app.rules.message_words import BUILT_IN, MessageWords


async def words_for(
    session: AsyncSession, programme_id: UUID, kind: MessageKind, language: MessageLanguage
) -> MessageWords:
    """The words of a programme for one kind of message in one language."""
    own = await own_words(session, programme_id, kind, language)
    return MessageWords(own.subject, own.body) if own else BUILT_IN[kind, language]


async def own_words(
    session: AsyncSession, programme_id: UUID, kind: MessageKind, language: MessageLanguage
) -> MessageTemplate | None:
    """What a programme wrote itself for one kind of message in one language, if anything."""
    asked = select(MessageTemplate).where(
        MessageTemplate.programme_id == programme_id,
        MessageTemplate.kind == kind,
        MessageTemplate.language == language,
    )
    return (await session.scalars(asked)).one_or_none()
