"""Marks an address that no message can be delivered to, until somebody of the team gives another."""

from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.models import EmployerContact, Message
from app.rules.addresses import folded_email, folded_phone
from app.use_cases.audit import audit


async def mark_address(session: AsyncSession, *, by: Actor, message: Message, reason: str) -> None:
    """Mark the address of the contact person whom a message was for, unless they have another one by now."""
    if message.employer_contact_id is None:
        return
    contact = await session.get_one(
        EmployerContact, message.employer_contact_id, with_for_update=True, populate_existing=True
    )
    if contact.bounced_at is not None or message.recipient != _address(contact):
        return
    contact.bounced_at, contact.bounce_reason = by.at, reason
    await session.flush()
    await audit(
        session,
        by=by,
        action="mark undeliverable",
        object_type="employer_contact",
        object_id=contact.id,
        programme_id=contact.programme_id,
    )


def _address(contact: EmployerContact) -> str | None:
    """The address at which a contact person is asked: by e-mail, and by text message where there is none."""
    return folded_email(contact.email) if contact.email else folded_phone(contact.phone or "")
