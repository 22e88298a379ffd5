"""Finds the organisation that somebody means, or adds it."""

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, func, select

from app.actor import Actor
from app.models import Organisation
from app.models.organisation import OrganisationCreate
from app.rules.code_lists import OrganisationRole
from app.use_cases.add_organisation import add_organisation


async def find_or_add_organisation(
    session: AsyncSession, *, by: Actor, name: str, role: OrganisationRole | None
) -> Organisation:
    """Find an organisation by its name, in capitals or not; add it when there is none. From now on it has the role."""
    same_name = func.lower(col(Organisation.name)) == name.strip().lower()
    found = (
        await session.scalars(select(Organisation).where(same_name).order_by(col(Organisation.recorded_at)))
    ).first()
    roles = [role] if role is not None else []
    if found is None:
        return await add_organisation(session, by=by, organisation=OrganisationCreate(name=name, roles=roles))
    if role is not None and role not in found.roles:
        found.roles = [*found.roles, role]
    return found
