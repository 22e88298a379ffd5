"""What is answered when something cannot be done, or breaks: calm, in the right form, and with every header."""

from collections.abc import AsyncIterator

import httpx
import pytest

from app.main import create_app
from app.routers.security_headers import API, EVERYWHERE, page_headers

PERSON = {"accept": "text/html,*/*;q=0.8", "accept-language": "nl"}
PROGRAM = {"accept": "application/json"}
ELSEWHERE = {"sec-fetch-site": "cross-site"}
PROBLEM = "application/problem+json"


@pytest.fixture
async def broken() -> AsyncIterator[httpx.AsyncClient]:
    """The program with an address at which something breaks."""

    async def fall_over() -> None:
        raise RuntimeError("Amina Warsame")

    app = create_app()
    app.add_api_route("/broken", fall_over)
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://testserver") as client:
        yield client


def has(answer: httpx.Response, headers: dict[str, str]) -> bool:
    return headers.items() <= {name: answer.headers.get(name) for name in headers}.items()


async def test_a_fault_shows_people_a_calm_page_with_every_header(broken: httpx.AsyncClient) -> None:
    answer = await broken.get("/broken", headers=PERSON)
    assert answer.status_code == 500
    assert "Er is niets opgeslagen." in answer.text
    assert "Amina" not in answer.text
    assert has(answer, {**EVERYWHERE, **page_headers(), "Cache-Control": "no-store"})


async def test_a_fault_tells_programs_a_problem_without_details(broken: httpx.AsyncClient) -> None:
    answer = await broken.get("/broken", headers=PROGRAM)
    assert (answer.status_code, answer.headers["content-type"]) == (500, PROBLEM)
    assert "Amina" not in answer.text
    assert has(answer, EVERYWHERE)


@pytest.mark.parametrize("reader", [PERSON, PROGRAM])
async def test_the_bare_address_of_the_api_is_a_problem_for_whoever_asks(
    client: httpx.AsyncClient, reader: dict[str, str]
) -> None:
    answer = await client.get("/v1", headers=reader)
    assert (answer.status_code, answer.headers["content-type"]) == (404, PROBLEM)
    assert has(answer, {**EVERYWHERE, **API})


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("nl", "verstuurd vanaf een andere website"), ("en", "sent from another website")],
)
async def test_a_form_sent_by_another_website_is_refused_with_a_page_in_the_readers_language(
    client: httpx.AsyncClient, language: str, sentence: str
) -> None:
    answer = await client.post("/sign-in", headers={**PERSON, **ELSEWHERE, "accept-language": language})
    assert (answer.status_code, answer.headers["content-type"]) == (403, "text/html; charset=utf-8")
    assert sentence in answer.text
    assert has(answer, {**EVERYWHERE, **page_headers()})


async def test_a_change_by_another_website_is_a_problem_under_the_api(client: httpx.AsyncClient) -> None:
    answer = await client.post("/v1/programmes", headers={**PERSON, **ELSEWHERE}, json={})
    assert (answer.status_code, answer.headers["content-type"]) == (403, PROBLEM)
    assert answer.json()["code"] == "forbidden"
    assert has(answer, {**EVERYWHERE, **API})
