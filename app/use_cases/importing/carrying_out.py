"""Writing what was planned, in one transaction, with an audit event for everything written."""

from __future__ import annotations

import asyncio
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
    EmployerContact,
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
from app.use_cases.revoke_links import revoke_links

SURROUNDINGS: tuple[type[SQLModel], ...] = (Organisation, Cohort, EmployerContact)
"""What changed rows may refer to: it comes before the changes."""
FACTS: tuple[type[SQLModel], ...] = (
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

PORTION = 500
"""Rows that are sent together; in between, other requests get their turn."""

Progress = Callable[[int, int], Awaitable[None]]
"""Told how much has been done, of how much."""


async def carry_out(session: AsyncSession, plan: Plan, evidence: Iterable[Evidence], progress: Progress | None) -> None:
    """Write a plan. Raises Conflict, with nothing written, when the database holds something that forbids it."""
    writing = _Writing(session, plan, progress)
    try:
        await writing.add(SURROUNDINGS)
        await writing.change()
        await writing.add(FACTS)
        stopped: list[FollowUp] = []
        for one in evidence:
            done = bring_up_to_date(plan, one)
            plan.new[FollowUp].extend(done.new)
            stopped += done.stopped
            for follow_up, moved_to in done.moved_back:
                plan.changed[follow_up.id] = (follow_up, {"due_on": (moved_to, follow_up.due_on)})
            await asyncio.sleep(0)  # this takes the processor only: let other requests have their turn
        writing.total += len(plan.new[FollowUp])
        await writing.add((FollowUp,))
        await session.flush()
        await revoke_links(session, by=plan.by, follow_ups=stopped)
    except IntegrityError as error:
        raise Conflict(
            Sentence(
                "The file contradicts what is recorded, perhaps in a programme that you cannot see. "
                "Nothing has been imported."
            )
        ) from error
    await _audit(session, plan)


class _Writing:
    """Sends rows in portions, and tells how far it is."""

    def __init__(self, session: AsyncSession, plan: Plan, progress: Progress | None) -> None:
        self.session, self.plan, self.progress = session, plan, progress
        self.total = sum(len(rows) for rows in plan.new.values()) + len(plan.changed)
        self.done = 0

    async def add(self, tables: Iterable[type[SQLModel]]) -> None:
        """Write the new rows of some tables, in this order."""
        for table in tables:
            rows = self.plan.new[table]
            for start in range(0, len(rows), PORTION):
                portion = rows[start : start + PORTION]
                self.session.add_all(portion)
                await self._written(len(portion))

    async def change(self) -> None:
        """Write the changes to rows that are there."""
        for row, changes in self.plan.changed.values():
            for name, (_, new) in changes.items():
                setattr(row, name, new)
        await self._written(len(self.plan.changed))

    async def _written(self, count: int) -> None:
        await self.session.flush()
        self.done += count
        if self.progress is not None and count:
            await self.progress(self.done, self.total)


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
