"""Finds the employer that somebody means, or adds it."""

from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.models import Organisation
from app.rules.code_lists import OrganisationRole
from app.use_cases.find_or_add_organisation import find_or_add_organisation


async def find_or_add_employer(session: AsyncSession, *, by: Actor, name: str) -> Organisation:
    """Find an organisation by its name, in capitals or not; add it as an employer when there is none."""
    return await find_or_add_organisation(session, by=by, name=name, role=OrganisationRole.EMPLOYER)
