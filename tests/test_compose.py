"""docker-compose.yml follows the Compose Specification, and agrees with the settings of the program."""

import json
import re
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from sqlalchemy.engine import make_url

from app.settings import Settings
from tests.conftest import CHECKOUT

SCHEMA = CHECKOUT / "tests" / "data" / "compose-spec.json"
CHOSEN = re.compile(r"\$\{\w+:-([^}]*)\}")


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    """The file as Docker reads it when nothing is chosen."""
    text = (CHECKOUT / "docker-compose.yml").read_text()
    read: dict[str, Any] = yaml.safe_load(CHOSEN.sub(r"\1", text))
    return read


def names_in_settings() -> set[str]:
    """The environment variables that the program reads."""
    return {str(field.validation_alias or f"BESTENDIG_{name}").upper() for name, field in Settings.model_fields.items()}


def test_it_follows_the_compose_specification(compose: dict[str, Any]) -> None:
    schema = json.loads(SCHEMA.read_text())
    assert [fault.message for fault in Draft202012Validator(schema).iter_errors(compose)] == []


def test_a_mistake_would_be_found(compose: dict[str, Any]) -> None:
    schema = json.loads(SCHEMA.read_text())
    wrong = {**compose, "services": {"app": {"imagee": "postgres"}}}
    assert not Draft202012Validator(schema).is_valid(wrong)


def test_the_app_is_given_settings_that_exist(compose: dict[str, Any]) -> None:
    given = set(compose["services"]["app"]["environment"])
    assert given <= names_in_settings()
    assert "DATABASE_URL" in given


def test_the_worker_does_what_the_app_leaves_to_it_with_the_same_settings(compose: dict[str, Any]) -> None:
    worker, app = compose["services"]["worker"], compose["services"]["app"]
    assert worker["command"] == ["bestendig", "worker"]
    assert worker["environment"] == app["environment"]


def test_the_settings_that_are_given_are_accepted(compose: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in compose["services"]["app"]["environment"].items():
        monkeypatch.setenv(name, value)
    assert Settings().public_url == "http://127.0.0.1:8000"


def test_the_app_finds_the_database_that_is_made(compose: dict[str, Any]) -> None:
    url = make_url(compose["services"]["app"]["environment"]["DATABASE_URL"])
    made = compose["services"]["database"]["environment"]
    assert url.host in compose["services"]
    assert (url.username, url.password, url.database) == (
        made["POSTGRES_USER"],
        made["POSTGRES_PASSWORD"],
        made["POSTGRES_DB"],
    )


def test_the_database_is_as_new_as_the_built_in_one_and_keeps_its_data(compose: dict[str, Any]) -> None:
    database = compose["services"]["database"]
    assert database["image"] == "postgres:18"
    assert "database:/var/lib/postgresql" in database["volumes"]


def test_the_port_is_the_one_that_the_container_listens_on(compose: dict[str, Any]) -> None:
    dockerfile = (CHECKOUT / "Dockerfile").read_text()
    port = compose["services"]["app"]["ports"][0].rsplit(":", 1)[1]
    assert f"EXPOSE {port}\n" in dockerfile
    assert f'"--port", "{port}"' in dockerfile


def test_nothing_is_open_to_other_machines(compose: dict[str, Any]) -> None:
    opened = [port for service in compose["services"].values() for port in service.get("ports", [])]
    assert opened
    assert all(port.startswith("127.0.0.1:") for port in opened)


def test_the_image_has_everything_that_the_program_needs() -> None:
    copied = re.findall(r"^COPY (.+) \S+$", (CHECKOUT / "Dockerfile").read_text(), re.MULTILINE)
    names = " ".join(copied).split()
    assert {"requirements/", "alembic/", "app/", "pyproject.toml"} <= set(names)
    assert all((CHECKOUT / name).exists() for name in names)
