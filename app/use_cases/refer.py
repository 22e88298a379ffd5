"""Finds what somebody refers to by its identity, in something that they want to record."""

from typing import TypeVar
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.errors import UnknownReference
from app.models.base import Identified
from app.rules.sentence import Sentence
from app.use_cases.faults import fault

Row = TypeVar("Row", bound=Identified)


async def referred_to(session: AsyncSession, table: type[Row], row_id: UUID, *, field: str) -> Row:
    """The row that `field` names. Raises UnknownReference when it is not there, or not the actor's to know of."""
    row = await session.get(table, row_id)
    if row is None:
        unknown = Sentence("There is nothing with this identity, or you may not see it.")
        raise UnknownReference([fault(field, "unknown", unknown)])
    return row
