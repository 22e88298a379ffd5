"""Taking a step with a trajectory."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from app.actor import Actor
from app.errors import ChangedMeanwhile, InvalidInput
from app.models import AuditEvent, ScreeningDecision, Trajectory, TrajectoryEvent
from app.rules.code_lists import Decision, Destination, EndOutcome, TrajectoryState
from app.rules.trajectory_states import Step
from app.use_cases.step_taken import StepTaken
from app.use_cases.take_step import take_step
from tests.factories import TODAY, Factory


async def take(session: AsyncSession, by: Actor, trajectory: Trajectory, step: Step, **fields: Any) -> Trajectory:
    return await take_step(
        session,
        by=by,
        trajectory_id=trajectory.id,
        version=fields.pop("version", trajectory.version),
        taken=StepTaken(step=step, **{"on_date": TODAY, **fields}),
    )


async def test_admitting_keeps_the_decision_the_event_and_the_audit_row(
    session: AsyncSession, operator: Actor, make: Factory
) -> None:
    candidate = await make.trajectory(await make.programme(), state=TrajectoryState.SCREENING, started_on=None)
    admitted = await take(session, operator, candidate, Step.ADMIT, conditions=["A1 first"], conditions_due_on=TODAY)
    assert (admitted.state, admitted.decision) == (TrajectoryState.ADMITTED, Decision.ADMITTED_WITH_CONDITIONS)
    assert (admitted.screened_on, admitted.decided_on) == (TODAY, TODAY)
    decision = (await session.scalars(select(ScreeningDecision))).one()
    assert (decision.decision, decision.conditions) == (Decision.ADMITTED_WITH_CONDITIONS, ["A1 first"])
    event = (await session.scalars(select(TrajectoryEvent))).one()
    assert (event.from_state, event.to_state, event.on_date) == ("screening", "admitted", TODAY)
    act = (await session.scalars(select(AuditEvent).where(AuditEvent.object_type == "trajectory"))).one()
    assert act.changes["state"] == ["screening", "admitted"]


async def test_a_step_that_is_not_allowed_changes_nothing(
    session: AsyncSession, operator: Actor, make: Factory
) -> None:
    active = await make.trajectory(await make.programme())
    with pytest.raises(InvalidInput) as refused:
        await take(session, operator, active, Step.ADMIT)
    assert [error.name for error in refused.value.errors] == ["step"]
    assert (await session.scalars(select(TrajectoryEvent))).all() == []


async def test_reopening_takes_the_end_back(session: AsyncSession, operator: Actor, make: Factory) -> None:
    active = await make.trajectory(await make.programme())
    ended = await take(session, operator, active, Step.COMPLETE, destination=Destination.PAID_WORK)
    assert (ended.ended_on, ended.end_outcome) == (TODAY, EndOutcome.COMPLETED)
    reopened = await take(session, operator, ended, Step.REOPEN, reason="Recorded for the wrong person")
    assert (reopened.state, reopened.ended_on, reopened.end_outcome) == (TrajectoryState.ACTIVE, None, None)


async def test_of_two_people_who_take_a_step_at_once_the_second_overwrites_nothing(
    session: AsyncSession, operator: Actor, make: Factory
) -> None:
    active = await make.trajectory(await make.programme())
    read_by_both = active.version
    paused = await take(session, operator, active, Step.PAUSE, reason="Ill", version=read_by_both)
    with pytest.raises(ChangedMeanwhile):
        await take(session, operator, active, Step.COMPLETE, destination=Destination.NONE, version=read_by_both)
    assert paused.state is TrajectoryState.PAUSED


async def test_a_step_does_not_come_before_the_start(session: AsyncSession, operator: Actor, make: Factory) -> None:
    active = await make.trajectory(await make.programme(), started_on=date(2026, 1, 5))
    with pytest.raises(InvalidInput, match="2026-01-05"):
        await take(session, operator, active, Step.PAUSE, reason="Ill", on_date=date(2026, 1, 4))


async def test_a_trajectory_does_not_start_after_its_first_placement(
    session: AsyncSession, operator: Actor, make: Factory
) -> None:
    admitted = await make.trajectory(await make.programme(), state=TrajectoryState.ADMITTED, started_on=None)
    await make.placement(admitted, starts_on=date(2026, 2, 20))
    with pytest.raises(InvalidInput) as refused:
        await take(session, operator, admitted, Step.START, on_date=date(2026, 2, 21))
    assert [error.name for error in refused.value.errors] == ["on_date"]
    started = await take(session, operator, admitted, Step.START, on_date=date(2026, 2, 20))
    assert started.started_on == date(2026, 2, 20)
