"""Both sides of a job are asked what they think of it: planned, moved along, asked, answered and corrected."""

from datetime import date, timedelta

import pytest
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from app.actor import Actor
from app.errors import Conflict, InvalidInput
from app.models import Placement, Rating, RatingRequest
from app.rules.code_lists import RatedBy, RatingDimension, RatingLanguage, SpellKind
from app.rules.work_answer import Answer
from app.use_cases.answer_rating_request import answer_rating_request
from app.use_cases.change_placement import PlacementChange, PlacementEnd, change_placement, end_placement
from app.use_cases.confirm_placement import WorkAnswered, confirm_placement
from app.use_cases.issue_confirmation_link import issue_confirmation_link
from app.use_cases.issue_rating_link import RatingAsked, issue_rating_link, revoke_rating_link
from app.use_cases.plan_rating_requests import plan_missing_rating_requests
from app.use_cases.secrets import hash_of
from app.use_cases.start_placement import PlacementStarted, start_placement
from app.use_cases.work_question import question_of_placement
from tests.factories import TODAY, Factory

DAY = timedelta(days=1)
IN_DUTCH = RatingAsked(asked_in=RatingLanguage.DUTCH)


@pytest.fixture
async def job(session: AsyncSession, make: Factory, operator: Actor) -> Placement:
    """A job that started on 2 February 2026: the first question is due today."""
    trajectory = await make.trajectory(await make.programme())
    employer = await make.organisation()
    started = PlacementStarted(organisation_id=employer.id, kind=SpellKind.REGULAR_JOB, starts_on=date(2026, 2, 2))
    return await start_placement(session, by=operator, trajectory_id=trajectory.id, started=started)


async def requests(session: AsyncSession, placement: Placement) -> list[RatingRequest]:
    mine = select(RatingRequest).where(
        col(RatingRequest.placement_id) == placement.id, col(RatingRequest.rated_by) == RatedBy.PARTICIPANT
    )
    return list(await session.scalars(mine.order_by(col(RatingRequest.month))))


async def first(session: AsyncSession, placement: Placement) -> RatingRequest:
    return (await requests(session, placement))[0]


async def answers(session: AsyncSession, request: RatingRequest) -> list[tuple[RatingDimension, int]]:
    mine = select(Rating).where(col(Rating.rating_request_id) == request.id, col(Rating.superseded_at).is_(None))
    return [(one.dimension, one.score) for one in await session.scalars(mine.order_by(col(Rating.dimension)))]


async def test_a_paid_job_plans_a_question_to_both_after_one_three_and_six_months(
    session: AsyncSession, job: Placement
) -> None:
    planned = await session.scalars(select(RatingRequest).where(col(RatingRequest.placement_id) == job.id))
    assert sorted((one.month, one.rated_by, one.due_on) for one in planned) == [
        (month, rater, due_on)
        for month, due_on in ((1, date(2026, 3, 2)), (3, date(2026, 5, 2)), (6, date(2026, 8, 2)))
        for rater in (RatedBy.EMPLOYER, RatedBy.PARTICIPANT)
    ]


async def test_questions_move_along_with_the_start(session: AsyncSession, job: Placement, operator: Actor) -> None:
    change = PlacementChange(starts_on=date(2026, 1, 12))
    await change_placement(session, by=operator, placement_id=job.id, version=job.version, change=change)
    assert [one.due_on for one in await requests(session, job)] == [
        date(2026, 2, 12), date(2026, 4, 12), date(2026, 7, 12)
    ]  # fmt: skip


async def test_a_question_that_has_been_asked_does_not_move(
    session: AsyncSession, job: Placement, operator: Actor
) -> None:
    await issue_rating_link(session, by=operator, request_id=(await first(session, job)).id, asked=IN_DUTCH)
    change = PlacementChange(starts_on=date(2026, 1, 12))
    await change_placement(session, by=operator, placement_id=job.id, version=job.version, change=change)
    assert (await first(session, job)).due_on == date(2026, 3, 2)


async def test_a_job_that_ends_cancels_the_questions_about_later_days_and_no_others(
    session: AsyncSession, job: Placement, operator: Actor
) -> None:
    end = PlacementEnd(ends_on=TODAY)
    await end_placement(session, by=operator, placement_id=job.id, version=job.version, end=end)
    assert [one.cancelled_at is not None for one in await requests(session, job)] == [False, True, True]


async def test_a_job_that_goes_on_after_all_is_asked_about_again(
    session: AsyncSession, job: Placement, operator: Actor
) -> None:
    end = PlacementEnd(ends_on=TODAY)
    await end_placement(session, by=operator, placement_id=job.id, version=job.version, end=end)
    job.ends_on = None
    await session.flush()
    await change_placement(
        session, by=operator, placement_id=job.id, version=job.version, change=PlacementChange(job_title="Kok")
    )
    assert [one.cancelled_at for one in await requests(session, job)] == [None, None, None]


