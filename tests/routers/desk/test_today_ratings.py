"""Ratings on the desk of the day: low and falling ones, and questions that nobody asked yet."""

import random
import re
from datetime import date, datetime, timedelta

import httpx
import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from app import clock
from app.models import Placement, Programme, Trajectory
from app.queries.today.desk_part import TaskKind
from app.queries.today.statement import TodayPage, read_today
from app.rules.code_lists import RatedBy, RatingDimension
from app.rules.rating_signal import Score, signals_in
from tests.factories import Factory

NOW = clock.now()
TODAY = clock.day_of(NOW)
SIGNALS, QUESTIONS = f"/today?kind={TaskKind.RATING_SIGNAL}", f"/today?kind={TaskKind.RATING_DUE}"


def days(number: int) -> date:
    return TODAY + timedelta(days=number)


@pytest.fixture
async def trajectory(make: Factory, programme: Programme) -> Trajectory:
    person = await make.participant(programme, first_name="Amina")
    return await make.trajectory(programme, person, registered_on=days(-400), started_on=days(-300))


@pytest.fixture
async def job(make: Factory, trajectory: Trajectory) -> Placement:
    employer = await make.organisation(name="De Linde")
    return await make.placement(trajectory, employer, starts_on=days(-31))


async def rate(make: Factory, trajectory: Trajectory, job: Placement, score: int, on: date, **fields: object) -> None:
    await make.rating(trajectory, placement_id=job.id, score=score, rated_on=on, **fields)


def reasons(page: httpx.Response) -> list[str]:
    return [" ".join(one.split()) for one in re.findall(r'class="task__why"[^>]*>(.*?)<', page.text, re.DOTALL)]


async def test_a_low_rating_is_on_the_desk_the_same_day(
    desk: httpx.AsyncClient, make: Factory, trajectory: Trajectory, job: Placement
) -> None:
    await rate(make, trajectory, job, 2, TODAY)
    page = await desk.get(SIGNALS)
    assert "a 2 of 5." in page.text
    assert "Amina" in page.text


async def test_a_falling_rating_says_what_it_was_before(
    desk: httpx.AsyncClient, make: Factory, trajectory: Trajectory, job: Placement
) -> None:
    await rate(make, trajectory, job, 5, days(-90))
    await rate(make, trajectory, job, 3, TODAY)
    assert "a 3 of 5, and it was a 5." in (await desk.get(SIGNALS)).text


@pytest.mark.parametrize("superseded", [True, False])
async def test_a_corrected_rating_counts_no_more(
    desk: httpx.AsyncClient, make: Factory, trajectory: Trajectory, job: Placement, superseded: bool
) -> None:
    await rate(make, trajectory, job, 1, TODAY, superseded_at=make.at if superseded else None)
    assert ("Amina" in (await desk.get(SIGNALS)).text) is not superseded


@pytest.mark.parametrize(("hours_later", "is_listed"), [(-1, True), (1, False)])
async def test_a_signal_stays_until_somebody_has_spoken_to_the_participant_since(
    desk: httpx.AsyncClient,
    make: Factory,
    trajectory: Trajectory,
    job: Placement,
    hours_later: int,
    is_listed: bool,
) -> None:
    await rate(make, trajectory, job, 2, TODAY, recorded_at=NOW)
    await make.coaching_contact(trajectory, contacted_on=TODAY, recorded_at=NOW + timedelta(hours=hours_later))
    assert ("Amina" in (await desk.get(SIGNALS)).text) is is_listed


async def test_a_signal_does_not_stay_for_ever(
    desk: httpx.AsyncClient, make: Factory, trajectory: Trajectory, job: Placement
) -> None:
    await rate(make, trajectory, job, 2, days(-22))
    assert "Amina" not in (await desk.get(SIGNALS)).text


async def test_the_desk_and_the_rule_agree_on_what_is_a_signal(
    session: AsyncSession, make: Factory, programme: Programme
) -> None:
    chance = random.Random(4)  # noqa: S311  nothing secret is drawn with it
    expected = set()
    for number in range(40):
        person = await make.trajectory(programme, registered_on=days(-400), started_on=days(-300))
        job = await make.placement(person, starts_on=days(-200))
        scores = []
        for turn in range(chance.randint(1, 4)):
            said = Score(RatedBy.PARTICIPANT, RatingDimension.JOB, str(job.id), days(turn - 4), chance.randint(1, 5))
            moment: datetime = NOW - timedelta(hours=number)
            await rate(make, person, job, said.score, said.rated_on, recorded_at=moment)
            scores.append(said)
        expected |= {str(person.id) for _ in signals_in(scores)}
    found = await read_today(session, TodayPage(today=TODAY, account_id=None, kind=TaskKind.RATING_SIGNAL, limit=100))
    assert 0 < len(expected) < 40
    assert set(re.findall(r'"trajectoryId" : "([^"]+)"', found)) == expected


async def test_a_question_whose_day_has_come_is_to_be_asked(
    desk: httpx.AsyncClient, make: Factory, job: Placement
) -> None:
    for rater in RatedBy:
        await make.rating_request(job, rated_by=rater, due_on=TODAY)
    page = await desk.get(QUESTIONS)
    assert "Month 1 at De Linde" in page.text
    assert "ask the participant and the employer how it is going." in page.text
    assert f"/placements/{job.id}/inclusion" in page.text
    assert page.text.count("Month 1 at De Linde") == 1


@pytest.mark.parametrize(
    "fields",
    [
        {"due_on": days(1)},
        {"due_on": days(-43)},
        {"issued_at": NOW},
        {"answered_at": NOW},
        {"cancelled_at": NOW},
    ],
)
async def test_a_question_that_is_not_to_be_asked_now_is_not_on_the_desk(
    desk: httpx.AsyncClient, make: Factory, job: Placement, fields: dict[str, object]
) -> None:
    await make.rating_request(job, **{"due_on": TODAY, **fields})
    assert "De Linde" not in (await desk.get(QUESTIONS)).text


async def test_nobody_is_asked_about_a_job_that_the_employer_said_has_ended(
    desk: httpx.AsyncClient, make: Factory, trajectory: Trajectory
) -> None:
    employer = await make.organisation(name="De Linde")
    ended = await make.placement(trajectory, employer, starts_on=days(-31), ends_on=days(-1))
    await make.rating_request(ended, due_on=TODAY)
    assert "De Linde" not in (await desk.get(QUESTIONS)).text
