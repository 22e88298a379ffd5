"""The page behind a participant's link."""

from datetime import timedelta

import httpx
import pytest
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from app import clock
from app.models import Placement, Rating
from app.rules.code_lists import RatingLanguage
from app.rules.rating_languages import OWN_NAMES
from tests.factories import Factory

ALL = {"guidance": "4", "job": "5", "belonging": "2"}


@pytest.fixture
async def job(make: Factory) -> Placement:
    programme = await make.programme()
    person = await make.participant(programme, first_name="Amina", last_name="Warsame", phone="0612345678")
    employer = await make.organisation(name="Bakkerij De Korenbloem")
    return await make.placement(await make.trajectory(programme, person), employer, job_title="Bakker")


async def link_to(make: Factory, job: Placement, **fields: object) -> str:
    until = {"expires_at": clock.now() + timedelta(days=10), "asked_in": RatingLanguage.ENGLISH}
    _, secret = await make.asked_rating(job, **{**until, **fields})
    return f"/rate/{secret}"


@pytest.fixture
async def path(make: Factory, job: Placement) -> str:
    return await link_to(make, job)


async def scores(session: AsyncSession) -> dict[str, int]:
    standing = await session.scalars(select(Rating).where(col(Rating.superseded_at).is_(None)))
    return {one.dimension: one.score for one in standing}


async def test_it_asks_three_questions_and_shows_first_name_and_employer_alone(
    client: httpx.AsyncClient, path: str
) -> None:
    page = await client.get(path)
    assert page.status_code == 200
    assert "Amina" in page.text
    assert "Bakkerij De Korenbloem" in page.text
    assert page.text.count("<fieldset") == 3
    assert "Warsame" not in page.text
    assert "0612345678" not in page.text
    assert page.headers["referrer-policy"] == "no-referrer"
    assert page.headers["cache-control"] == "no-store"


async def test_opening_it_answers_nothing(client: httpx.AsyncClient, session: AsyncSession, path: str) -> None:
    await client.get(path)
    assert (await client.request("HEAD", path)).status_code in (200, 405)
    assert await scores(session) == {}


async def test_answers_are_kept_and_shown_with_an_offer_to_change_them(
    client: httpx.AsyncClient, session: AsyncSession, path: str
) -> None:
    sent = await client.post(path, data={**ALL, "language": "en"}, follow_redirects=True)
    assert "Thank you. We have your answer." in sent.text
    assert "Change my answer" in sent.text
    assert sent.text.count(" checked") == 3
    assert await scores(session) == {"guidance": 4, "job": 5, "belonging": 2}


async def test_what_is_left_open_can_be_answered_later(
    client: httpx.AsyncClient, session: AsyncSession, path: str
) -> None:
    sent = await client.post(path, data={"job": "3"}, follow_redirects=True)
    assert "You can still answer the other questions." in sent.text
    await client.post(path, data={"guidance": "5"})
    assert await scores(session) == {"guidance": 5, "job": 3}


async def test_a_changed_answer_takes_the_place_of_the_first(
    client: httpx.AsyncClient, session: AsyncSession, path: str
) -> None:
    for given in ("1", "4"):
        await client.post(path, data={"job": given})
    assert await scores(session) == {"job": 4}
    assert len((await session.scalars(select(Rating))).all()) == 2


@pytest.mark.parametrize("given", ["", "0", "6", "good", "4.5"])
async def test_an_answer_that_is_none_is_refused_with_what_to_do(
    client: httpx.AsyncClient, session: AsyncSession, path: str, given: str
) -> None:
    sent = await client.post(path, data={"job": given})
    assert sent.status_code == 400
    assert "Choose at least one answer." in sent.text
    assert await scores(session) == {}


async def test_an_employer_cannot_be_rated_for_by_a_participant(
    client: httpx.AsyncClient, session: AsyncSession, path: str
) -> None:
    assert (await client.post(path, data={"programme": "5", "participant": "5"})).status_code == 400
    assert await scores(session) == {}


@pytest.mark.parametrize(
    ("fields", "status", "title"),
    [
        ({"expires_at": clock.now() - timedelta(minutes=1)}, 410, "This link is too old"),
        ({"revoked_at": clock.now()}, 410, "This link was taken back"),
    ],
)
async def test_a_closed_link_says_so_and_tells_nothing(
    client: httpx.AsyncClient, make: Factory, session: AsyncSession, job: Placement, fields: dict[str, object],
    status: int, title: str,
) -> None:  # fmt: skip
    path = await link_to(make, job, **fields)
    for page in (await client.get(path), await client.post(path, data=ALL)):
        assert page.status_code == status
        assert title in page.text
        assert "Amina" not in page.text
        assert "Korenbloem" not in page.text
    assert await scores(session) == {}


async def test_a_forged_link_is_told_apart_from_nothing(client: httpx.AsyncClient, path: str) -> None:
    page = await client.get("/rate/forged?language=en")
    assert page.status_code == 404
    assert "This link does not work" in page.text


@pytest.mark.parametrize("language", list(RatingLanguage))
async def test_it_speaks_the_language_in_which_it_was_asked(
    client: httpx.AsyncClient, make: Factory, job: Placement, language: RatingLanguage
) -> None:
    page = await client.get(await link_to(make, job, asked_in=language))
    side = "rtl" if language is RatingLanguage.ARABIC else "ltr"
    assert f'<html lang="{language}" dir="{side}"' in page.text
    assert all(name in page.text for name in OWN_NAMES.values())
    assert ("Send my answer" in page.text) is (language is RatingLanguage.ENGLISH)


async def test_another_language_can_be_chosen_and_stays_after_answering(client: httpx.AsyncClient, path: str) -> None:
    page = await client.get(f"{path}?language=tr")
    assert '<html lang="tr"' in page.text
    sent = await client.post(path, data={"job": "4", "language": "tr"}, follow_redirects=True)
    assert '<html lang="tr"' in sent.text
    assert "Cevabınızı aldık" in sent.text


@pytest.mark.parametrize(
    ("asked", "language"), [("uk,en;q=0.5", "uk"), ("ar-SY", "ar"), ("fr", "nl"), ("", "nl"), ("ti;q=x,tr", "tr")]
)
async def test_a_link_that_never_was_answers_in_the_language_of_the_browser(
    client: httpx.AsyncClient, asked: str, language: str
) -> None:
    page = await client.get("/rate/forged", headers={"accept-language": asked})
    assert f'<html lang="{language}"' in page.text


@pytest.mark.parametrize("language", ["de", "../nl", "AR", ""])
async def test_a_language_that_we_do_not_have_is_left_aside(
    client: httpx.AsyncClient, path: str, language: str
) -> None:
    assert '<html lang="en"' in (await client.get(path, params={"language": language})).text


async def test_what_an_employer_is_called_cannot_break_the_page(client: httpx.AsyncClient, make: Factory) -> None:
    programme = await make.programme()
    employer = await make.organisation(name='<script>alert(1)</script> 100% "Fit"')
    job = await make.placement(await make.trajectory(programme), employer)
    page = await client.get(await link_to(make, job, asked_in=RatingLanguage.ARABIC))
    assert page.status_code == 200
    assert "<script>" not in page.text
    assert "100%" in page.text
