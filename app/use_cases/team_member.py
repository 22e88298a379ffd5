"""Finds out whether somebody is on the team of a programme."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from app.errors import FieldError
from app.models import Membership
from app.rules.code_lists import Role
from app.rules.sentence import Sentence
from app.use_cases.faults import fault


async def not_on_the_team(
    session: AsyncSession, name: str, account_id: UUID | None, programme_id: UUID
) -> FieldError | None:
    """The fault that an account is no coach or coordinator of the programme; nothing when it is, or is not given."""
    if account_id is None:
        return None
    member = select(Membership.id).where(
        Membership.account_id == account_id,
        Membership.programme_id == programme_id,
        col(Membership.role).in_((Role.COACH, Role.COORDINATOR)),
    )
    if (await session.scalars(member)).first() is not None:
        return None
    return fault(name, "unknown", Sentence("This account is not on the team of the programme."))
