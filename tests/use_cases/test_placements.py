"""Placements and the follow-ups that come with them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from app.actor import Actor
from app.errors import InvalidInput
from app.models import FollowUp, Placement, Trajectory
from app.rules.code_lists import EvidenceSource, FollowUpState, PlacementEndReason, SpellKind
from app.use_cases.change_placement import PlacementChange, PlacementEnd, change_placement, end_placement
from app.use_cases.start_placement import PlacementStarted, start_placement
from tests.factories import TODAY, Factory


async def start(session: AsyncSession, by: Actor, make: Factory, trajectory: Trajectory, **fields: Any) -> Placement:
    employer = await make.organisation()
    values = {"kind": SpellKind.REGULAR_JOB, "starts_on": date(2026, 2, 2), **fields}
    started = PlacementStarted(organisation_id=employer.id, **values)
    return await start_placement(session, by=by, trajectory_id=trajectory.id, started=started)


async def follow_ups(session: AsyncSession) -> Sequence[FollowUp]:
    return (await session.scalars(select(FollowUp).order_by(col(FollowUp.due_on)))).all()


async def test_the_first_paid_job_plans_the_follow_ups_of_the_programme(
    session: AsyncSession, operator: Actor, make: Factory
) -> None:
    trajectory = await make.trajectory(await make.programme(follow_up_months=[3, 6]))
    job = await start(session, operator, make, trajectory)
    planned = await follow_ups(session)
    assert [(one.placement_id, one.due_on, one.state) for one in planned] == [
        (job.id, date(2026, 5, 2), FollowUpState.PLANNED),
        (job.id, date(2026, 8, 2), FollowUpState.PLANNED),
    ]
    await session.refresh(trajectory := await session.get_one(Trajectory, trajectory.id))
    assert trajectory.next_follow_up_on == date(2026, 5, 2)


async def test_an_internship_and_a_second_job_plan_nothing(
    session: AsyncSession, operator: Actor, make: Factory
) -> None:
    trajectory = await make.trajectory(await make.programme(follow_up_months=[3]))
    await start(session, operator, make, trajectory, kind=SpellKind.INTERNSHIP)
    assert await follow_ups(session) == []
    first = await start(session, operator, make, trajectory)
    await start(session, operator, make, trajectory, starts_on=date(2026, 2, 20))
    assert [one.placement_id for one in await follow_ups(session)] == [first.id]


async def test_an_earlier_job_that_becomes_known_takes_the_follow_ups_over(
    session: AsyncSession, operator: Actor, make: Factory
) -> None:
    trajectory = await make.trajectory(await make.programme(follow_up_months=[3]))
    later = await start(session, operator, make, trajectory)
    earlier = await start(session, operator, make, trajectory, starts_on=date(2026, 1, 10))
    assert {one.placement_id: one.state for one in await follow_ups(session)} == {
        later.id: FollowUpState.CANCELLED,
        earlier.id: FollowUpState.PLANNED,
    }


async def test_a_job_recorded_long_after_its_start_has_questions_that_nobody_answered(
    session: AsyncSession, operator: Actor, make: Factory
) -> None:
    march = date(2025, 3, 1)
    programme = await make.programme(follow_up_months=[3, 12])
    trajectory = await make.trajectory(programme, registered_on=march, started_on=march)
    await start(session, operator, make, trajectory, starts_on=march)
    assert [one.state for one in await follow_ups(session)] == [FollowUpState.UNANSWERED, FollowUpState.DUE]


async def test_another_start_moves_the_follow_ups(session: AsyncSession, operator: Actor, make: Factory) -> None:
    trajectory = await make.trajectory(await make.programme(follow_up_months=[3]))
    job = await start(session, operator, make, trajectory)
    change = PlacementChange(starts_on=date(2026, 2, 9))
    await change_placement(session, by=operator, placement_id=job.id, version=job.version, change=change)
    assert [one.due_on for one in await follow_ups(session)] == [date(2026, 5, 9)]


async def test_nobody_is_asked_about_somebody_who_has_died(
    session: AsyncSession, operator: Actor, make: Factory
) -> None:
    trajectory = await make.trajectory(await make.programme(follow_up_months=[3]))
    job = await start(session, operator, make, trajectory)
    end = PlacementEnd(ends_on=TODAY, end_reason=PlacementEndReason.DECEASED, end_source=EvidenceSource.EMPLOYER)
    await end_placement(session, by=operator, placement_id=job.id, version=job.version, end=end)
    assert [one.state for one in await follow_ups(session)] == [FollowUpState.CANCELLED]


async def test_a_job_does_not_end_before_it_starts(session: AsyncSession, operator: Actor, make: Factory) -> None:
    job = await start(session, operator, make, await make.trajectory(await make.programme()))
    with pytest.raises(InvalidInput) as refused:
        await end_placement(
            session,
            by=operator,
            placement_id=job.id,
            version=job.version,
            end=PlacementEnd(ends_on=date(2026, 2, 1)),
        )
    assert [error.name for error in refused.value.errors] == ["ends_on"]


async def test_a_job_does_not_start_before_the_trajectory(
    session: AsyncSession, operator: Actor, make: Factory
) -> None:
    trajectory = await make.trajectory(await make.programme(), started_on=date(2026, 2, 2))
    with pytest.raises(InvalidInput) as refused:
        await start(session, operator, make, trajectory, starts_on=date(2026, 2, 1))
    assert [error.name for error in refused.value.errors] == ["starts_on"]
    job = await start(session, operator, make, trajectory, starts_on=date(2026, 2, 2))
    change = PlacementChange(starts_on=date(2026, 2, 1))
    with pytest.raises(InvalidInput):
        await change_placement(session, by=operator, placement_id=job.id, version=job.version, change=change)


async def test_a_job_may_follow_one_of_an_earlier_trajectory_of_the_same_person(
    session: AsyncSession, operator: Actor, make: Factory
) -> None:
    programme = await make.programme()
    person = await make.participant(programme)
    earlier = await make.placement(await make.trajectory(programme, person))
    job = await start(session, operator, make, await make.trajectory(programme, person), follows_id=earlier.id)
    assert job.follows_id == earlier.id


async def test_a_job_does_not_follow_one_of_somebody_else(
    session: AsyncSession, operator: Actor, make: Factory
) -> None:
    programme = await make.programme()
    of_somebody_else = await make.placement(await make.trajectory(programme))
    with pytest.raises(InvalidInput) as refused:
        await start(session, operator, make, await make.trajectory(programme), follows_id=of_somebody_else.id)
    assert [error.name for error in refused.value.errors] == ["follows_id"]
