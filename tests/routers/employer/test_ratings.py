"""What an employer thinks of it: two questions on the page that the employer gets anyway, and none of another."""

from datetime import date, timedelta

import httpx
import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app import clock
from app.models import Organisation, Placement
from app.rules.code_lists import RatedBy, Role
from app.use_cases.secrets import new_secret
from tests.factories import Factory
from tests.routers.days import TODAY
from tests.routers.reader import reads_pages

HERE = {"answer": "still_here"}


@pytest.fixture
async def employer(make: Factory) -> Organisation:
    return await make.organisation(name="De Linde")


@pytest.fixture
async def job(make: Factory, employer: Organisation) -> Placement:
    started = TODAY - timedelta(days=100)
    trajectory = await make.trajectory(await make.programme(), registered_on=started, started_on=started)
    return await make.placement(trajectory, employer, starts_on=started)


@pytest.fixture
async def path(make: Factory, client: httpx.AsyncClient, job: Placement) -> str:
    client.headers.update({"accept-language": "en"})
    secret, hashed = new_secret()
    await make.confirmation_link(job, token_hash=hashed, expires_at=clock.now() + timedelta(days=3))
    return f"/confirm/{secret}"


async def ask(make: Factory, job: Placement, due_on: date = TODAY) -> None:
    await make.rating_request(job, month=3, rated_by=RatedBy.EMPLOYER, due_on=due_on)


async def said(session: AsyncSession) -> list[tuple[object, ...]]:
    found = await session.execute(
        text("select rated_by, dimension, score from rating where superseded_at is null order by dimension")
    )
    return [tuple(row) for row in found]


async def test_both_questions_are_answered_with_the_one_question_that_is_asked_anyway(
    client: httpx.AsyncClient, make: Factory, session: AsyncSession, job: Placement, path: str
) -> None:
    await ask(make, job)
    assert "And how is it going?" in (await client.get(path)).text
    sent = await client.post(path, data={**HERE, "rate_participant": "5", "rate_programme": "2"}, follow_redirects=True)
    assert "Thank you. We have your answer." in sent.text
    assert await said(session) == [("employer", "participant", 5), ("employer", "programme", 2)]


async def test_the_questions_may_be_left_open(
    client: httpx.AsyncClient, make: Factory, session: AsyncSession, job: Placement, path: str
) -> None:
    await ask(make, job)
    sent = await client.post(path, data=HERE, follow_redirects=True)
    assert "Thank you. We have your answer." in sent.text
    assert await said(session) == []


async def test_scores_can_be_corrected_and_what_was_chosen_stands_there(
    client: httpx.AsyncClient, make: Factory, session: AsyncSession, job: Placement, path: str
) -> None:
    await ask(make, job)
    for score in ("2", "4"):
        sent = await client.post(path, data={**HERE, "rate_participant": score}, follow_redirects=True)
    assert 'name="rate_participant" value="4" checked' in sent.text
    assert await said(session) == [("employer", "participant", 4)]


async def test_scores_are_not_lost_when_the_answer_is_refused(
    client: httpx.AsyncClient, make: Factory, job: Placement, path: str
) -> None:
    await ask(make, job)
    sent = await client.post(path, data={"answer": "left", "left_on": "2999-01-01", "rate_programme": "3"})
    assert sent.status_code == 400
    assert 'name="rate_programme" value="3" checked' in sent.text


@pytest.mark.parametrize("days", [8, -43])
async def test_nothing_is_asked_outside_its_time(
    client: httpx.AsyncClient, make: Factory, session: AsyncSession, job: Placement, path: str, days: int
) -> None:
    await ask(make, job, TODAY + timedelta(days=days))
    assert "And how is it going?" not in (await client.get(path)).text
    await client.post(path, data={**HERE, "rate_participant": "5"})
    assert await said(session) == []


async def test_an_employer_who_does_not_know_the_person_gives_no_score(
    client: httpx.AsyncClient, make: Factory, session: AsyncSession, job: Placement, path: str
) -> None:
    await ask(make, job)
    await client.post(path, data={"answer": "not_my_employee", "rate_participant": "1"})
    assert await said(session) == []


@pytest.fixture
async def at_home(client: httpx.AsyncClient, make: Factory, employer: Organisation) -> httpx.AsyncClient:
    """The browser of somebody who works for the employer, with an account."""
    return await reads_pages(client, make, await make.account(Role.EMPLOYER, organisation=employer))


async def test_an_employer_with_an_account_records_support_and_sees_it_in_the_list(
    at_home: httpx.AsyncClient, job: Placement
) -> None:
    data = {"kind": "buddy", "state": "given", "version": "0", "note": "not asked", "source": "register"}
    sent = await at_home.post(f"/own-placements/{job.id}/support", data=data, follow_redirects=True)
    assert "Thank you. The support has been recorded." in sent.text
    assert "Buddy at work: is there" in (await at_home.get("/own-placements")).text


async def test_an_employer_never_reads_a_note_of_the_team(
    at_home: httpx.AsyncClient, make: Factory, job: Placement
) -> None:
    await make.workplace_support(job, note="Moeite met de teamleider")
    for path in ("/own-placements", f"/own-placements/{job.id}/support"):
        page = await at_home.get(path)
        assert page.status_code == 200
        assert "Moeite" not in page.text


async def test_support_of_another_employer_is_not_found(at_home: httpx.AsyncClient, make: Factory) -> None:
    elsewhere = await make.placement(await make.trajectory(await make.programme()))
    path = f"/own-placements/{elsewhere.id}/support"
    assert (await at_home.get(path)).status_code == 404
    data = {"kind": "buddy", "state": "given", "version": "0"}
    assert (await at_home.post(path, data=data)).status_code == 404


async def test_the_holder_of_a_link_alone_does_not_reach_support(client: httpx.AsyncClient, job: Placement) -> None:
    answer = await client.get(f"/own-placements/{job.id}/support", headers={"accept": "text/html"})
    assert answer.status_code in (303, 401)


async def test_a_question_how_it_is_going_is_a_question_in_the_list(
    at_home: httpx.AsyncClient, make: Factory, job: Placement
) -> None:
    assert "There are no questions for you" in (await at_home.get("/own-placements")).text
    await ask(make, job)
    assert "There is one question for you." in (await at_home.get("/own-placements")).text
    data = {**HERE, "rate_participant": "4"}
    await at_home.post(f"/own-placements/{job.id}", data=data)
    assert "There are no questions for you" in (await at_home.get("/own-placements")).text
