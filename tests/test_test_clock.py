"""The test clock: what is today moves where it is switched on, and nowhere else."""

import subprocess
import sys
from contextvars import copy_context
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from app import clock
from app.cli.today import rehearse
from app.errors import Forbidden, InvalidInput, Refusal
from app.main import create_app
from app.models import Programme
from app.rules.code_lists import Role
from app.settings import settings
from app.test_clock import moment_asked_for
from tests.factories import Factory
from tests.running import environment

IN_TWO_YEARS = {"Bestendig-Test-Today": "2028-11-21"}
PAGE = {"accept": "text/html", "accept-language": "nl"}


@pytest.fixture
def switched_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings(), "allow_test_clock", True)
    monkeypatch.setattr(settings(), "environment", "test")


@pytest.fixture
async def signed_in(client: httpx.AsyncClient, make: Factory) -> httpx.AsyncClient:
    programme: Programme = await make.programme()
    client.cookies.update(await make.signed_in(await make.account(Role.COORDINATOR, programme=programme)))
    client.headers.update(PAGE)
    return client


@pytest.mark.usefixtures("switched_on")
async def test_a_request_takes_place_on_the_day_that_its_header_says(signed_in: httpx.AsyncClient) -> None:
    answer = await signed_in.get("/today", headers=IN_TWO_YEARS)
    assert (answer.status_code, answer.headers["Bestendig-Test-Today"]) == (200, "2028-11-21")
    assert "Testklok: hier is het 21 november 2028." in answer.text


@pytest.mark.usefixtures("switched_on")
async def test_the_next_request_takes_place_today_again(signed_in: httpx.AsyncClient) -> None:
    await signed_in.get("/today", headers=IN_TWO_YEARS)
    answer = await signed_in.get("/today")
    assert "Testklok" not in answer.text
    assert "Bestendig-Test-Today" not in answer.headers


@pytest.mark.usefixtures("switched_on")
async def test_whoever_signs_in_on_a_rehearsed_day_is_still_signed_in_today(
    client: httpx.AsyncClient, make: Factory
) -> None:
    account = await make.account(Role.COORDINATOR, programme=await make.programme(), password="a long password")
    typed = {"email": account.email, "password": "a long password"}
    for day in ("2020-01-01", "2028-11-21"):
        await client.post("/sign-in", data=typed, headers={"Bestendig-Test-Today": day})
        assert (await client.get("/today", headers=PAGE)).status_code == 200


@pytest.mark.usefixtures("switched_on")
@pytest.mark.parametrize("asked", ["", "tomorrow", "2028-13-01", "0001-01-01", "2028-11-21T25:00", "9999-12-31"])
async def test_what_is_no_day_is_told(client: httpx.AsyncClient, asked: str) -> None:
    answer = await client.get("/v1/programmes", headers={"Bestendig-Test-Today": asked})
    assert answer.status_code == 400
    assert "2028-11-21" in answer.json()["detail"]


async def test_where_it_is_off_nobody_can_believe_to_have_moved_the_day(client: httpx.AsyncClient) -> None:
    answer = await client.get("/sign-in", headers={**IN_TWO_YEARS, **PAGE})
    assert answer.status_code == 403
    assert "De testklok staat hier niet aan." in answer.text


async def test_in_production_it_is_off_whatever_the_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings(), "allow_test_clock", True)
    monkeypatch.setattr(settings(), "environment", "production")
    with pytest.raises(Forbidden):
        moment_asked_for("2028-11-21")
    with pytest.raises(Refusal, match="BESTENDIG_ALLOW_TEST_CLOCK"):
        create_app()


def test_a_server_for_real_people_does_not_start_with_it(tmp_path: Path) -> None:
    refused = subprocess.run(
        [sys.executable, "-m", "app.cli", "serve", "--port", "0"],
        env={**environment(tmp_path), "BESTENDIG_ALLOW_TEST_CLOCK": "true"},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert refused.returncode == 1
    assert refused.stderr.startswith("BESTENDIG_ALLOW_TEST_CLOCK is only for trying things out")


@pytest.mark.usefixtures("switched_on")
def test_a_day_keeps_the_time_of_day_and_a_moment_is_dutch_time() -> None:
    moved = moment_asked_for("2028-11-21").astimezone(clock.DUTCH_TIME)
    real = clock.real_now().astimezone(clock.DUTCH_TIME)
    assert moved.date() == date(2028, 11, 21)
    assert (
        timedelta()
        <= (real.replace(tzinfo=None) - moved.replace(tzinfo=None)) % timedelta(days=1)
        < timedelta(minutes=1)
    )
    assert moment_asked_for("2028-07-01T10:00") == datetime(2028, 7, 1, 8, 0, tzinfo=UTC)
    assert moment_asked_for("2028-07-01T10:00Z") == datetime(2028, 7, 1, 10, 0, tzinfo=UTC)
    with pytest.raises(InvalidInput):
        moment_asked_for("21-11-2028")


@pytest.mark.usefixtures("switched_on")
def test_a_command_moves_the_day_of_its_whole_process() -> None:
    def command() -> date:
        rehearse("2028-11-21")
        return clock.day_of(clock.now())

    assert copy_context().run(command) == date(2028, 11, 21)
    assert clock.day_of(clock.now()) == clock.day_of(clock.real_now())
