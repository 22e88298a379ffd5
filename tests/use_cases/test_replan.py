"""When placements, programmes or lives change, questions move along: none is lost, none is asked twice."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from app.actor import Actor
from app.models import AuditEvent, ConfirmationLink, FollowUp, Placement, Programme, Trajectory
from app.models.observation import ObservationFields
from app.models.programme import ProgrammeUpdate
from app.rules.code_lists import (
    Destination,
    EvidenceSource,
    FollowUpState,
    PlacementEndReason,
    SpellKind,
    TrajectoryEndReason,
    TrajectoryState,
)
from app.rules.trajectory_states import Step
from app.use_cases.change_placement import PlacementChange, PlacementEnd, change_placement, end_placement
from app.use_cases.change_programme import change_programme
from app.use_cases.close_follow_up import FollowUpClosed, close_follow_up
from app.use_cases.issue_confirmation_link import issue_confirmation_link
from app.use_cases.move_follow_up import FollowUpMoved, move_follow_up
from app.use_cases.plan_missing_follow_ups import plan_missing_follow_ups
from app.use_cases.record_observation import record_observation
from app.use_cases.start_placement import PlacementStarted, start_placement
from app.use_cases.step_taken import StepTaken
from app.use_cases.take_step import take_step
from tests.factories import TODAY, Factory

STARTED = date(2025, 12, 2)
"""Three months before the day on which tests take place."""

State = FollowUpState


@pytest.fixture
async def trajectory(make: Factory) -> Trajectory:
    programme = await make.programme(follow_up_months=[3])
    return await make.trajectory(programme, registered_on=STARTED, started_on=STARTED, state=TrajectoryState.ACTIVE)


@pytest.fixture
async def job(session: AsyncSession, operator: Actor, make: Factory, trajectory: Trajectory) -> Placement:
    return await started(session, operator, make, trajectory)


async def started(session: AsyncSession, by: Actor, make: Factory, trajectory: Trajectory, **fields: Any) -> Placement:
    values = {"kind": SpellKind.REGULAR_JOB, "starts_on": STARTED, **fields}
    began = PlacementStarted(organisation_id=(await make.organisation()).id, **values)
    return await start_placement(session, by=by, trajectory_id=trajectory.id, started=began)


async def begins(session: AsyncSession, by: Actor, job: Placement, day: date) -> None:
    change = PlacementChange(starts_on=day)
    await change_placement(session, by=by, placement_id=job.id, version=job.version, change=change)


async def all_of(session: AsyncSession) -> Sequence[FollowUp]:
    return (await session.scalars(select(FollowUp).order_by(col(FollowUp.month)))).all()


async def only(session: AsyncSession) -> FollowUp:
    [one] = await all_of(session)
    return one


async def asked_once(session: AsyncSession) -> FollowUp:
    follow_up = await only(session)
    follow_up.state, follow_up.times_asked, follow_up.last_asked_on = State.ASKED, 1, TODAY
    await session.flush()
    return follow_up


async def seen(session: AsyncSession, by: Actor, job: Placement, on: date) -> None:
    said = ObservationFields(placement_id=job.id, observed_on=on, in_paid_work=True, source=EvidenceSource.EMPLOYER)
    await record_observation(session, by=by, trajectory_id=job.trajectory_id, observation=said)


async def test_a_question_that_was_asked_and_then_lies_further_off_remembers_that_it_was_asked(
    session: AsyncSession, operator: Actor, job: Placement
) -> None:
    follow_up = await asked_once(session)
    await begins(session, operator, job, STARTED + timedelta(days=60))
    assert (follow_up.state, follow_up.times_asked, follow_up.last_asked_on) == (State.PLANNED, 1, TODAY)
    await begins(session, operator, job, STARTED + timedelta(days=2))
    assert (follow_up.state, follow_up.times_asked) == (State.ASKED, 1)


async def test_a_question_that_closed_unanswered_is_asked_again_about_its_new_day(
    session: AsyncSession, operator: Actor, make: Factory, trajectory: Trajectory
) -> None:
    trajectory = await make.trajectory(
        await make.programme(follow_up_months=[3]), registered_on=date(2025, 6, 2), started_on=date(2025, 6, 2)
    )
    job = await started(session, operator, make, trajectory, starts_on=date(2025, 6, 2))
    follow_up = await only(session)
    assert follow_up.state is State.UNANSWERED
    await begins(session, operator, job, STARTED)
    assert (follow_up.state, follow_up.closed_on, follow_up.due_on) == (State.DUE, None, TODAY)


async def test_an_answer_that_no_longer_proves_the_day_opens_the_question_again(
    session: AsyncSession, operator: Actor, job: Placement
) -> None:
    await seen(session, operator, job, TODAY)
    follow_up = await only(session)
    assert follow_up.state is State.ANSWERED
    await begins(session, operator, job, STARTED + timedelta(days=5))
    assert (follow_up.state, follow_up.answered_by, follow_up.due_on) == (State.DUE, None, TODAY + timedelta(days=5))


async def test_an_answer_that_still_proves_the_day_stays(
    session: AsyncSession, operator: Actor, job: Placement
) -> None:
    await seen(session, operator, job, TODAY)
    change = PlacementChange(hours=24)
    await change_placement(session, by=operator, placement_id=job.id, version=job.version, change=change)
    assert (await only(session)).state is State.ANSWERED


async def test_a_job_that_is_known_to_have_lasted_until_the_day_asks_nothing(
    session: AsyncSession, operator: Actor, make: Factory, job: Placement
) -> None:
    end = PlacementEnd(ends_on=TODAY)
    await end_placement(session, by=operator, placement_id=job.id, version=job.version, end=end)
    follow_up = await only(session)
    assert (follow_up.state, follow_up.answered_by, follow_up.closed_on) == (State.ANSWERED, None, TODAY)
    end = PlacementEnd(ends_on=TODAY - timedelta(days=1))
    await end_placement(session, by=operator, placement_id=job.id, version=job.version, end=end)
    assert (follow_up.state, follow_up.closed_on) == (State.DUE, None)


async def test_two_jobs_after_each_other_are_asked_about_once(
    session: AsyncSession, operator: Actor, make: Factory, trajectory: Trajectory, job: Placement
) -> None:
    end = PlacementEnd(ends_on=STARTED + timedelta(days=20))
    await end_placement(session, by=operator, placement_id=job.id, version=job.version, end=end)
    await started(session, operator, make, trajectory, starts_on=STARTED + timedelta(days=21))
    assert [one.placement_id for one in await all_of(session)] == [job.id]


async def moved(session: AsyncSession, by: Actor, to: date) -> FollowUp:
    one = await only(session)
    because = FollowUpMoved(due_on=to, reason="The contact is on leave")
    return await move_follow_up(session, by=by, follow_up_id=one.id, version=one.version, moved=because)


async def test_a_day_that_a_person_chose_stays_while_it_can_still_be_chosen(
    session: AsyncSession, operator: Actor, job: Placement
) -> None:
    chosen = TODAY + timedelta(days=20)
    follow_up = await moved(session, operator, chosen)
    await begins(session, operator, job, STARTED + timedelta(days=5))
    assert (follow_up.due_on, follow_up.computed_due_on) == (chosen, TODAY + timedelta(days=5))


async def test_a_day_that_a_person_chose_is_dropped_when_the_job_began_much_later_and_the_log_says_so(
    session: AsyncSession, operator: Actor, job: Placement
) -> None:
    follow_up = await moved(session, operator, TODAY + timedelta(days=20))
    await begins(session, operator, job, STARTED + timedelta(days=30))
    assert (follow_up.due_on, follow_up.computed_due_on, follow_up.moved_because) == (date(2026, 4, 1), None, None)
    told = (await session.scalars(select(AuditEvent).where(AuditEvent.action == "move back"))).one()
    assert told.changes == {"due_on": ["2026-03-22", "2026-04-01"]}


async def test_a_trajectory_that_ends_by_death_stops_every_question_and_link_of_this_person(
    session: AsyncSession, operator: Actor, make: Factory, trajectory: Trajectory, job: Placement
) -> None:
    await issue_confirmation_link(session, by=operator, placement_id=job.id)
    await asked_once(session)
    trajectory = await session.get_one(Trajectory, trajectory.id)
    taken = StepTaken(
        step=Step.DROP_OUT,
        on_date=TODAY,
        reason="Told by the family",
        end_reason=TrajectoryEndReason.DECEASED,
        destination=Destination.DECEASED,
    )
    await take_step(session, by=operator, trajectory_id=trajectory.id, version=trajectory.version, taken=taken)
    follow_up = await only(session)
    await session.refresh(follow_up)
    assert (follow_up.state, follow_up.reason) == (State.CANCELLED, "This person has died.")
    assert (await session.scalars(select(ConfirmationLink.revoked_at))).all() == [operator.at]
    again = StepTaken(step=Step.REOPEN, on_date=TODAY, reason="Another person of that name")
    await take_step(session, by=operator, trajectory_id=trajectory.id, version=trajectory.version, taken=again)
    assert (follow_up.state, follow_up.reason) == (State.ASKED, None)


async def test_a_death_at_the_end_of_a_later_job_stops_the_questions_about_the_first(
    session: AsyncSession, operator: Actor, make: Factory, trajectory: Trajectory, job: Placement
) -> None:
    later = await started(session, operator, make, trajectory, starts_on=STARTED + timedelta(days=21))
    end = PlacementEnd(ends_on=TODAY, end_reason=PlacementEndReason.DECEASED)
    await end_placement(session, by=operator, placement_id=later.id, version=later.version, end=end)
    assert (await only(session)).state is State.CANCELLED


async def test_a_death_stops_the_links_of_questions_that_were_answered_before_as_well(
    session: AsyncSession, operator: Actor, make: Factory, job: Placement
) -> None:
    follow_up = await only(session)
    await make.confirmation_link(job, follow_up_id=follow_up.id)
    follow_up.state = State.ANSWERED
    await session.flush()
    end = PlacementEnd(ends_on=TODAY, end_reason=PlacementEndReason.DECEASED)
    await end_placement(session, by=operator, placement_id=job.id, version=job.version, end=end)
    assert (await session.scalars(select(ConfirmationLink.revoked_at))).all() == [operator.at]


async def test_other_months_of_the_programme_bring_every_trajectory_in_step(
    session: AsyncSession, make: Factory, operator: Actor, trajectory: Trajectory, job: Placement
) -> None:
    programme = trajectory.programme_id
    assert await plan_missing_follow_ups(session, by=operator) == 0
    row = await session.get_one(Programme, programme)
    row.follow_up_months = [6]
    await session.flush()
    assert await plan_missing_follow_ups(session, by=operator, programme_id=programme) == 1
    found = {one.month: (one.state, one.reason) for one in await all_of(session)}
    assert found == {
        3: (State.CANCELLED, "The programme does not ask at this month any more."),
        6: (State.PLANNED, None),
    }
    row.follow_up_months = [3, 6]
    await session.flush()
    assert await plan_missing_follow_ups(session, by=operator, programme_id=programme) == 1
    assert [one.state for one in await all_of(session)] == [State.DUE, State.PLANNED]
    assert await plan_missing_follow_ups(session, by=operator) == 0


async def test_other_months_ring_for_the_worker_that_plans(
    session: AsyncSession, operator: Actor, trajectory: Trajectory
) -> None:
    change = ProgrammeUpdate(follow_up_months=[3, 6])
    await change_programme(session, by=operator, programme_id=trajectory.programme_id, version=1, change=change)
    waiting = text("select 1 from jobs.procrastinate_jobs where status = 'todo' and task_name = 'plan_follow_ups'")
    assert (await session.execute(waiting)).all()


async def test_what_a_person_stopped_does_not_come_back_by_itself(
    session: AsyncSession, operator: Actor, job: Placement
) -> None:
    one = await only(session)
    stopped = FollowUpClosed(state=State.CANCELLED, reason="Asked us to leave them in peace")
    await close_follow_up(session, by=operator, follow_up_id=one.id, version=one.version, closed=stopped)
    assert await plan_missing_follow_ups(session, by=operator) == 0
    await begins(session, operator, job, STARTED + timedelta(days=1))
    assert (one.state, one.reason) == (State.CANCELLED, "Asked us to leave them in peace")
