"""Keeps whom a programme asks at an employer: adds a contact person, changes one, and takes an address up again."""

from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.models import EmployerContact, Organisation, Programme
from app.models.employer_contact import ContactUpdate, EmployerContactFields
from app.rules.addresses import folded_email, folded_phone
from app.rules.sentence import Sentence
from app.use_cases.audit import Changes, audit
from app.use_cases.faults import fault, raise_for
from app.use_cases.find_contact import contact_by_email, contact_by_phone
from app.use_cases.load import load_to_change
from app.use_cases.refer import referred_to
from app.use_cases.set_values import set_values

REACHED_AT = ("email", "phone")


async def add_contact(
    session: AsyncSession, *, by: Actor, programme_id: UUID, organisation_id: UUID, contact: EmployerContactFields
) -> EmployerContact:
    """Add a contact person at an employer. An e-mail address is known once per employer in a programme."""
    await referred_to(session, Programme, programme_id, field="programme_id")
    await referred_to(session, Organisation, organisation_id, field="organisation_id")
    values = _read(contact.model_dump())
    _refuse_unreachable(values)
    if await contact_by_email(session, programme_id, organisation_id, values["email"]):
        raise_for([fault("email", "twice", KNOWN_ALREADY)])
    return await _add(session, by, programme_id, organisation_id, values)


async def find_or_add_contact(
    session: AsyncSession, *, by: Actor, programme_id: UUID, organisation_id: UUID, contact: EmployerContactFields
) -> EmployerContact:
    """Find the contact person at an employer, or add them. One who is known stays as they are.

    They are the same when the e-mail address is, or without one the telephone number.
    """
    values = _read(contact.model_dump())
    _refuse_unreachable(values)
    known = (
        await contact_by_email(session, programme_id, organisation_id, values["email"])
        if values["email"]
        else await contact_by_phone(session, programme_id, organisation_id, values["phone"])
    )
    return known or await _add(session, by, programme_id, organisation_id, values)


async def change_contact(
    session: AsyncSession, *, by: Actor, contact_id: UUID, version: int, change: ContactUpdate
) -> EmployerContact:
    """Change the fields that were sent. A new e-mail address has not failed yet."""
    contact = await load_to_change(session, EmployerContact, contact_id, version)
    values = _read(change.model_dump(exclude_unset=True))
    _refuse_unreachable({name: values.get(name, getattr(contact, name)) for name in REACHED_AT})
    if values.get("email", contact.email) != contact.email:
        if await contact_by_email(session, contact.programme_id, contact.organisation_id, values["email"]):
            raise_for([fault("email", "twice", KNOWN_ALREADY)])
        values |= {"bounced_at": None, "bounce_reason": None}
    return await _apply(session, by, contact, "change", values)


async def use_address_again(session: AsyncSession, *, by: Actor, contact_id: UUID, version: int) -> EmployerContact:
    """Send mail to an address again from which it came back: somebody knows that it is right after all."""
    contact = await load_to_change(session, EmployerContact, contact_id, version)
    return await _apply(session, by, contact, "use again", {"bounced_at": None, "bounce_reason": None})


KNOWN_ALREADY = Sentence("There is a contact person with this e-mail address at this employer already.")


def _read(values: dict[str, Any]) -> dict[str, Any]:
    """The values as they are kept, or everything that is wrong with them."""
    read = {name: (value.strip() or None) if isinstance(value, str) else value for name, value in values.items()}
    email, phone = read.get("email"), read.get("phone")
    if read.get("language", ...) is None:
        del read["language"]
    raise_for(
        [
            fault("email", "email", Sentence("Fill in one e-mail address, such as naam@voorbeeld.nl."))
            if email and not folded_email(email)
            else None,
            fault("phone", "phone", Sentence("Fill in one telephone number, such as 06 12345678."))
            if phone and not folded_phone(phone)
            else None,
        ]
    )
    return {**read, "email": folded_email(email)} if email else read


def _refuse_unreachable(values: dict[str, Any]) -> None:
    if not any(values[name] for name in REACHED_AT):
        reason = Sentence("Fill in an e-mail address or a telephone number. Otherwise we cannot ask this person.")
        raise_for([fault("email", "missing", reason)])


async def _add(
    session: AsyncSession, by: Actor, programme_id: UUID, organisation_id: UUID, values: dict[str, Any]
) -> EmployerContact:
    contact = EmployerContact(programme_id=programme_id, organisation_id=organisation_id, **values)
    session.add(contact)
    await session.flush()
    await _audit(session, by, "add", contact, {"organisation_id": (None, organisation_id)})
    return contact


async def _apply(
    session: AsyncSession, by: Actor, contact: EmployerContact, action: str, values: dict[str, Any]
) -> EmployerContact:
    changes = set_values(contact, values)
    await session.flush()
    await _audit(session, by, action, contact, changes)
    return contact


async def _audit(session: AsyncSession, by: Actor, action: str, contact: EmployerContact, changes: Changes) -> None:
    await audit(
        session,
        by=by,
        action=action,
        object_type="employer_contact",
        object_id=contact.id,
        programme_id=contact.programme_id,
        changes=changes,
    )
