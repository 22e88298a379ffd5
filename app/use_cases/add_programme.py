"""Adds a programme."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from app.actor import Actor
from app.errors import Conflict
from app.models.organisation import Organisation
from app.models.programme import Programme, ProgrammeCreate
from app.rules.permissions import Act
from app.rules.sentence import Sentence
from app.use_cases.audit import audit
from app.use_cases.check_asking import refuse_impossible_asking
from app.use_cases.membership_roles import require


async def add_programme(session: AsyncSession, *, by: Actor, programme: ProgrammeCreate) -> Programme:
    """Add a programme. Without a lead organisation one of the same name is made, to be filled in later.

    Raises Conflict when there is a programme of that name.
    """
    require(by, Act.ADD_PROGRAMME)
    if (await session.scalars(select(Programme.id).where(Programme.name == programme.name))).first() is not None:
        raise Conflict(Sentence("There is a programme of this name already."))
    refuse_impossible_asking(programme.model_dump()["asking"])
    lead = programme.lead_organisation_id or await _placeholder(session, programme.name)
    added = Programme(**programme.model_dump(exclude={"lead_organisation_id"}), lead_organisation_id=lead)
    session.add(added)
    await session.flush()
    await audit(session, by=by, action="add", object_type="programme", object_id=added.id, programme_id=added.id)
    return added


async def _placeholder(session: AsyncSession, name: str) -> UUID:
    organisation = Organisation(name=name, roles=[])
    session.add(organisation)
    await session.flush()
    return organisation.id
