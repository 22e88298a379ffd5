"""Changes a programme."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from app.actor import Actor
from app.errors import Conflict
from app.models import Programme
from app.models.programme import ProgrammeUpdate
from app.models.programme_design import AskingPolicy
from app.rules.background_work import Task
from app.rules.permissions import Act
from app.rules.sentence import Sentence
from app.use_cases.audit import Changes, audit
from app.use_cases.check_asking import refuse_impossible_asking
from app.use_cases.enqueue import enqueue
from app.use_cases.load import load_to_change
from app.use_cases.membership_roles import require
from app.use_cases.metrics_of_references import refuse_foreign_metrics
from app.use_cases.rename_phases import rename_phases
from app.use_cases.set_values import set_values


async def change_programme(
    session: AsyncSession,
    *,
    by: Actor,
    programme_id: UUID,
    version: int,
    change: ProgrammeUpdate,
    renamed_phases: Mapping[str, str] | None = None,
) -> Programme:
    """Change the fields that were sent. With other months everybody's follow-ups are planned anew, by the worker.

    People in a phase and its funding follow it to its new name (old → new). Raises Conflict when another programme
    has the name.
    """
    programme = await load_to_change(session, Programme, programme_id, version)
    require(by, Act.CHANGE_PROGRAMME, programme.id)
    values = change.model_dump(exclude_unset=True)
    await _refuse_name_of_another(session, programme.id, values.get("name"))
    if "phases" in values:
        renamed = renamed_phases or {}
        gone = _names(programme.model_dump()["phases"]) - _names(values["phases"]) - renamed.keys()
        await rename_phases(session, by=by, programme_id=programme.id, gone=gone, renamed=renamed)
    refuse_impossible_asking(values.get("asking"))
    await refuse_foreign_metrics(session, programme.id, change.evaluation)
    changes = set_values(programme, values)
    await session.flush()
    if "follow_up_months" in changes:
        await enqueue(session, Task.PLAN_FOLLOW_UPS)
    await audit(
        session,
        by=by,
        action="change",
        object_type="programme",
        object_id=programme.id,
        programme_id=programme.id,
        changes=_told_apart(changes),
    )
    return programme


def _told_apart(changes: Changes) -> Changes:
    """How a programme asks is told thing by thing, so that the log holds what changed without the names in it."""
    old, new = changes.get("asking", (None, None))
    before, after = (AskingPolicy.model_validate(said or {}).model_dump() for said in (old, new))
    others = {name: change for name, change in changes.items() if name != "asking"}
    return others | {name: (before[name], after[name]) for name in before if before[name] != after[name]}


def _names(phases: list[dict[str, Any]]) -> set[str]:
    return {phase["name"] for phase in phases}


async def _refuse_name_of_another(session: AsyncSession, programme_id: UUID, name: str | None) -> None:
    same_name = select(Programme.id).where(Programme.name == name, Programme.id != programme_id)
    if name is not None and (await session.scalars(same_name)).first() is not None:
        raise Conflict(Sentence("There is a programme of this name already."))
