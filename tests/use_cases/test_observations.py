"""Observations, and the follow-ups that they answer."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from app.actor import Actor
from app.errors import Conflict, InvalidInput
from app.models import FollowUp, Observation, Placement, Trajectory
from app.models.observation import ObservationFields
from app.rules.code_lists import EvidenceSource, FollowUpState, SpellKind
from app.use_cases.close_follow_up import FollowUpClosed, close_follow_up
from app.use_cases.correct_observation import correct_observation
from app.use_cases.record_observation import record_observation
from app.use_cases.start_placement import PlacementStarted, start_placement
from tests.factories import TODAY, Factory

STARTED = date(2025, 12, 2)
"""Three months before the day on which tests take place."""


@pytest.fixture
async def trajectory(make: Factory) -> Trajectory:
    return await make.trajectory(await make.programme(follow_up_months=[3]), registered_on=STARTED, started_on=STARTED)


@pytest.fixture
async def job(session: AsyncSession, operator: Actor, make: Factory, trajectory: Trajectory) -> Placement:
    employer = await make.organisation()
    started = PlacementStarted(organisation_id=employer.id, kind=SpellKind.REGULAR_JOB, starts_on=STARTED)
    return await start_placement(session, by=operator, trajectory_id=trajectory.id, started=started)


def said(placement_id: UUID | None = None, **fields: Any) -> ObservationFields:
    values = {"observed_on": TODAY, "in_paid_work": True, "source": EvidenceSource.EMPLOYER, **fields}
    return ObservationFields(placement_id=placement_id, **values)


async def follow_up(session: AsyncSession) -> FollowUp:
    return (await session.scalars(select(FollowUp))).one()


async def test_an_observation_within_the_window_answers_the_follow_up(
    session: AsyncSession, operator: Actor, trajectory: Trajectory, job: Placement
) -> None:
    observed = await record_observation(session, by=operator, trajectory_id=trajectory.id, observation=said(job.id))
    answered = await follow_up(session)
    assert (answered.state, answered.closed_on, answered.answered_by) == (FollowUpState.ANSWERED, TODAY, observed.id)


async def test_an_observation_before_the_window_answers_nothing(
    session: AsyncSession, operator: Actor, trajectory: Trajectory, job: Placement
) -> None:
    early = said(job.id, observed_on=TODAY - timedelta(days=30))
    await record_observation(session, by=operator, trajectory_id=trajectory.id, observation=early)
    assert (await follow_up(session)).state is FollowUpState.DUE


async def test_a_correction_keeps_both_and_asks_again_when_it_no_longer_answers(
    session: AsyncSession, operator: Actor, trajectory: Trajectory, job: Placement
) -> None:
    wrong = await record_observation(session, by=operator, trajectory_id=trajectory.id, observation=said(job.id))
    right = said(job.id, observed_on=TODAY - timedelta(days=30))
    corrected = await correct_observation(session, by=operator, observation_id=wrong.id, observation=right)
    both = {one.id: one.superseded_at for one in (await session.scalars(select(Observation))).all()}
    assert both == {wrong.id: operator.at, corrected.id: None}
    assert corrected.supersedes_id == wrong.id
    assert ((await follow_up(session)).state, (await follow_up(session)).answered_by) == (FollowUpState.DUE, None)


async def test_what_has_been_corrected_is_not_corrected_a_second_time(
    session: AsyncSession, operator: Actor, trajectory: Trajectory, job: Placement
) -> None:
    wrong = await record_observation(session, by=operator, trajectory_id=trajectory.id, observation=said(job.id))
    await correct_observation(session, by=operator, observation_id=wrong.id, observation=said(in_paid_work=False))
    with pytest.raises(Conflict):
        await correct_observation(session, by=operator, observation_id=wrong.id, observation=said())


async def test_nobody_can_say_today_what_holds_tomorrow(
    session: AsyncSession, operator: Actor, trajectory: Trajectory
) -> None:
    tomorrow = said(observed_on=TODAY + timedelta(days=1))
    with pytest.raises(InvalidInput):
        await record_observation(session, by=operator, trajectory_id=trajectory.id, observation=tomorrow)


async def test_a_placement_of_somebody_else_is_refused(
    session: AsyncSession, operator: Actor, make: Factory, trajectory: Trajectory
) -> None:
    elsewhere = await make.placement(await make.trajectory(await make.programme()))
    with pytest.raises(InvalidInput) as refused:
        await record_observation(session, by=operator, trajectory_id=trajectory.id, observation=said(elsewhere.id))
    assert [error.name for error in refused.value.errors] == ["placement_id"]


async def test_a_follow_up_that_nobody_answers_is_closed_as_unreachable_and_stays_unknown(
    session: AsyncSession, operator: Actor, trajectory: Trajectory, job: Placement
) -> None:
    open_one = await follow_up(session)
    closed = FollowUpClosed(state=FollowUpState.UNREACHABLE, reason="Three calls")
    await close_follow_up(session, by=operator, follow_up_id=open_one.id, version=open_one.version, closed=closed)
    assert ((await follow_up(session)).state, (await follow_up(session)).closed_on) == ("unreachable", TODAY)
    assert (await session.scalars(select(Observation))).all() == []


async def test_a_job_confirmed_long_after_a_question_was_closed_answers_it_too(
    session: AsyncSession, operator: Actor, make: Factory, trajectory: Trajectory
) -> None:
    job = await make.placement(trajectory, starts_on=date(2025, 5, 1))
    await make.follow_up(
        job,
        due_on=date(2025, 8, 1),
        opens_on=date(2025, 7, 18),
        closes_on=date(2025, 9, 30),
        state=FollowUpState.UNANSWERED,
        closed_on=date(2025, 9, 30),
    )
    observed = await record_observation(session, by=operator, trajectory_id=trajectory.id, observation=said(job.id))
    answered = await follow_up(session)
    assert (answered.state, answered.closed_on, answered.answered_by) == (FollowUpState.ANSWERED, TODAY, observed.id)


@pytest.mark.parametrize("state", [FollowUpState.REFUSED, FollowUpState.UNREACHABLE])
async def test_that_somebody_refused_or_could_not_be_reached_stays_in_the_file(
    session: AsyncSession, operator: Actor, trajectory: Trajectory, job: Placement, state: FollowUpState
) -> None:
    open_one = await follow_up(session)
    closed = FollowUpClosed(state=state)
    await close_follow_up(session, by=operator, follow_up_id=open_one.id, version=open_one.version, closed=closed)
    await record_observation(session, by=operator, trajectory_id=trajectory.id, observation=said(job.id))
    assert (await follow_up(session)).state is state


async def test_after_a_correction_another_observation_that_answers_takes_its_place(
    session: AsyncSession, operator: Actor, trajectory: Trajectory, job: Placement
) -> None:
    a_day_ago = said(job.id, observed_on=TODAY - timedelta(days=1))
    wrong = await record_observation(session, by=operator, trajectory_id=trajectory.id, observation=a_day_ago)
    other = await record_observation(session, by=operator, trajectory_id=trajectory.id, observation=said(job.id))
    early = said(job.id, observed_on=TODAY - timedelta(days=30))
    await correct_observation(session, by=operator, observation_id=wrong.id, observation=early)
    assert (await follow_up(session)).answered_by == other.id


async def test_a_job_recorded_afterwards_asks_nothing_that_was_seen_already(
    session: AsyncSession, operator: Actor, make: Factory, trajectory: Trajectory
) -> None:
    seen = await record_observation(session, by=operator, trajectory_id=trajectory.id, observation=said())
    started = PlacementStarted(
        organisation_id=(await make.organisation()).id, kind=SpellKind.REGULAR_JOB, starts_on=STARTED
    )
    await start_placement(session, by=operator, trajectory_id=trajectory.id, started=started)
    assert (await follow_up(session)).answered_by == seen.id
