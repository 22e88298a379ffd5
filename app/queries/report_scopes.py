"""The names of what somebody can ask a report about."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

PROGRAMMES = text("SELECT id, name FROM programme WHERE id = ANY (:ids) ORDER BY name")
MUNICIPALITIES = text("SELECT code, name FROM municipality WHERE code = ANY (:codes) ORDER BY name")


async def read_programme_names(session: AsyncSession, ids: Iterable[UUID]) -> dict[UUID, str]:
    """Read the names of programmes, in alphabetical order."""
    rows = await session.execute(PROGRAMMES, {"ids": list(ids)})
    return {row.id: row.name for row in rows}


async def read_municipality_names(session: AsyncSession, codes: Iterable[str]) -> dict[str, str]:
    """Read the names of municipalities by their CBS code; one that the installation does not know keeps its code."""
    asked = sorted(codes)
    rows = await session.execute(MUNICIPALITIES, {"codes": asked})
    known = {row.code: row.name for row in rows}
    return {code: known.get(code, code) for code in asked}
