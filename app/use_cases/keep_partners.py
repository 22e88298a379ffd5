"""Keeps who does what in a programme: adds a partner, changes what it does, and takes it away."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from app.actor import Actor
from app.models import Organisation, Programme, ProgrammePartner
from app.models.programme_partner import PartnerCreate, PartnerUpdate
from app.rules.code_lists import PartnerRole
from app.rules.permissions import Act
from app.rules.sentence import Sentence
from app.use_cases.audit import Changes, audit
from app.use_cases.faults import fault, raise_for
from app.use_cases.load import load_to_change
from app.use_cases.membership_roles import require
from app.use_cases.refer import referred_to
from app.use_cases.set_values import set_values


async def add_partner(session: AsyncSession, *, by: Actor, partner: PartnerCreate) -> ProgrammePartner:
    """Add what an organisation does in a programme. An organisation has each role at most once."""
    programme = await referred_to(session, Programme, partner.programme_id, field="programme_id")
    require(by, Act.CHANGE_PROGRAMME, programme.id)
    await referred_to(session, Organisation, partner.organisation_id, field="organisation_id")
    await _refuse_twice(session, programme.id, partner.organisation_id, partner.role)
    added = ProgrammePartner(**partner.model_dump())
    session.add(added)
    await session.flush()
    told: Changes = {"organisation_id": (None, partner.organisation_id), "role": (None, partner.role)}
    await _audit(session, by, "add", added, told)
    return added


async def change_partner(
    session: AsyncSession, *, by: Actor, partner_id: UUID, version: int, change: PartnerUpdate
) -> ProgrammePartner:
    """Change the role or the task of a partner; only the fields that were sent."""
    partner = await load_to_change(session, ProgrammePartner, partner_id, version)
    require(by, Act.CHANGE_PROGRAMME, partner.programme_id)
    values = change.model_dump(exclude_unset=True)
    if values.get("role", partner.role) != partner.role:
        await _refuse_twice(session, partner.programme_id, partner.organisation_id, values["role"])
    changes = set_values(partner, values)
    await session.flush()
    await _audit(session, by, "change", partner, changes)
    return partner


async def remove_partner(session: AsyncSession, *, by: Actor, partner_id: UUID, version: int) -> None:
    """Take a partner out of a programme. What it was stays in the log."""
    partner = await load_to_change(session, ProgrammePartner, partner_id, version)
    require(by, Act.CHANGE_PROGRAMME, partner.programme_id)
    await session.delete(partner)
    await session.flush()
    told: Changes = {
        "organisation_id": (partner.organisation_id, None),
        "role": (partner.role, None),
        "task": (partner.task, None),
    }
    await _audit(session, by, "remove", partner, told)


async def _refuse_twice(session: AsyncSession, programme_id: UUID, organisation_id: UUID, role: PartnerRole) -> None:
    same = select(ProgrammePartner.id).where(
        ProgrammePartner.programme_id == programme_id,
        ProgrammePartner.organisation_id == organisation_id,
        ProgrammePartner.role == role,
    )
    if (await session.scalars(same)).first() is not None:
        raise_for([fault("role", "twice", Sentence("This organisation does this in the programme already."))])


async def _audit(session: AsyncSession, by: Actor, action: str, partner: ProgrammePartner, changes: Changes) -> None:
    await audit(
        session,
        by=by,
        action=action,
        object_type="programme_partner",
        object_id=partner.id,
        programme_id=partner.programme_id,
        changes=changes,
    )
