"""Reads the one document that a page shows."""

from sqlalchemy import Executable
from sqlalchemy.ext.asyncio import AsyncSession

from app.errors import NotFound


async def one_document(session: AsyncSession, statement: Executable, **asked: object) -> str:
    """Read the JSON that a statement gives. Raises NotFound when it is not there or not the reader's to see."""
    found = (await session.execute(statement, asked)).scalar_one_or_none()
    if found is None:
        raise NotFound
    return str(found)
