"""An employer answers: still here, changed, left, or never worked here."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from app.actor import Actor
from app.errors import Conflict, InvalidInput
from app.models import AuditEvent, ConfirmationLink, FollowUp, Observation, Placement, Trajectory
from app.rules.code_lists import Contract, EvidenceSource, FollowUpState, PlacementEndReason, SpellKind
from app.rules.employer_answer import NOT_AN_EMPLOYEE, Answer
from app.use_cases.confirm_placement import EmployerAnswered, confirm_placement
from app.use_cases.employer_question import question_of_link
from app.use_cases.issue_confirmation_link import IssuedLink, issue_confirmation_link
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


@pytest.fixture
async def issued(session: AsyncSession, operator: Actor, job: Placement) -> IssuedLink:
    return await issue_confirmation_link(session, by=operator, placement_id=job.id)


async def answer(session: AsyncSession, by: Actor, issued: IssuedLink, what: Answer, **details: Any) -> None:
    question = await question_of_link(session, issued.link)
    await confirm_placement(session, by=by, question=question, answered=EmployerAnswered(answer=what, **details))


async def observations(session: AsyncSession) -> list[Observation]:
    return list(await session.scalars(select(Observation).order_by(Observation.recorded_at)))  # type: ignore[arg-type]


async def follow_up(session: AsyncSession) -> FollowUp:
    return (await session.scalars(select(FollowUp))).one()


async def test_still_here_is_evidence_of_today_and_answers_the_follow_up(
    session: AsyncSession, operator: Actor, job: Placement, issued: IssuedLink
) -> None:
    await answer(session, operator, issued, Answer.STILL_HERE)
    [said] = await observations(session)
    assert (said.placement_id, said.observed_on, said.in_paid_work) == (job.id, TODAY, True)
    assert (said.source, said.same_conditions) == (EvidenceSource.EMPLOYER, True)
    answered = await follow_up(session)
    assert (answered.state, answered.closed_on, answered.answered_by) == (FollowUpState.ANSWERED, TODAY, said.id)
    assert (issued.link.answered_at, issued.link.observation_id) == (operator.at, said.id)


async def test_a_change_keeps_the_new_hours_and_contract_with_the_evidence(
    session: AsyncSession, operator: Actor, issued: IssuedLink
) -> None:
    await answer(session, operator, issued, Answer.CHANGED, hours=24, contract=Contract.PERMANENT)
    [said] = await observations(session)
    assert (said.same_conditions, said.hours, said.contract) == (False, 24, Contract.PERMANENT)


async def test_having_left_ends_the_placement_and_is_no_statement_about_other_work(
    session: AsyncSession, operator: Actor, job: Placement, issued: IssuedLink
) -> None:
    last_day = TODAY - timedelta(days=40)
    await answer(session, operator, issued, Answer.LEFT, left_on=last_day, end_reason=PlacementEndReason.RESIGNED)
    assert (job.ends_on, job.end_reason) == (last_day, PlacementEndReason.RESIGNED)
    assert job.end_source is EvidenceSource.EMPLOYER
    [said] = await observations(session)
    assert (said.observed_on, said.in_paid_work) == (last_day, True)
    assert (await follow_up(session)).state is FollowUpState.ANSWERED


async def test_a_last_day_from_the_register_stays_when_the_employer_says_another(
    session: AsyncSession, operator: Actor, job: Placement, issued: IssuedLink
) -> None:
    job.ends_on, job.end_source = TODAY - timedelta(days=20), EvidenceSource.REGISTER
    await session.flush()
    await answer(session, operator, issued, Answer.LEFT, left_on=TODAY)
    assert (job.ends_on, job.end_source) == (TODAY - timedelta(days=20), EvidenceSource.REGISTER)
    assert (await question_of_link(session, issued.link)).answer is Answer.LEFT


async def test_a_stranger_to_the_employer_stays_unknown_and_comes_back_to_the_team(
    session: AsyncSession, operator: Actor, job: Placement, issued: IssuedLink
) -> None:
    await answer(session, operator, issued, Answer.NOT_MY_EMPLOYEE)
    assert await observations(session) == []
    waiting = await follow_up(session)
    assert (waiting.state, waiting.reason) == (FollowUpState.ASKED, NOT_AN_EMPLOYEE)
    assert (issued.link.answered_at, job.ends_on) == (operator.at, None)


async def test_a_correction_supersedes_and_takes_the_end_back(
    session: AsyncSession, operator: Actor, job: Placement, issued: IssuedLink
) -> None:
    await answer(session, operator, issued, Answer.LEFT, left_on=TODAY)
    await answer(session, operator, issued, Answer.STILL_HERE)
    standing = [said for said in await observations(session) if said.superseded_at is None]
    assert [said.same_conditions for said in standing] == [True]
    assert len(await observations(session)) == 2
    assert (job.ends_on, job.end_reason, job.end_source) == (None, None, None)
    assert (await follow_up(session)).answered_by == standing[0].id


async def test_taking_an_answer_back_altogether_opens_the_follow_up_again(
    session: AsyncSession, operator: Actor, issued: IssuedLink
) -> None:
    await answer(session, operator, issued, Answer.STILL_HERE)
    await answer(session, operator, issued, Answer.NOT_MY_EMPLOYEE)
    assert [said.superseded_at for said in await observations(session)] == [operator.at]
    assert (await follow_up(session)).state is FollowUpState.ASKED


async def test_the_same_answer_twice_changes_nothing(
    session: AsyncSession, operator: Actor, issued: IssuedLink
) -> None:
    await answer(session, operator, issued, Answer.LEFT, left_on=TODAY)
    await answer(session, operator, issued, Answer.LEFT, left_on=TODAY)
    assert len(await observations(session)) == 1


@pytest.mark.parametrize(
    ("details", "field"),
    [
        ({"answer": Answer.LEFT}, "left_on"),
        ({"answer": Answer.LEFT, "left_on": TODAY + timedelta(days=1)}, "left_on"),
        ({"answer": Answer.LEFT, "left_on": STARTED - timedelta(days=1)}, "left_on"),
        ({"answer": Answer.LEFT, "left_on": TODAY, "end_reason": PlacementEndReason.HEALTH_OR_CARE}, "end_reason"),
        ({"answer": Answer.CHANGED}, "hours"),
    ],
)
async def test_an_answer_that_cannot_be_right_is_refused_by_field(
    session: AsyncSession, operator: Actor, issued: IssuedLink, details: dict[str, Any], field: str
) -> None:
    question = await question_of_link(session, issued.link)
    with pytest.raises(InvalidInput) as refused:
        await confirm_placement(session, by=operator, question=question, answered=EmployerAnswered(**details))
    assert [error.name for error in refused.value.errors] == [field]
    assert await observations(session) == []


async def test_an_answer_is_written_to_the_log(session: AsyncSession, operator: Actor, issued: IssuedLink) -> None:
    await answer(session, operator, issued, Answer.STILL_HERE)
    events = await session.scalars(select(AuditEvent).where(AuditEvent.action == "confirm"))
    assert [event.changes["answer"] for event in events] == [[None, "still_here"]]


async def test_a_link_asks_the_follow_up_that_waits_and_keeps_only_a_hash(
    session: AsyncSession, issued: IssuedLink
) -> None:
    asked = await follow_up(session)
    assert (issued.link.follow_up_id, asked.state) == (asked.id, FollowUpState.ASKED)
    assert issued.secret not in str(issued.link.model_dump())
    assert len(issued.secret) >= 43


async def test_a_new_link_replaces_the_earlier_one(
    session: AsyncSession, operator: Actor, job: Placement, issued: IssuedLink
) -> None:
    newer = await issue_confirmation_link(session, by=operator, placement_id=job.id)
    links = {link.id: link.revoked_at for link in await session.scalars(select(ConfirmationLink))}
    assert links == {issued.link.id: operator.at, newer.link.id: None}


async def test_nobody_is_asked_about_a_job_that_has_not_begun(
    session: AsyncSession, operator: Actor, make: Factory, trajectory: Trajectory
) -> None:
    job = await make.placement(trajectory, starts_on=TODAY + timedelta(days=1))
    with pytest.raises(Conflict):
        await issue_confirmation_link(session, by=operator, placement_id=job.id)
