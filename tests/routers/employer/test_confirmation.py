"""The page behind a confirmation link."""

from datetime import timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select, update

from app import clock
from app.models import AuditEvent, ConfirmationLink, FollowUp, Observation, Placement
from app.routers import link_attempts
from app.rules.code_lists import AskedOf, FollowUpState
from app.rules.link_state import LASTS
from app.use_cases.secrets import new_secret
from tests.factories import Factory
from tests.routers.reader import PAGE


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
        **{name: value for name, value in fields.items() if value is not None},
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


@pytest.mark.parametrize("method", ["GET", "HEAD"])
async def test_a_scanner_that_opens_every_link_answers_nothing_and_burns_nothing(
    client: httpx.AsyncClient, session: AsyncSession, path: str, method: str
) -> None:
    for _ in range(3):
        assert (await client.request(method, path, headers=PAGE)).status_code == 200
    assert (await session.scalars(select(Observation))).all() == []
    [link] = await session.scalars(select(ConfirmationLink))
    assert (link.answered_at, link.revoked_at, link.partial) == (None, None, None)
    assert link.opened_at is not None
    assert [asked.state for asked in await session.scalars(select(FollowUp))] == [FollowUpState.ASKED]


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
    "closed_by",
    [
        {"expires_at": clock.now() - timedelta(days=1)},
        {"revoked_at": clock.now() - timedelta(days=1)},
        {"cancelled": True},
        {"cut_off": True},
        {"asked_of": AskedOf.PARTICIPANT},
    ],
)
async def test_a_link_that_opens_nothing_shows_one_page_whatever_the_reason(
    client: httpx.AsyncClient, session: AsyncSession, make: Factory, job: Placement, closed_by: dict[str, Any]
) -> None:
    path = await link_to(make, job, **{**closed_by, "cancelled": None, "cut_off": None})
    if "cancelled" in closed_by:
        await session.execute(update(FollowUp).values(state=FollowUpState.CANCELLED))
    path = path[:-3] if "cut_off" in closed_by else path
    forged = "/confirm/" + new_secret()[0]
    unknown = await client.get(forged, headers=PAGE)
    for page in (
        await client.get(path, headers=PAGE),
        await client.post(path, data={"answer": "still_here"}, headers=PAGE),
    ):
        assert page.status_code == unknown.status_code == 404
        assert page.text.replace(path, "") == unknown.text.replace(forged, "")
    assert "This link does not work" in unknown.text
    assert (await session.scalars(select(Observation))).all() == []


async def test_whoever_asks_for_a_new_link_hears_the_same_for_every_link(
    client: httpx.AsyncClient, session: AsyncSession, make: Factory, job: Placement
) -> None:
    path = await link_to(make, job, expires_at=clock.now() - timedelta(days=1))
    forged = "/confirm/" + new_secret()[0]
    said = []
    for one in (path, forged, path):
        asked = await client.post(f"{one}/renewals", headers=PAGE, follow_redirects=True)
        said.append((asked.status_code, asked.text.replace(one, "")))
    assert len(set(said)) == 1
    assert "Is there still a question for you? Then a new link is on its way" in said[0][1]
    [link] = await session.scalars(select(ConfirmationLink).execution_options(populate_existing=True))
    assert link.renewed_at is not None
    assert len((await session.scalars(select(AuditEvent).where(AuditEvent.action == "ask again"))).all()) == 1


async def test_a_form_that_was_open_when_the_link_ended_is_still_taken(
    client: httpx.AsyncClient, make: Factory, job: Placement
) -> None:
    path = await link_to(make, job, expires_at=clock.now() - timedelta(minutes=5))
    assert (await client.get(path, headers=PAGE)).status_code == 404
    assert (await send(client, path, answer="still_here")).status_code == 303


async def test_a_full_stop_that_a_mail_program_took_along_does_no_harm(client: httpx.AsyncClient, path: str) -> None:
    assert "Amina W." in (await client.get(f"{path}.", headers=PAGE)).text


async def test_whoever_guesses_must_wait_and_whoever_holds_a_link_need_not(
    client: httpx.AsyncClient, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(link_attempts, "MISSES", 3)
    statuses = [(await client.get(f"/confirm/guess-{number}", headers=PAGE)).status_code for number in range(4)]
    assert statuses == [404, 404, 404, 429]
    assert (await client.get(path, headers=PAGE)).status_code == 200


async def test_a_form_that_is_sent_in_without_end_is_refused(
    client: httpx.AsyncClient, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(link_attempts, "ANSWERS", 2)
    statuses = [(await send(client, path, answer="nonsense")).status_code for _ in range(3)]
    assert statuses == [400, 400, 429]


async def test_a_departure_without_its_day_is_taken_and_the_page_asks_for_the_day(
    client: httpx.AsyncClient, session: AsyncSession, path: str
) -> None:
    answer = await send(client, path, answer="left", end_reason="resigned")
    assert answer.status_code == 303
    page = await client.get(path, headers=PAGE)
    assert "We have noted that this person has left." in page.text
    assert '<option value="resigned" selected>' in page.text
    assert (await session.scalars(select(Observation))).all() == []
    await send(client, path, answer="left", left_on="20-02-2026", end_reason="resigned")
    assert "The last day was 20 February 2026." in (await client.get(path, headers=PAGE)).text


async def test_nothing_changed_is_one_tap_and_more_can_be_told_afterwards(
    client: httpx.AsyncClient, session: AsyncSession, path: str
) -> None:
    first = await client.get(path, headers=PAGE)
    assert '<button class="button button--primary" name="answer" value="still_here">' in first.text
    await send(client, path, answer="still_here")
    assert "Would you tell a little more?" in (await client.get(path, headers=PAGE)).text
    await send(client, path, answer="still_here", hourly_wage="15,20")
    standing = await session.scalars(select(Observation).where(col(Observation.superseded_at).is_(None)))
    assert [said.hourly_wage for said in standing] == [15.2]
