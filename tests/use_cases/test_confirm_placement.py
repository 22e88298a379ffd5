"""An employer answers: still here, changed, left, or never worked here."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from app.actor import Actor
from app.errors import Conflict, InvalidInput
from app.models import AuditEvent, ConfirmationLink, FollowUp, Observation, Placement, Trajectory
from app.rules.code_lists import (
    AskedOf,
    Contract,
    EvidenceSource,
    FollowUpState,
    PlacementEndReason,
    SpellKind,
    ToldHow,
)
from app.rules.work_answer import NOT_AN_EMPLOYEE, Answer
from app.use_cases.confirm_placement import Told, WorkAnswered, confirm_placement
from app.use_cases.issue_confirmation_link import IssuedLink, issue_confirmation_link
from app.use_cases.start_placement import PlacementStarted, start_placement
from app.use_cases.work_question import question_of_follow_up, question_of_link
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
    question = await question_of_link(session, issued.link, today=TODAY)
    await confirm_placement(session, by=by, question=question, answered=WorkAnswered(answer=what, **details))


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
    assert (await question_of_link(session, issued.link, today=TODAY)).answer is Answer.LEFT


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
        ({"answer": Answer.LEFT, "left_on": TODAY + timedelta(days=1)}, "left_on"),
        ({"answer": Answer.LEFT, "left_on": STARTED - timedelta(days=1)}, "left_on"),
        ({"answer": Answer.LEFT, "left_on": TODAY, "end_reason": PlacementEndReason.HEALTH_OR_CARE}, "end_reason"),
    ],
)
async def test_an_answer_that_cannot_be_right_is_refused_by_field(
    session: AsyncSession, operator: Actor, issued: IssuedLink, details: dict[str, Any], field: str
) -> None:
    question = await question_of_link(session, issued.link, today=TODAY)
    with pytest.raises(InvalidInput) as refused:
        await confirm_placement(session, by=operator, question=question, answered=WorkAnswered(**details))
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


async def test_a_departure_without_its_day_is_kept_and_proves_nothing_until_the_day_is_known(
    session: AsyncSession, operator: Actor, job: Placement, issued: IssuedLink
) -> None:
    await answer(session, operator, issued, Answer.LEFT, end_reason=PlacementEndReason.RESIGNED)
    assert issued.link.partial == {"answer": "left", "endReason": "resigned"}
    assert (await observations(session), job.ends_on, issued.link.answered_at) == ([], None, None)
    assert (await follow_up(session)).state is FollowUpState.ASKED
    await answer(session, operator, issued, Answer.LEFT, left_on=TODAY, end_reason=PlacementEndReason.RESIGNED)
    assert [link.partial for link in await session.scalars(select(ConfirmationLink))] == [None]
    assert job.ends_on == TODAY


async def test_a_change_of_which_nothing_more_is_known_is_evidence_of_being_at_work(
    session: AsyncSession, operator: Actor, issued: IssuedLink
) -> None:
    await answer(session, operator, issued, Answer.CHANGED)
    [said] = await observations(session)
    assert (said.in_paid_work, said.same_conditions, said.hours, said.contract) == (True, False, None, None)


async def test_a_wage_can_be_added_afterwards(session: AsyncSession, operator: Actor, issued: IssuedLink) -> None:
    await answer(session, operator, issued, Answer.STILL_HERE)
    await answer(session, operator, issued, Answer.STILL_HERE, hourly_wage=15.5)
    [standing] = [said for said in await observations(session) if said.superseded_at is None]
    assert (standing.hourly_wage, standing.same_conditions) == (15.5, True)
    await answer(session, operator, issued, Answer.STILL_HERE)
    assert len(await observations(session)) == 2


async def another_link(make: Factory, issued: IssuedLink, **fields: Any) -> ConfirmationLink:
    kept = issued.link.model_dump(exclude={"id", "token_hash", "recorded_at"})
    link = ConfirmationLink(**{**kept, "token_hash": make.number("hash"), **fields})
    await make.save(link)
    return link


async def test_with_another_link_to_the_same_question_the_answer_is_known_and_can_be_corrected(
    session: AsyncSession, operator: Actor, make: Factory, issued: IssuedLink
) -> None:
    reminder = await another_link(make, issued)
    await answer(session, operator, issued, Answer.LEFT, left_on=TODAY)
    question = await question_of_link(session, reminder, today=TODAY)
    assert question.answer is Answer.LEFT
    corrected = WorkAnswered(answer=Answer.STILL_HERE)
    await confirm_placement(session, by=operator, question=question, answered=corrected)
    for link in (issued.link, reminder):
        assert (await question_of_link(session, link, today=TODAY)).answer is Answer.STILL_HERE
    assert len([said for said in await observations(session) if said.superseded_at is None]) == 1


async def test_two_people_who_answer_at_once_leave_one_answer(
    session: AsyncSession, operator: Actor, issued: IssuedLink
) -> None:
    opened_by_both = await question_of_link(session, issued.link, today=TODAY)
    for _ in range(2):
        said = WorkAnswered(answer=Answer.STILL_HERE)
        await confirm_placement(session, by=operator, question=opened_by_both, answered=said)
    assert len(await observations(session)) == 1


async def test_still_here_before_the_day_of_the_question_is_asked_again_on_that_day(
    session: AsyncSession, operator: Actor, make: Factory, trajectory: Trajectory
) -> None:
    job = await make.placement(trajectory, starts_on=STARTED)
    question = await make.follow_up(job, due_on=TODAY + timedelta(days=3))
    made = await make.confirmation_link(job, follow_up_id=question.id)
    link = await session.get_one(ConfirmationLink, made.id)
    asked = await question_of_link(session, link, today=TODAY)
    await confirm_placement(session, by=operator, question=asked, answered=WorkAnswered(answer=Answer.STILL_HERE))
    assert (await session.get_one(FollowUp, question.id, populate_existing=True)).answered_by is None
    assert (await question_of_link(session, link, today=TODAY)).answer is Answer.STILL_HERE
    assert (await question_of_link(session, link, today=TODAY + timedelta(days=3))).answer is None


async def test_a_participant_answers_the_same_question_with_less_weight(
    session: AsyncSession, operator: Actor, make: Factory, issued: IssuedLink, job: Placement
) -> None:
    own = await another_link(make, issued, asked_of=AskedOf.PARTICIPANT)
    await answer(session, operator, issued, Answer.LEFT, left_on=TODAY)
    question = await question_of_link(session, own, today=TODAY)
    assert question.answer is None
    await confirm_placement(session, by=operator, question=question, answered=WorkAnswered(answer=Answer.STILL_HERE))
    [by_employer, by_participant] = await observations(session)
    assert (by_participant.source, by_participant.superseded_at) == (EvidenceSource.PARTICIPANT, None)
    assert ((await follow_up(session)).answered_by, job.ends_on) == (by_employer.id, TODAY)


async def test_what_was_told_by_telephone_says_who_told_it_and_counts_for_that_day(
    session: AsyncSession, operator: Actor, job: Placement
) -> None:
    asked = await follow_up(session)
    question = await question_of_follow_up(session, by=operator, follow_up_id=asked.id, source=EvidenceSource.EMPLOYER)
    told = Told(by="mevrouw Jansen", on=TODAY, how=ToldHow.TELEPHONE)
    said = WorkAnswered(answer=Answer.STILL_HERE)
    await confirm_placement(session, by=operator, question=question, answered=said, told=told)
    [kept] = await observations(session)
    assert (kept.source, kept.observed_on) == (EvidenceSource.EMPLOYER, TODAY)
    assert (kept.told_by, kept.told_how) == ("mevrouw Jansen", ToldHow.TELEPHONE)
    assert (await follow_up(session)).state is FollowUpState.ANSWERED
    with pytest.raises(InvalidInput):
        await confirm_placement(session, by=operator, question=question, answered=WorkAnswered(answer=Answer.LEFT))
