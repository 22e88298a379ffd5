"""Loads the row that a deed is about."""

from typing import TypeVar
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.errors import ChangedMeanwhile, Conflict, NotFound
from app.models import LanguageMeasurement, Observation
from app.models.base import Changeable, Identified
from app.rules.sentence import Sentence

Row = TypeVar("Row", bound=Identified)
VersionedRow = TypeVar("VersionedRow", bound=Changeable)
SupersededRow = TypeVar("SupersededRow", LanguageMeasurement, Observation)


async def load(session: AsyncSession, table: type[Row], row_id: UUID) -> Row:
    """Load a row. One that the actor may not see is not found either."""
    row = await session.get(table, row_id)
    if row is None:
        raise NotFound
    return row


async def load_to_correct(session: AsyncSession, table: type[SupersededRow], row_id: UUID) -> SupersededRow:
    """Load what was said, to put something else in its place, and hold it until the end of the transaction.

    Raises Conflict when that has happened already: then the later one is the one to correct.
    """
    row = await load(session, table, row_id)
    await session.refresh(row, with_for_update=True)
    if row.superseded_at is not None:
        raise Conflict(Sentence("This has been corrected already. Look at the later one first."))
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
