"""Finds who gives language support: an organisation that is known by its name, or else the words themselves."""

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, func, select

from app.models import Organisation


async def language_provider(session: AsyncSession, name: str | None) -> dict[str, object]:
    """Give the organisation with this name, in capitals or not; without one the name stays as words."""
    if not name:
        return {"provider": None, "organisation_id": None}
    same_name = func.lower(col(Organisation.name)) == name.strip().lower()
    known = select(Organisation.id).where(same_name).order_by(col(Organisation.recorded_at))
    found = (await session.scalars(known)).first()
    return {"provider": None if found else name, "organisation_id": found}
