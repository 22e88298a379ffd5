"""One piece of work: what is kept of it, and what is told when it fails."""

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from app.actor import Actor
from app.jobs.carry_out import WorkFailed, carry_out, run_due_work
from app.jobs.job import Counts, Job
from app.jobs.move_follow_ups_on import MOVE_FOLLOW_UPS_ON
from app.models import PeriodicRun
from app.rules.background_work import Task
from tests.factories import Factory
from tests.jobs.to_open import follow_up_to_open


async def planted_fault(session: AsyncSession, make: Factory) -> None:
    """A follow-up that must open today, and a rule of the database that forbids it."""
    await follow_up_to_open(make, make.at.date())
    await session.execute(text("alter table follow_up add constraint planted check (state <> 'due')"))
    await session.flush()


async def runs(session: AsyncSession) -> dict[str, PeriodicRun]:
    found = await session.scalars(select(PeriodicRun), execution_options={"populate_existing": True})
    return {run.task: run for run in found}


async def test_a_fault_is_kept_and_told_by_its_kind_alone(
    session: AsyncSession, make: Factory, operator: Actor, caplog: pytest.LogCaptureFixture
) -> None:
    await planted_fault(session, make)
    with pytest.raises(WorkFailed) as failed:
        await carry_out(MOVE_FOLLOW_UPS_ON, operator)
    assert failed.value.__cause__ is None
    assert [record.getMessage() for record in caplog.records] == [
        "move_follow_ups_on failed and will be tried again: IntegrityError"
    ]
    run = (await runs(session))[Task.MOVE_FOLLOW_UPS_ON]
    assert (run.finished_at, run.failure) == (None, "IntegrityError")


async def test_when_one_thing_fails_the_rest_of_the_round_is_done(
    session: AsyncSession, make: Factory, operator: Actor
) -> None:
    await planted_fault(session, make)
    with pytest.raises(WorkFailed) as failed:
        await run_due_work(operator)
    assert failed.value.args == (Task.MOVE_FOLLOW_UPS_ON,)
    done = await runs(session)
    assert {task for task, run in done.items() if run.finished_at is None} == {Task.MOVE_FOLLOW_UPS_ON}
    assert Task.PLAN_FOLLOW_UPS in done


async def test_when_it_goes_well_again_the_fault_stays_readable_and_the_counts_are_new(
    session: AsyncSession, make: Factory, operator: Actor
) -> None:
    await planted_fault(session, make)
    with pytest.raises(WorkFailed):
        await carry_out(MOVE_FOLLOW_UPS_ON, operator)
    await session.execute(text("alter table follow_up drop constraint planted"))
    await session.flush()
    assert await carry_out(MOVE_FOLLOW_UPS_ON, operator) == {"opened": 1, "closed": 0}
    run = (await runs(session))[Task.MOVE_FOLLOW_UPS_ON]
    assert run.finished_at is not None
    assert run.failed_at is not None
    assert run.finished_at > run.failed_at
    assert run.counts == {"opened": 1, "closed": 0}


async def test_work_for_one_thing_says_nothing_of_the_whole(session: AsyncSession, operator: Actor) -> None:
    async def for_one(by: Actor, programme_id: str = "") -> Counts:
        return {"moved": 1}

    await carry_out(Job(Task.PLAN_FOLLOW_UPS, for_one), operator, programme_id="one")
    assert await runs(session) == {}


async def test_the_log_of_acts_says_that_the_program_did_it(
    session: AsyncSession, make: Factory, operator: Actor
) -> None:
    await follow_up_to_open(make, make.at.date())
    await run_due_work(operator)
    assert (await session.execute(text("select distinct origin from audit_event"))).scalars().all() == [
        "background work"
    ]
