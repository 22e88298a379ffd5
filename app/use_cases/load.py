"""Loads the row that a deed is about."""

from typing import TypeVar
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.errors import ChangedMeanwhile, NotFound
from app.models.base import Changeable, Identified
from app.rules.sentence import Sentence

Row = TypeVar("Row", bound=Identified)
VersionedRow = TypeVar("VersionedRow", bound=Changeable)


async def load(session: AsyncSession, table: type[Row], row_id: UUID) -> Row:
    """Load a row. One that the actor may not see is not found either."""
    row = await session.get(table, row_id)
    if row is None:
        raise NotFound
    return row


async def load_to_change(session: AsyncSession, table: type[VersionedRow], row_id: UUID, version: int) -> VersionedRow:
    """Load a row and hold it until the end of the transaction, so that nobody changes it meanwhile.

    Raises ChangedMeanwhile when it is no longer the version that the actor read.
    """
    row = await session.get(table, row_id, with_for_update=True, populate_existing=True)
    if row is None:
        raise NotFound
    if row.version != version:
        raise ChangedMeanwhile(Sentence("Somebody else changed this while you were busy. Nothing was overwritten."))
    return row
