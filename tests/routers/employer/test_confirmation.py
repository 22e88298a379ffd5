"""The page behind a confirmation link."""

from datetime import timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from app import clock
from app.models import ConfirmationLink, FollowUp, Observation, Placement
from app.rules.code_lists import FollowUpState
from app.rules.link_state import LASTS
from app.use_cases.secrets import new_secret
from tests.factories import Factory

PAGE = {"accept": "text/html", "accept-language": "en"}


@pytest.fixture
async def job(make: Factory) -> Placement:
    programme = await make.programme()
    person = await make.participant(programme, first_name="Amina", last_name="Warsame", phone="0612345678")
    trajectory = await make.trajectory(programme, person)
    employer = await make.organisation(name="Bakkerij De Korenbloem")
    return await make.placement(trajectory, employer, job_title="Bakker")


@pytest.fixture
async def path(make: Factory, job: Placement) -> str:
    return await link_to(make, job)


async def link_to(make: Factory, job: Placement, **fields: object) -> str:
    secret, hashed = new_secret()
    today = clock.day_of(clock.now())
    follow_up = FollowUp(
        programme_id=job.programme_id,
        trajectory_id=job.trajectory_id,
        participant_id=job.participant_id,
        placement_id=job.id,
        organisation_id=job.organisation_id,
        month=3,
        due_on=today,
        opens_on=today - timedelta(days=14),
        closes_on=today + timedelta(days=60),
        state=FollowUpState.ASKED,
    )
    values: dict[str, Any] = {
        "programme_id": job.programme_id,
        "trajectory_id": job.trajectory_id,
        "participant_id": job.participant_id,
        "placement_id": job.id,
        "organisation_id": job.organisation_id,
        "follow_up_id": follow_up.id,
        "token_hash": hashed,
        "expires_at": clock.now() + LASTS,
        **fields,
    }
    await make.save(follow_up, ConfirmationLink(**values))
    return f"/confirm/{secret}"


async def send(client: httpx.AsyncClient, path: str, **answer: str) -> httpx.Response:
    return await client.post(path, data=answer, headers=PAGE)


async def test_the_page_shows_first_name_and_initial_job_and_start_and_nothing_else(
    client: httpx.AsyncClient, path: str
) -> None:
    page = await client.get(path, headers=PAGE)
    assert page.status_code == 200
    for shown in ("Amina W.", "Bakker", "Bakkerij De Korenbloem", "2 February 2026"):
        assert shown in page.text
    assert "Warsame" not in page.text
    assert "0612345678" not in page.text


async def test_opening_the_page_changes_nothing(client: httpx.AsyncClient, session: AsyncSession, path: str) -> None:
    await client.get(path, headers=PAGE)
    assert (await session.scalars(select(Observation))).all() == []
    assert [link.answered_at for link in await session.scalars(select(ConfirmationLink))] == [None]


async def test_still_here_becomes_evidence_and_the_page_says_what_was_said(
    client: httpx.AsyncClient, session: AsyncSession, path: str
) -> None:
    answer = await send(client, path, answer="still_here")
    assert (answer.status_code, answer.headers["location"]) == (303, path)
    assert "You said: yes, and nothing has changed." in (await client.get(path, headers=PAGE)).text
    [said] = await session.scalars(select(Observation))
    assert (said.in_paid_work, said.source, said.recorded_by) == (True, "employer", None)
    [follow_up] = await session.scalars(select(FollowUp))
    assert (follow_up.state, follow_up.answered_by) == (FollowUpState.ANSWERED, said.id)


async def test_left_ends_the_placement_and_can_be_corrected(
    client: httpx.AsyncClient, session: AsyncSession, job: Placement, path: str
) -> None:
    await send(client, path, answer="left", left_on="20-02-2026", end_reason="resigned")
    assert "The last day was 20 February 2026." in (await client.get(path, headers=PAGE)).text
    await send(client, path, answer="changed", hours="16,5")
    assert "16.5 hours per week" in (await client.get(path, headers=PAGE)).text
    ended = await session.get_one(Placement, job.id, populate_existing=True)
    assert ended.ends_on is None


async def test_an_unknown_employee_is_said_back_and_proves_nothing(
    client: httpx.AsyncClient, session: AsyncSession, path: str
) -> None:
    await send(client, path, answer="not_my_employee")
    assert "this person never worked here" in (await client.get(path, headers=PAGE)).text
    assert (await session.scalars(select(Observation))).all() == []


async def test_a_wrong_day_is_explained_beside_the_field_and_nothing_typed_is_lost(
    client: httpx.AsyncClient, path: str
) -> None:
    page = await send(client, path, answer="left", left_on="31-02-2026", end_reason="resigned")
    assert page.status_code == 400
    assert 'href="#confirmation-left_on"' in page.text
    assert 'value="31-02-2026"' in page.text
    assert '<option value="resigned" selected>' in page.text


async def test_without_an_answer_the_page_asks_for_one(client: httpx.AsyncClient, path: str) -> None:
    page = await send(client, path, hours="20")
    assert page.status_code == 400
    assert 'href="#confirmation-answer"' in page.text


@pytest.mark.parametrize(
    ("fields", "status", "says"),
    [
        ({"expires_at": clock.now() - timedelta(days=1)}, 410, "This link is too old"),
        ({"revoked_at": clock.now() - timedelta(days=1)}, 410, "This link was replaced"),
    ],
)
@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_a_closed_link_tells_nothing_and_takes_nothing(
    client: httpx.AsyncClient,
    session: AsyncSession,
    make: Factory,
    job: Placement,
    fields: dict[str, object],
    status: int,
    says: str,
    method: str,
) -> None:
    path = await link_to(make, job, **fields)
    page = await client.request(method, path, data={"answer": "still_here"}, headers=PAGE)
    assert page.status_code == status
    assert says in page.text
    assert "Amina" not in page.text
    assert (await session.scalars(select(Observation))).all() == []


async def test_a_link_that_never_was_tells_nothing(client: httpx.AsyncClient, path: str) -> None:
    page = await client.get(f"{path}x", headers=PAGE)
    assert page.status_code == 404
    assert "This link does not work" in page.text
    assert "Amina" not in page.text
