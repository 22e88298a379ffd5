"""The names of organisations, to choose from while typing."""

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

ORGANISATIONS = text("SELECT DISTINCT name FROM organisation ORDER BY name LIMIT 500")


async def read_organisation_names(session: AsyncSession) -> list[str]:
    """Read the names of the first 500 organisations in the alphabet."""
    return list((await session.execute(ORGANISATIONS)).scalars())
