"""Says whom a programme asks about a placement."""

from uuid import UUID

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from app.actor import Actor
from app.errors import UnknownReference
from app.models import AuditEvent, EmployerContact, Placement
from app.rules.sentence import Sentence
from app.use_cases.audit import audit_row
from app.use_cases.faults import fault
from app.use_cases.load import load


async def check_contact(
    session: AsyncSession, contact_id: UUID | None, *, programme_id: UUID, organisation_id: UUID
) -> None:
    """Refuse somebody who is no contact person of this programme at this employer."""
    if contact_id is None:
        return
    contact = await session.get(EmployerContact, contact_id)
    if contact is None or (contact.programme_id, contact.organisation_id) != (programme_id, organisation_id):
        unknown = Sentence("This is no contact person of this employer.")
        raise UnknownReference([fault("contact_id", "unknown", unknown)])


async def ask_about_the_rest(session: AsyncSession, *, by: Actor, contact_id: UUID) -> int:
    """Ask a contact person about every placement at the employer that runs and has none; answers how many."""
    contact = await load(session, EmployerContact, contact_id)
    without = select(Placement).where(
        col(Placement.programme_id) == contact.programme_id,
        col(Placement.organisation_id) == contact.organisation_id,
        col(Placement.contact_id).is_(None),
        col(Placement.ends_on).is_(None),
    )
    placements = (await session.scalars(without.with_for_update())).all()
    for placement in placements:
        placement.contact_id = contact.id
    await session.flush()
    if placements:
        await session.execute(insert(AuditEvent), [_event(by, one, contact.id) for one in placements])
    return len(placements)


def _event(by: Actor, placement: Placement, contact_id: UUID) -> dict[str, object]:
    changes = {"contact_id": (None, contact_id)}
    return audit_row(by, "change", "placement", placement.id, placement.programme_id, changes=changes)
