"""Finds things by the name that people know them by."""

from typing import TypeVar

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from app.errors import NotFound
from app.models import Organisation, Programme
from app.rules.sentence import Sentence

Named = TypeVar("Named", Programme, Organisation)


async def named(session: AsyncSession, table: type[Named], name: str) -> Named:
    """The first that was recorded under a name. Raises NotFound when there is none."""
    rows = select(table).where(col(table.name) == name).order_by(col(table.recorded_at))
    found = (await session.scalars(rows)).first()
    if found is None:
        raise NotFound(Sentence("There is no programme or organisation of that name."))
    return found
