"""The names of employers, to choose from while typing."""

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

EMPLOYERS = text("SELECT DISTINCT name FROM organisation WHERE 'employer' = ANY (roles) ORDER BY name LIMIT 500")


async def read_employer_names(session: AsyncSession) -> list[str]:
    """Read the names of the first 500 employers in the alphabet."""
    return list((await session.execute(EMPLOYERS)).scalars())
