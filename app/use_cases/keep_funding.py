"""Keeps who pays for a programme: adds funding, changes it, and takes it away."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.models import Organisation, Programme, ProgrammeFunding
from app.models.programme_funding import FundingCreate, FundingUpdate
from app.rules.permissions import Act
from app.rules.sentence import Sentence
from app.use_cases.audit import Changes, audit
from app.use_cases.faults import fault, not_before, raise_for
from app.use_cases.load import load, load_to_change
from app.use_cases.membership_roles import require
from app.use_cases.refer import referred_to
from app.use_cases.set_values import set_values

TOLD = ("source", "organisation_id", "amount", "starts_on", "ends_on", "phases")


async def add_funding(session: AsyncSession, *, by: Actor, funding: FundingCreate) -> ProgrammeFunding:
    """Add a sum of money for a programme or for some of its phases."""
    programme = await referred_to(session, Programme, funding.programme_id, field="programme_id")
    require(by, Act.CHANGE_PROGRAMME, programme.id)
    values = funding.model_dump()
    await _refuse_impossible(session, programme, values)
    added = ProgrammeFunding(**values)
    session.add(added)
    await session.flush()
    await _audit(session, by, "add", added, {name: (None, values[name]) for name in TOLD if values[name]})
    return added


async def change_funding(
    session: AsyncSession, *, by: Actor, funding_id: UUID, version: int, change: FundingUpdate
) -> ProgrammeFunding:
    """Change the fields that were sent."""
    funding = await load_to_change(session, ProgrammeFunding, funding_id, version)
    require(by, Act.CHANGE_PROGRAMME, funding.programme_id)
    programme = await load(session, Programme, funding.programme_id)
    values = change.model_dump(exclude_unset=True)
    await _refuse_impossible(session, programme, {**funding.model_dump(), **values})
    changes = set_values(funding, values)
    await session.flush()
    await _audit(session, by, "change", funding, changes)
    return funding


async def remove_funding(session: AsyncSession, *, by: Actor, funding_id: UUID, version: int) -> None:
    """Take funding away that should not have been recorded. What it was stays in the log."""
    funding = await load_to_change(session, ProgrammeFunding, funding_id, version)
    require(by, Act.CHANGE_PROGRAMME, funding.programme_id)
    await session.delete(funding)
    await session.flush()
    told = {name: (old, None) for name in TOLD if (old := getattr(funding, name))}
    await _audit(session, by, "remove", funding, told)


async def _refuse_impossible(session: AsyncSession, programme: Programme, values: Mapping[str, Any]) -> None:
    names = {str(phase["name"]) for phase in programme.model_dump()["phases"]}
    unknown = fault("phases", "unknown", Sentence("The programme has no phase of this name."))
    raise_for(
        [
            not_before("ends_on", values["ends_on"], values["starts_on"] or date.min),
            None if names.issuperset(values["phases"]) else unknown,
        ]
    )
    if values["organisation_id"] is not None:
        await referred_to(session, Organisation, values["organisation_id"], field="organisation_id")


async def _audit(session: AsyncSession, by: Actor, action: str, funding: ProgrammeFunding, changes: Changes) -> None:
    await audit(
        session,
        by=by,
        action=action,
        object_type="programme_funding",
        object_id=funding.id,
        programme_id=funding.programme_id,
        changes=changes,
    )
