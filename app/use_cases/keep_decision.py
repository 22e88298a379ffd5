"""Keeps a decision on a candidate: beside what the check said at that moment, with a task for each condition."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.errors import FieldError
from app.models import AuditEvent, ScreeningDecision, Task, Trajectory
from app.rules.against_the_check import why_a_reason_is_asked
from app.rules.code_lists import Decision
from app.rules.entry_finding import EntryCheck
from app.rules.sentence import Sentence
from app.rules.trajectory_states import Asked
from app.use_cases.audit import audit_row
from app.use_cases.faults import fault, not_passed
from app.use_cases.step_taken import StepTaken
from app.use_cases.team_member import not_on_the_team


async def faults_of_decision(
    session: AsyncSession, trajectory: Trajectory, taken: StepTaken, check: EntryCheck | None, today: date
) -> Sequence[FieldError]:
    """What is not right about a decision beside the check, and about conditions. A step may be no decision at all."""
    verdict = check.verdict if check else None
    against = why_a_reason_is_asked(taken.decision, verdict) if taken.decision else None
    found = [
        fault("reason", "against-the-check", against) if against and Asked.REASON not in taken.given else None,
        _conditions_fault(taken, today),
        await not_on_the_team(session, "conditions_assigned_to", taken.conditions_assigned_to, trajectory.programme_id),
    ]
    return [one for one in found if one is not None]


def _conditions_fault(taken: StepTaken, today: date) -> FieldError | None:
    if not taken.conditions:
        return None
    if taken.decision is not Decision.ADMITTED_WITH_CONDITIONS:
        return fault("conditions", "not-allowed", Sentence("Only an admission has conditions."))
    if taken.conditions_due_on is None:
        missing = Sentence("Give the day before which the conditions must be met.")
        return fault("conditions_due_on", "missing", missing)
    return not_passed("conditions_due_on", taken.conditions_due_on, today)


async def keep_decision(
    session: AsyncSession, *, by: Actor, trajectory: Trajectory, taken: StepTaken, decision: Decision, check: EntryCheck
) -> ScreeningDecision:
    """Keep a decision with the check as it was on its day, and add a task for each condition."""
    kept = ScreeningDecision(
        **_keys(trajectory),
        decision=decision,
        decided_on=taken.on_date,
        reason=taken.reason,
        conditions=taken.conditions,
        check_verdict=check.verdict,
        check_result=check.as_stored(),
    )
    session.add(kept)
    await session.flush()
    shared: dict[str, Any] = {"due_on": taken.conditions_due_on, "assigned_to": taken.conditions_assigned_to}
    tasks = [
        Task(**_keys(trajectory), **shared, title=condition, screening_decision_id=kept.id)
        for condition in taken.conditions
    ]
    session.add_all(tasks)
    await session.flush()
    if tasks:
        rows = [audit_row(by, "add", "task", task.id, trajectory.programme_id) for task in tasks]
        await session.execute(insert(AuditEvent), rows)
    return kept


def _keys(trajectory: Trajectory) -> dict[str, Any]:
    return {
        "trajectory_id": trajectory.id,
        "programme_id": trajectory.programme_id,
        "participant_id": trajectory.participant_id,
    }
