"""Inclusion at work in one placement: support, a promised job, ratings, and links to ask with."""

import re
from datetime import timedelta

import httpx
import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app import clock
from app.models import Placement, Programme, Trajectory
from app.rules.code_lists import RatedBy, Role
from tests.conftest import Statements
from tests.factories import Factory
from tests.routers.days import TODAY


@pytest.fixture
async def trajectory(make: Factory, programme: Programme) -> Trajectory:
    person = await make.participant(programme, first_name="Amina", contact_language="ti")
    long_ago = TODAY - timedelta(days=300)
    return await make.trajectory(programme, person, registered_on=long_ago, started_on=long_ago)


@pytest.fixture
async def job(make: Factory, trajectory: Trajectory) -> Placement:
    employer = await make.organisation(name="De Linde")
    return await make.placement(trajectory, employer, starts_on=TODAY - timedelta(days=100))


@pytest.fixture
def path(job: Placement) -> str:
    return f"/placements/{job.id}/inclusion"


async def test_what_nobody_knows_is_called_unknown(desk: httpx.AsyncClient, path: str) -> None:
    page = await desk.get(path)
    assert page.text.count("unknown") >= 5
    assert "It is not known whether a job was promised beforehand." in page.text
    assert "Nobody has said yet what it is like." in page.text


async def test_support_is_recorded_and_stands_on_the_page_of_the_trajectory(
    desk: httpx.AsyncClient, path: str, job: Placement
) -> None:
    sent = await desk.post(
        f"/placements/{job.id}/workplace-supports",
        data={"kind": "buddy", "state": "given", "source": "coach", "version": "0", "note": "Zelfde ploeg"},
        follow_redirects=True,
    )
    assert "The support has been recorded." in sent.text
    assert "Zelfde ploeg" in sent.text
    assert "Buddy at work: is there" in (await desk.get(f"/trajectories/{job.trajectory_id}")).text


async def test_support_without_a_state_is_refused_with_what_was_typed(desk: httpx.AsyncClient, job: Placement) -> None:
    data = {"kind": "buddy", "source": "coach", "version": "0", "note": "Zelfde ploeg"}
    sent = await desk.post(f"/placements/{job.id}/workplace-supports", data=data)
    assert sent.status_code == 400
    assert "support-buddy-state" in sent.text
    assert "Zelfde ploeg" in sent.text


async def test_support_that_somebody_changed_meanwhile_is_not_overwritten(
    desk: httpx.AsyncClient, make: Factory, job: Placement
) -> None:
    await make.workplace_support(job)
    data = {"kind": "buddy", "state": "not_given", "source": "coach", "version": "0"}
    sent = await desk.post(f"/placements/{job.id}/workplace-supports", data=data)
    assert sent.status_code == 409
    assert "This kind of support has been recorded already." in sent.text


async def test_a_promise_is_recorded_and_whether_it_was_kept(desk: httpx.AsyncClient, job: Placement) -> None:
    where = f"/placements/{job.id}/job-guarantee"
    sent = await desk.post(where, data={"job_guarantee_kept": "yes", "version": "1"})
    assert sent.status_code == 400
    assert "Say first that a job was promised beforehand." in sent.text
    sent = await desk.post(
        where, data={"job_guarantee": "yes", "job_guarantee_kept": "no", "version": "1"}, follow_redirects=True
    )
    assert "A job was promised, and that promise was not kept." in sent.text


async def test_what_somebody_told_is_recorded_as_the_answer_to_the_question_of_those_days(
    desk: httpx.AsyncClient, make: Factory, session: AsyncSession, job: Placement
) -> None:
    request = await make.rating_request(job, month=3, due_on=TODAY)
    for score in ("4", "2"):
        sent = await desk.post(
            f"/placements/{job.id}/ratings",
            data={"dimension": "job", "score": score, "rated_on": TODAY.isoformat()},
            follow_redirects=True,
        )
    assert "2 of 5" in sent.text
    assert "Low" in sent.text
    assert "Answered on" in sent.text
    found = await session.execute(
        text("select score, rated_by, rating_request_id = :id from rating where superseded_at is null"),
        {"id": request.id},
    )
    assert [tuple(row) for row in found] == [(2, "participant", True)]


async def test_a_link_is_made_in_the_language_of_the_participant_and_shown_once(
    desk: httpx.AsyncClient, make: Factory, path: str, job: Placement
) -> None:
    request = await make.rating_request(job, month=3, due_on=TODAY)
    assert '<option value="ti" selected' in (await desk.get(path)).text
    shown = await desk.post(f"/rating-requests/{request.id}/links", data={"asked_in": "ti"})
    link = re.search(r"/rate/[\w-]{40,}", shown.text)
    assert link
    assert 'lang="ti"' in shown.text
    assert link[0] not in (await desk.get(path)).text
    assert '<html lang="ti"' in (await desk.get(link[0])).text


async def test_a_link_that_is_taken_back_opens_nothing(
    desk: httpx.AsyncClient, make: Factory, path: str, job: Placement
) -> None:
    until = clock.now() + timedelta(days=1)
    request, secret = await make.asked_rating(job, month=3, due_on=TODAY, expires_at=until)
    assert "Take the link back" in (await desk.get(path)).text
    sent = await desk.post(f"/rating-requests/{request.id}/revocation", follow_redirects=True)
    assert "The link has been taken back." in sent.text
    assert (await desk.get(f"/rate/{secret}")).status_code == 410


async def test_scores_over_the_months_are_a_picture_and_a_table(
    desk: httpx.AsyncClient, make: Factory, trajectory: Trajectory, path: str, job: Placement
) -> None:
    for score, ago in ((5, 70), (3, 10)):
        await make.rating(trajectory, placement_id=job.id, score=score, rated_on=TODAY - timedelta(days=ago))
    page = await desk.get(path)
    assert page.text.count('class="rating-chart"') == 1
    assert page.text.count("<tr>") >= 3
    assert "Falling" in page.text


async def test_the_page_takes_one_statement(desk: httpx.AsyncClient, path: str, statements: Statements) -> None:
    statements.clear()
    await desk.get(path)
    assert len(statements.about("placement")) == 1


async def test_a_stranger_does_not_find_it(client: httpx.AsyncClient, make: Factory, path: str, job: Placement) -> None:
    request = await make.rating_request(job, rated_by=RatedBy.PARTICIPANT)
    stranger = await make.account(Role.COORDINATOR, programme=await make.programme())
    client.cookies.update(await make.signed_in(stranger))
    assert (await client.get(path)).status_code == 404
    for where in (f"/rating-requests/{request.id}/links", f"/rating-requests/{request.id}/revocation"):
        assert (await client.post(where)).status_code == 404
