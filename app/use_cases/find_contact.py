"""Finds whom a programme asks at an employer, by what tells people apart: the e-mail address or the number."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from app.models import EmployerContact
from app.rules.addresses import folded_phone


async def contact_by_email(
    session: AsyncSession, programme_id: UUID, organisation_id: UUID, email: str | None
) -> EmployerContact | None:
    """The contact person with this address, which is written in small letters; nobody without one."""
    if email is None:
        return None
    same = select(EmployerContact).where(
        col(EmployerContact.programme_id) == programme_id,
        col(EmployerContact.organisation_id) == organisation_id,
        col(EmployerContact.email) == email,
    )
    return (await session.scalars(same)).one_or_none()


async def contact_by_phone(
    session: AsyncSession, programme_id: UUID, organisation_id: UUID, phone: str
) -> EmployerContact | None:
    """A contact person with this telephone number, however it was written."""
    there = select(EmployerContact).where(
        col(EmployerContact.programme_id) == programme_id,
        col(EmployerContact.organisation_id) == organisation_id,
        col(EmployerContact.phone).is_not(None),
    )
    number = folded_phone(phone)
    return next((one for one in await session.scalars(there) if folded_phone(one.phone or "") == number), None)
