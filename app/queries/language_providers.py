"""The names of organisations that may give language support, to choose from while typing."""

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

PROVIDERS = text(
    """
    SELECT DISTINCT name FROM organisation
    WHERE roles && '{language_school,education,civil_society,reintegration}'
    ORDER BY name LIMIT 500
    """
)


async def read_language_providers(session: AsyncSession) -> list[str]:
    """Read the names of the first 500 of them in the alphabet."""
    return list((await session.execute(PROVIDERS)).scalars())