async def test_jobs_that_came_in_by_a_workbook_are_planned_by_themselves(
    session: AsyncSession, make: Factory, operator: Actor
) -> None:
    trajectory = await make.trajectory(
        await make.programme(), registered_on=date(2025, 1, 6), started_on=date(2025, 1, 6)
    )
    recent = await make.placement(trajectory, starts_on=date(2025, 11, 3))
    long_ago = await make.placement(trajectory, starts_on=date(2025, 1, 6))
    await plan_missing_rating_requests(session, by=operator)
    assert [one.month for one in await requests(session, recent)] == [3, 6]
    assert await requests(session, long_ago) == []
    assert await plan_missing_rating_requests(session, by=operator) == 0


async def test_a_link_is_in_the_language_that_the_participant_speaks_best(
    session: AsyncSession, make: Factory, operator: Actor
) -> None:
    programme = await make.programme()
    person = await make.participant(programme, contact_language="ar-SY")
    placement = await make.placement(await make.trajectory(programme, person))
    request = await make.rating_request(placement)
    issued = await issue_rating_link(session, by=operator, request_id=request.id, asked=RatingAsked())
    assert issued.request.asked_in is RatingLanguage.ARABIC
    assert issued.request.token_hash == hash_of(issued.secret)


@pytest.mark.parametrize(
    ("due_in", "ends_in", "sentence"),
    [
        (8, None, "Ask this from"),
        (-43, None, "too late"),
        (0, -1, "no longer asked"),
    ],
)
async def test_a_question_is_asked_in_its_time_only(
    session: AsyncSession, make: Factory, operator: Actor, due_in: int, ends_in: int | None, sentence: str
) -> None:
    ends_on = TODAY + ends_in * DAY if ends_in else None
    placement = await make.placement(await make.trajectory(await make.programme()), ends_on=ends_on)
    request = await make.rating_request(placement, due_on=TODAY + due_in * DAY)
    with pytest.raises(Conflict, match=sentence):
        await issue_rating_link(session, by=operator, request_id=request.id, asked=IN_DUTCH)


async def test_a_question_to_the_employer_has_no_link_of_its_own(
    session: AsyncSession, make: Factory, operator: Actor
) -> None:
    placement = await make.placement(await make.trajectory(await make.programme()))
    request = await make.rating_request(placement, rated_by=RatedBy.EMPLOYER)
    with pytest.raises(Conflict, match="link for the employer"):
        await issue_rating_link(session, by=operator, request_id=request.id, asked=IN_DUTCH)


async def test_the_link_for_the_employer_asks_what_the_employer_thinks_of_it(
    session: AsyncSession, job: Placement, operator: Actor
) -> None:
    await issue_confirmation_link(session, by=operator, placement_id=job.id)
    asked = await session.scalars(select(RatingRequest).where(col(RatingRequest.issued_at).is_not(None)))
    assert [(one.rated_by, one.month) for one in asked] == [(RatedBy.EMPLOYER, 1)]


async def test_a_link_that_was_taken_back_can_be_made_anew(
    session: AsyncSession, job: Placement, operator: Actor
) -> None:
    request = await first(session, job)
    earlier = await issue_rating_link(session, by=operator, request_id=request.id, asked=IN_DUTCH)
    revoked = await revoke_rating_link(session, by=operator, request_id=request.id)
    assert revoked.revoked_at == operator.at
    later = await issue_rating_link(session, by=operator, request_id=request.id, asked=IN_DUTCH)
    assert later.request.revoked_at is None
    assert later.request.token_hash == hash_of(later.secret) != hash_of(earlier.secret)


async def test_each_answer_is_kept_and_what_is_left_open_stays_open(
    session: AsyncSession, job: Placement, operator: Actor
) -> None:
    request = await first(session, job)
    await answer_rating_request(session, by=operator, request=request, scores={RatingDimension.JOB: 4})
    assert await answers(session, request) == [(RatingDimension.JOB, 4)]
    assert request.answered_at == operator.at
    await answer_rating_request(session, by=operator, request=request, scores={RatingDimension.GUIDANCE: 2})
    assert await answers(session, request) == [(RatingDimension.GUIDANCE, 2), (RatingDimension.JOB, 4)]


async def test_a_corrected_answer_supersedes_the_one_before_it(
    session: AsyncSession, job: Placement, operator: Actor
) -> None:
    request = await first(session, job)
    for score in (2, 5, 5):
        await answer_rating_request(session, by=operator, request=request, scores={RatingDimension.JOB: score})
    kept = await session.scalars(select(Rating).where(col(Rating.rating_request_id) == request.id))
    assert sorted((one.score, one.superseded_at is None) for one in kept) == [(2, False), (5, True)]


async def test_an_answer_without_any_score_is_refused(session: AsyncSession, job: Placement, operator: Actor) -> None:
    request = await first(session, job)
    with pytest.raises(InvalidInput):
        await answer_rating_request(session, by=operator, request=request, scores={RatingDimension.PROGRAMME: 5})


async def test_an_employer_who_says_that_somebody_left_is_not_asked_later(
    session: AsyncSession, job: Placement, operator: Actor
) -> None:
    question = await question_of_placement(session, by=operator, placement_id=job.id)
    left = WorkAnswered(answer=Answer.LEFT, left_on=TODAY)
    await confirm_placement(session, by=operator, question=question, answered=left)
    later = (await requests(session, job))[1]
    with pytest.raises(Conflict, match="no longer asked"):
        await issue_rating_link(session, by=operator, request_id=later.id, asked=IN_DUTCH)
