"""What the Dutch API Design Rules 2.2.0 ask of the API and its description."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from app.routers.api import create_api
from app.routers.api.description import description_of
from tests.conftest import CHECKOUT

VERBS = {
    "add", "cancel", "change", "close", "correct", "create", "delete", "export", "find", "get", "import", "list",
    "make", "post", "put", "read", "record", "register", "remove", "run", "save", "send", "set", "show", "start",
    "stop", "take", "update",
}  # fmt: skip
SEGMENT = re.compile(r"[a-z]+(-[a-z]+)*|\{[a-z_]+\}|_search")
ONE_OF_A_KIND = {"programme-catalogue"}
"""There is one catalogue; the word itself is the name of the collection."""
QUERY_KEY = re.compile(r"[a-z]+([A-Z][a-z]+)*")
PROPERTY = re.compile(r"[a-z]+([A-Z][a-z0-9]*)*")


@pytest.fixture(scope="module")
def described() -> dict[str, Any]:
    return json.loads(json.dumps(description_of(create_api())))  # type: ignore[no-any-return]


def operations(described: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            yield path, method, operation


async def test_the_description_is_for_everybody_also_on_another_site(client: httpx.AsyncClient) -> None:
    answer = await client.get("/v1/openapi.json", headers={"Origin": "https://elsewhere.example"})
    assert answer.status_code == 200
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["content-type"] == "application/json"
    assert answer.json()["openapi"].startswith("3.1")


def test_it_says_where_the_api_is_and_whom_to_ask(described: dict[str, Any]) -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", described["info"]["version"])
    assert described["info"]["contact"].keys() == {"name", "email", "url"}
    for server in described["servers"]:
        assert re.fullmatch(r"https://.+/v1", server["url"])


def test_paths_are_nouns_in_kebab_case_without_a_slash_at_the_end(described: dict[str, Any]) -> None:
    assert len(described["paths"]) > 20
    for path in described["paths"]:
        segments = path.removeprefix("/").split("/")
        assert all(SEGMENT.fullmatch(segment) for segment in segments), path
        assert not {word for segment in segments for word in segment.split("-")} & VERBS, path


def test_a_collection_is_a_plural(described: dict[str, Any]) -> None:
    for path in described["paths"]:
        first = path.split("/")[1]
        assert first.endswith("s") or first in ONE_OF_A_KIND, path


def test_names_are_in_camel_case(described: dict[str, Any]) -> None:
    for path, _, operation in operations(described):
        for parameter in operation.get("parameters", []):
            if parameter["in"] == "query":
                assert QUERY_KEY.fullmatch(parameter["name"]), (path, parameter["name"])
    for name, schema in described["components"]["schemas"].items():
        assert re.fullmatch(r"[A-Z][A-Za-z]+", name)
        for field in schema.get("properties", {}):
            assert PROPERTY.fullmatch(field), (name, field)


def test_a_day_that_may_be_unknown_is_still_a_day(described: dict[str, Any]) -> None:
    field = described["components"]["schemas"]["PlacementPublic"]["properties"]["endsOn"]
    assert (field["type"], field["format"]) == (["string", "null"], "date")


def test_every_answer_has_the_version_and_every_problem_its_form(described: dict[str, Any]) -> None:
    seen = 0
    for path, method, operation in operations(described):
        assert "422" not in operation["responses"]
        for status, answer in operation["responses"].items():
            seen += 1
            assert "API-Version" in answer["headers"], (path, method, status)
            if status >= "400":
                assert list(answer["content"]) == ["application/problem+json"]
    assert seen > 200


def test_invalid_input_is_400_and_a_change_asks_for_its_version(described: dict[str, Any]) -> None:
    for path, method, operation in operations(described):
        if method in ("post", "put", "patch") or operation.get("parameters"):
            assert "400" in operation["responses"], (path, method)
        if method in ("put", "patch", "delete"):
            assert {"412", "428"} <= operation["responses"].keys(), (path, method)


async def test_nobody_is_sent_on_to_an_address_without_slash(client: httpx.AsyncClient) -> None:
    answer = await client.get("/v1/programmes/", follow_redirects=False)
    assert answer.status_code == 404


@pytest.mark.parametrize("path", ["/v1/openapi.json", "/v1/programmes", "/v1/nothing"])
async def test_every_answer_carries_the_headers(client: httpx.AsyncClient, path: str) -> None:
    headers = (await client.get(path)).headers
    assert re.fullmatch(r"\d+\.\d+\.\d+", headers["api-version"])
    assert headers["cache-control"] == "no-store"
    assert headers["strict-transport-security"].startswith("max-age=")
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'"


def test_the_governments_own_linter_finds_nothing(described: dict[str, Any], tmp_path: Path) -> None:
    ruleset = os.environ.get("API_DESIGN_RULES")
    spectral = shutil.which("spectral")
    if ruleset is None or spectral is None:
        pytest.skip("API_DESIGN_RULES names no ruleset, or spectral is not installed: the rules above are held anyway")
    file = tmp_path / "openapi.json"
    file.write_text(json.dumps(described))
    done = subprocess.run(
        [spectral, "lint", "-F", "warn", "-r", ruleset, str(file)],
        capture_output=True,
        text=True,
        check=False,
        cwd=CHECKOUT,
    )
    assert done.returncode == 0, done.stdout
