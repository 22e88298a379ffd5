"""Adds an organisation."""

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from app.actor import Actor
from app.errors import Conflict
from app.models import Organisation
from app.models.organisation import OrganisationCreate
from app.rules.sentence import Sentence
from app.use_cases.audit import audit


async def add_organisation(session: AsyncSession, *, by: Actor, organisation: OrganisationCreate) -> Organisation:
    """Add an organisation. Raises Conflict when there is one with the same number in the trade register."""
    if organisation.kvk_number:
        same = select(Organisation.id).where(Organisation.kvk_number == organisation.kvk_number)
        if (await session.scalars(same)).first() is not None:
            raise Conflict(Sentence("There is an organisation with this number in the trade register already."))
    added = Organisation(**organisation.model_dump())
    session.add(added)
    await session.flush()
    await audit(session, by=by, action="add", object_type="organisation", object_id=added.id)
    return added
