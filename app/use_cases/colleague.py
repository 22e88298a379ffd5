"""Finds somebody of the team of a programme."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from app.models import Account, Membership
from app.rules.code_lists import Role
from app.rules.sentence import Sentence
from app.use_cases.faults import fault, raise_for


async def colleague(session: AsyncSession, account_id: UUID | None, role: Role, programme_id: UUID) -> Account | None:
    """The account that has this role in the programme; raises InvalidInput when it has not."""
    if account_id is None:
        return None
    member = select(Membership.id).where(
        Membership.account_id == account_id, Membership.role == role, Membership.programme_id == programme_id
    )
    account = await session.get(Account, account_id)
    if account is None or (await session.scalars(member)).first() is None:
        raise_for([fault(f"{role}_id", "unknown", Sentence("This account has not that role in the programme."))])
    return account
