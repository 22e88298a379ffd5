"""Contact persons at employers: whom to ask about a placement, as far as the row says how to reach them."""

from __future__ import annotations

from uuid import UUID, uuid4

from app.exchange.row_contents import PlacementContent
from app.models import EmployerContact
from app.rules.addresses import folded_phone
from app.use_cases.importing.plan import Plan


def plan_contact(
    plan: Plan, said: PlacementContent, programme_id: UUID, organisation_id: UUID
) -> tuple[EmployerContact | None, bool]:
    """The contact person that a row names, and whether something that was known of them changes."""
    if said.contact_email is None and said.contact_phone is None:
        return None, False
    known = plan.known.employer_contacts.setdefault((programme_id, organisation_id), [])
    wanted = {"name": said.contact_name, "phone": said.contact_phone, "language": said.contact_written_in}
    found = next((one for one in known if _is_the_same(one, said)), None)
    if found is not None:
        return found, found not in plan.new[EmployerContact] and plan.change(found, wanted)
    contact = plan.add(
        EmployerContact,
        id=uuid4(),
        programme_id=programme_id,
        organisation_id=organisation_id,
        email=said.contact_email,
        **wanted,
    )
    known.append(contact)
    return contact, False


def _is_the_same(contact: EmployerContact, said: PlacementContent) -> bool:
    """By the e-mail address where the row gives one, else by the telephone number."""
    if said.contact_email is not None:
        return contact.email == said.contact_email
    return contact.phone is not None and _number(contact.phone) == _number(said.contact_phone or "")


def _number(phone: str) -> str:
    return folded_phone(phone) or phone
