"""Writing what was planned, in one transaction, with an audit event for everything written."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable

from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import SQLModel

from app.errors import Conflict
from app.models import (
    AuditEvent,
    CoachingContact,
    Cohort,
    FollowUp,
    LanguageMeasurement,
    Observation,
    Organisation,
    Participant,
    ParticipantProfile,
    Placement,
    Rating,
    ScreeningDecision,
    Trajectory,
    TrajectoryEvent,
)
from app.rules.sentence import Sentence
from app.use_cases.audit import audit_row
from app.use_cases.importing.follow_ups import Evidence, bring_up_to_date
from app.use_cases.importing.plan import FieldChanges, Plan

ORDER: tuple[type[SQLModel], ...] = (
    Organisation,
    Cohort,
    Participant,
    ParticipantProfile,
    Trajectory,
    TrajectoryEvent,
    ScreeningDecision,
    LanguageMeasurement,
    CoachingContact,
    Placement,
    Observation,
    Rating,
)
"""Tables in the order in which they refer to each other."""

Progress = Callable[[int, int], Awaitable[None]]
"""Told how much has been done, of how much."""


async def carry_out(session: AsyncSession, plan: Plan, evidence: Iterable[Evidence], progress: Progress | None) -> None:
    """Write a plan. Raises Conflict, with nothing written, when the database holds something that forbids it."""
    total = sum(len(rows) for rows in plan.new.values()) + len(plan.changed)
    done = 0
    try:
        for row, changes in plan.changed.values():
            for name, (_, new) in changes.items():
                setattr(row, name, new)
        for table in ORDER:
            session.add_all(plan.new[table])
            await session.flush()
            done += len(plan.new[table])
            if progress is not None and plan.new[table]:
                await progress(done, total)
        for one in evidence:
            for follow_up in bring_up_to_date(plan, one):
                plan.new[FollowUp].append(follow_up)
        session.add_all(plan.new[FollowUp])
        await session.flush()
    except IntegrityError as error:
        raise Conflict(
            Sentence(
                "The file contradicts what is recorded, perhaps in a programme that you cannot see. "
                "Nothing has been imported."
            )
        ) from error
    await _audit(session, plan)


async def _audit(session: AsyncSession, plan: Plan) -> None:
    events = [_event(plan, "import", row, {}) for rows in plan.new.values() for row in rows]
    events += [_event(plan, "change by import", row, changes) for row, changes in plan.changed.values()]
    if events:
        await session.execute(insert(AuditEvent), events)


def _event(plan: Plan, action: str, row: SQLModel, changes: FieldChanges) -> dict[str, object]:
    programme_ids = getattr(row, "programme_ids", None) or [getattr(row, "programme_id", None)]
    return audit_row(
        plan.by,
        action,
        str(row.__tablename__),
        object_id=getattr(row, "id"),  # noqa: B009  every table of the plan has it, their common class does not
        programme_id=programme_ids[0],
        changes=changes,
    )
