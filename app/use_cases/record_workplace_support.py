"""Records what is arranged at work for a placement, and whether a promised job was kept."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import defer, undefer
from sqlmodel import col, select

from app.actor import Actor, Audience
from app.errors import ChangedMeanwhile, Conflict
from app.models import Placement, WorkplaceSupport
from app.models.workplace_support import WorkplaceSupportFields
from app.rules.code_lists import EvidenceSource
from app.rules.sentence import Sentence
from app.use_cases.audit import audit
from app.use_cases.faults import not_before, raise_for
from app.use_cases.load import load


async def record_workplace_support(
    session: AsyncSession, *, by: Actor, placement_id: UUID, support: WorkplaceSupportFields, version: int | None = None
) -> WorkplaceSupport:
    """Record one kind of support, in the place of what was known of it. An employer writes no note and reads none.

    `version` is the one that the actor read, 0 when there was nothing. Raises ChangedMeanwhile when there is a later
    one, and Conflict when there is something after all.
    """
    placement = await load(session, Placement, placement_id)
    raise_for([not_before("ends_on", support.ends_on, support.starts_on)] if support.starts_on else [])
    at_employers_door = by.audience is Audience.EMPLOYER
    values = support.model_dump(exclude={"note"} if at_employers_door else None)
    if at_employers_door:
        values["source"] = EvidenceSource.EMPLOYER
    known = await _known(session, placement, support, at_employers_door=at_employers_door)
    if known and version == 0:
        raise Conflict(Sentence("This kind of support has been recorded already. Look at that first."))
    if version is not None and version != (known.version if known else 0):
        raise ChangedMeanwhile(Sentence("Somebody else changed this while you were busy. Nothing was overwritten."))
    changes = {name: (getattr(known, name, None), new) for name, new in values.items()}
    changes = {name: pair for name, pair in changes.items() if pair[0] != pair[1]}
    if known is None:
        known = WorkplaceSupport(**values, placement_id=placement.id, **placement.fact_keys)
        session.add(known)
    for name, (_, new) in changes.items():
        setattr(known, name, new)
    await session.flush()
    if changes:
        await audit(
            session,
            by=by,
            action="record",
            object_type="workplace_support",
            object_id=known.id,
            programme_id=placement.programme_id,
            changes=changes,
        )
    return known


async def _known(
    session: AsyncSession, placement: Placement, support: WorkplaceSupportFields, *, at_employers_door: bool
) -> WorkplaceSupport | None:
    note = WorkplaceSupport.note
    same = (
        select(WorkplaceSupport)
        .where(col(WorkplaceSupport.placement_id) == placement.id, col(WorkplaceSupport.kind) == support.kind)
        .options(defer(note, raiseload=True) if at_employers_door else undefer(note))  # type: ignore[arg-type]
        .execution_options(populate_existing=True)
    )
    return (await session.scalars(same.with_for_update())).one_or_none()
