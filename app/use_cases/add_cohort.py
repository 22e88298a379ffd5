"""Adds a cohort to a programme."""

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from app.actor import Actor
from app.errors import Conflict
from app.models import Cohort, Programme
from app.models.cohort import CohortCreate
from app.rules.permissions import Act
from app.rules.sentence import Sentence
from app.use_cases.audit import audit
from app.use_cases.faults import not_before, raise_for
from app.use_cases.membership_roles import require
from app.use_cases.refer import referred_to


async def add_cohort(session: AsyncSession, *, by: Actor, cohort: CohortCreate) -> Cohort:
    """Add a cohort. Raises Conflict when the programme has one of that name."""
    programme = await referred_to(session, Programme, cohort.programme_id, field="programme_id")
    require(by, Act.ADD_COHORT, programme.id)
    if cohort.starts_on is not None:
        raise_for([not_before("ends_on", cohort.ends_on, cohort.starts_on)])
    same_name = select(Cohort.id).where(Cohort.programme_id == programme.id, Cohort.name == cohort.name)
    if (await session.scalars(same_name)).first() is not None:
        raise Conflict(Sentence("The programme has a cohort of this name already."))
    added = Cohort(**cohort.model_dump())
    session.add(added)
    await session.flush()
    await audit(session, by=by, action="add", object_type="cohort", object_id=added.id, programme_id=programme.id)
    return added
