"""What a program is told when something cannot be done, and the form in which."""

import json
from typing import Any
from uuid import uuid4

import httpx
import pytest

from app.main import create_app
from app.routers.api import cohorts
from tests.routers.api.conftest import Dossier, Header

MEMBERS = {"type", "title", "status", "detail", "instance", "code"}


def is_a_problem(answer: httpx.Response, status: int) -> dict[str, Any]:
    """It has the status, the members of RFC 9457 and ours, and the headers of every answer."""
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["api-version"]
    assert answer.headers["cache-control"] == "no-store"
    problem: dict[str, Any] = answer.json()
    assert MEMBERS <= problem.keys() <= MEMBERS | {"invalidParams"}
    assert problem["status"] == status
    return problem


async def test_all_faults_are_listed_at_once_and_nothing_is_repeated(
    client: httpx.AsyncClient, coordinator: Header
) -> None:
    body = {
        "programmeId": "zekerGeenUuid",
        "number": "x" * 51,
        "firstName": "",
        "birthDate": "30-02-1990zz",
        "gender": "onbekendGeslacht",
        "education": 98765,
        "earlierOccupations": ["bakker"],
        "skills": [{"name": "Naaien", "kind": "gevoeligeTekst"}],
        "wishedHours": "veelUur",
        "Fatima<script>": 1,
        "unknownField": 1,
    }
    answer = await client.post("/v1/participants", json=body, headers=coordinator)
    problem = is_a_problem(answer, 400)
    faults = {one["name"]: one["code"] for one in problem["invalidParams"]}
    assert faults == {
        "programmeId": "not-an-identity",
        "number": "too-long",
        "firstName": "too-short",
        "lastName": "missing",
        "birthDate": "not-a-date",
        "gender": "not-in-list",
        "education": "too-large",
        "earlierOccupations.0": "wrong-form",
        "skills.0.kind": "not-in-list",
        "wishedHours": "not-a-number",
        "?": "unknown-field",
        "unknownField": "unknown-field",
    }
    for sent in ("zekerGeen", "xxx", "zz", "onbekend", "98765", "bakker", "gevoelige", "veelUur", "Fatima", "script"):
        assert sent not in answer.text


@pytest.mark.parametrize("text", ["a\u0000b", "a\u0007b", "\ud800"])
async def test_text_that_cannot_be_kept_is_invalid(
    client: httpx.AsyncClient, dossier: Dossier, coordinator: Header, text: str
) -> None:
    for field, value in (("name", text), ("targetGroups", [text])):
        body = json.dumps({"name": "Other", field: value})
        header = coordinator | {"Content-Type": "application/json", "If-Match": '"1"'}
        answer = await client.patch(f"/v1/programmes/{dossier.programme.id}", content=body, headers=header)
        problem = is_a_problem(answer, 400)
        assert problem["invalidParams"][0]["name"].startswith(field)


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "2026-02-30", "2026-03-01T00:00:00Z", 20260301, ""])
async def test_a_day_that_lies_in_nobodys_life_is_invalid(
    client: httpx.AsyncClient, dossier: Dossier, coordinator: Header, day: object
) -> None:
    body = {"trajectoryId": str(dossier.trajectory.id), "contactedOn": day}
    problem = is_a_problem(await client.post("/v1/coaching-contacts", json=body, headers=coordinator), 400)
    assert [one["name"] for one in problem["invalidParams"]] == ["contactedOn"]


@pytest.mark.parametrize("body", [b"{", b"[]", b"null", b'"text"', b"", b"\xff"])
async def test_a_body_that_is_no_object_is_invalid(client: httpx.AsyncClient, coordinator: Header, body: bytes) -> None:
    header = coordinator | {"Content-Type": "application/json"}
    is_a_problem(await client.post("/v1/cohorts", content=body, headers=header), 400)


@pytest.mark.parametrize("header", [{}, {"Authorization": "Bearer made-up"}, {"Authorization": "Basic YTpi"}])
async def test_nobody_is_let_in_without_saying_who_asks(client: httpx.AsyncClient, header: Header) -> None:
    answer = await client.get("/v1/programmes", headers=header)
    is_a_problem(answer, 401)
    assert answer.headers["www-authenticate"].startswith("Bearer")


@pytest.mark.parametrize("path", ["/v1/", "/v1/nothing", "/v1/programmes/", "/v1/programmes.json", "/v1/openapi.json/"])
async def test_what_is_not_there_is_404_also_with_a_trailing_slash(
    client: httpx.AsyncClient, coordinator: Header, path: str
) -> None:
    is_a_problem(await client.get(path, headers=coordinator), 404)


async def test_an_identity_that_nothing_has_is_404(client: httpx.AsyncClient, coordinator: Header) -> None:
    is_a_problem(await client.get(f"/v1/trajectories/{uuid4()}", headers=coordinator), 404)


async def test_a_method_that_is_not_there_is_405_and_says_which_are(
    client: httpx.AsyncClient, dossier: Dossier, coordinator: Header
) -> None:
    answer = await client.delete(f"/v1/programmes/{dossier.programme.id}", headers=coordinator)
    is_a_problem(answer, 405)
    assert "PATCH" in answer.headers["allow"]


@pytest.mark.parametrize("wanted", ["text/html", "application/xml;q=0.9", "application/json;q=0"])
async def test_another_form_than_json_is_not_answered(
    client: httpx.AsyncClient, coordinator: Header, wanted: str
) -> None:
    is_a_problem(await client.get("/v1/programmes", headers=coordinator | {"Accept": wanted}), 406)


@pytest.mark.parametrize("wanted", ["text/html, application/json;q=0.1", "*/*", "application/*", ""])
async def test_json_is_answered_to_whoever_accepts_it(
    client: httpx.AsyncClient, coordinator: Header, wanted: str
) -> None:
    assert (await client.get("/v1/programmes", headers=coordinator | {"Accept": wanted})).status_code == 200


@pytest.mark.parametrize("form", ["text/plain", "application/x-www-form-urlencoded", "application/xml", ""])
async def test_another_form_than_json_is_not_accepted(
    client: httpx.AsyncClient, coordinator: Header, form: str
) -> None:
    header = coordinator | {"Content-Type": form}
    is_a_problem(await client.post("/v1/cohorts", content=b'{"name": "x"}', headers=header), 415)


async def test_a_body_that_is_too_large_is_refused(client: httpx.AsyncClient, coordinator: Header) -> None:
    body = {"programmeId": str(uuid4()), "name": "x" * 1_100_000}
    is_a_problem(await client.post("/v1/cohorts", json=body, headers=coordinator), 413)


async def test_a_fault_of_the_program_tells_nothing_of_what_was_sent(
    monkeypatch: pytest.MonkeyPatch, client: httpx.AsyncClient, coordinator: Header, caplog: pytest.LogCaptureFixture
) -> None:
    async def broken(*_: object, **__: object) -> None:
        raise RuntimeError("secret of the program")

    monkeypatch.setattr(cohorts, "answer_page", broken)
    transport = httpx.ASGITransport(app=create_app(), raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://testserver") as outside:
        answer = await outside.get("/v1/cohorts", headers=coordinator)
    problem = is_a_problem(answer, 500)
    assert "secret" not in answer.text
    assert problem["instance"] in caplog.text
