"""The page on which a participant says whether they still work somewhere."""

from datetime import timedelta

import httpx
import pytest
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from app import clock
from app.models import ConfirmationLink, FollowUp, Observation, Placement
from app.rules.code_lists import AskedOf, FollowUpState
from app.rules.rating_languages import OWN_NAMES
from app.use_cases.secrets import new_secret
from tests.factories import Factory
from tests.routers.reader import PAGE


@pytest.fixture
async def job(make: Factory) -> Placement:
    programme = await make.programme()
    person = await make.participant(programme, first_name="Amina", last_name="Warsame", phone="0612345678")
    employer = await make.organisation(name="Bakkerij De Korenbloem")
    return await make.placement(await make.trajectory(programme, person), employer, job_title="Bakker")


async def link_to(make: Factory, job: Placement, **fields: object) -> str:
    secret, hashed = new_secret()
    question = await make.follow_up(job, due_on=clock.day_of(clock.now()), state=FollowUpState.ASKED)
    own = {"asked_of": AskedOf.PARTICIPANT, "expires_at": clock.now() + timedelta(days=60), **fields}
    await make.confirmation_link(job, follow_up_id=question.id, token_hash=hashed, **own)
    return f"/own-work/{secret}"


@pytest.fixture
async def path(make: Factory, job: Placement) -> str:
    return await link_to(make, job)


async def test_it_shows_first_name_employer_job_and_start_alone(client: httpx.AsyncClient, path: str) -> None:
    page = await client.get(path, headers=PAGE)
    for shown in ("Amina", "Bakkerij De Korenbloem", "Bakker", "2 February 2026"):
        assert shown in page.text
    assert "Warsame" not in page.text
    assert "0612345678" not in page.text
    assert page.headers["referrer-policy"] == "no-referrer"


async def test_one_tap_is_evidence_by_the_participant_and_answers_the_follow_up(
    client: httpx.AsyncClient, session: AsyncSession, path: str
) -> None:
    sent = await client.post(path, data={"answer": "still_here", "language": "en"}, headers=PAGE, follow_redirects=True)
    assert "You said: yes, nothing has changed." in sent.text
    [said] = await session.scalars(select(Observation))
    assert (said.in_paid_work, said.source, said.recorded_by) == (True, "participant", None)
    [asked] = await session.scalars(select(FollowUp).execution_options(populate_existing=True))
    assert (asked.state, asked.answered_by) == (FollowUpState.ANSWERED, said.id)


async def test_having_left_is_kept_without_a_day_and_ends_the_job_with_one(
    client: httpx.AsyncClient, session: AsyncSession, job: Placement, path: str
) -> None:
    kept = await client.post(path, data={"answer": "left", "language": "en"}, headers=PAGE, follow_redirects=True)
    assert "We know now that you no longer work there." in kept.text
    assert (await session.scalars(select(Observation))).all() == []
    await client.post(path, data={"answer": "left", "left_on": "2026-02-20"}, headers=PAGE)
    ended = await session.get_one(Placement, job.id, populate_existing=True)
    assert (str(ended.ends_on), ended.end_source) == ("2026-02-20", "participant")


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({"answer": "left", "left_on": "2999-01-01"}, "Choose a day from your first day at work until today."),
        ({"answer": "left", "left_on": "2020-01-01"}, "Choose a day from your first day at work until today."),
        ({"answer": "changed", "hours": "many"}, "Write the hours as a number, such as 24."),
        ({"hours": "24"}, "Choose one of the answers."),
    ],
)
async def test_what_cannot_be_right_is_explained_and_nothing_typed_is_lost(
    client: httpx.AsyncClient, session: AsyncSession, path: str, sent: dict[str, str], says: str
) -> None:
    page = await client.post(path, data=sent, headers=PAGE)
    assert page.status_code == 400
    assert says in page.text
    for typed in sent.values():
        assert f'value="{typed}"' in page.text
    assert (await session.scalars(select(Observation))).all() == []


async def test_a_link_that_opens_nothing_shows_one_page_in_the_own_language(
    client: httpx.AsyncClient, session: AsyncSession, make: Factory, job: Placement
) -> None:
    old = await link_to(make, job, expires_at=clock.now() - timedelta(days=1))
    pages = [await client.get(f"{one}?language=uk") for one in (old, f"{old}x", "/own-work/guess")]
    assert {page.status_code for page in pages} == {404}
    assert all('lang="uk"' in page.text and "Amina" not in page.text for page in pages)
    asked = await client.post(f"{old}/renewals", data={"language": "en"}, follow_redirects=True)
    assert "Then a new link goes to the e-mail address that the programme has of you." in asked.text
    [link] = await session.scalars(select(ConfirmationLink).execution_options(populate_existing=True))
    assert link.renewed_at is not None


async def test_an_employers_link_does_not_open_it(client: httpx.AsyncClient, make: Factory, job: Placement) -> None:
    path = await link_to(make, job, asked_of=AskedOf.EMPLOYER)
    assert (await client.get(path)).status_code == 404


@pytest.mark.parametrize("language", OWN_NAMES)
async def test_it_can_be_read_in_every_language(client: httpx.AsyncClient, path: str, language: str) -> None:
    page = await client.get(f"{path}?language={language}")
    assert (page.status_code, f'<html lang="{language}"' in page.text) == (200, True)
