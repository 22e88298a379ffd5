"""Signing in and out."""

import httpx
import pytest

from app.routers.desk.front_door import path_within
from app.rules.code_lists import Role
from app.rules.sign_in_limit import ATTEMPTS
from tests.factories import Factory
from tests.routers.reader import PAGE


async def sign_in(client: httpx.AsyncClient, email: str, password: str) -> httpx.Response:
    return await client.post("/sign-in", data={"email": email, "password": password}, headers=PAGE)


async def test_a_coordinator_signs_in_and_finds_the_day(client: httpx.AsyncClient, make: Factory) -> None:
    account = await make.account(Role.COORDINATOR, programme=await make.programme(), password="correct horse")
    answer = await sign_in(client, f" {account.email.upper()} ", "correct horse")
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    home = await client.get("/", headers=PAGE)
    assert home.headers["location"] == "/today"
    assert (await client.get("/today", headers=PAGE)).status_code == 200


async def test_a_wrong_password_keeps_the_address_and_says_so_calmly(client: httpx.AsyncClient, make: Factory) -> None:
    account = await make.account(Role.COORDINATOR, programme=await make.programme(), password="correct horse")
    answer = await sign_in(client, account.email, "wrong horse")
    assert answer.status_code == 400
    assert account.email in answer.text
    assert "do not belong together" in answer.text
    assert "wrong horse" not in answer.text


async def test_an_unknown_address_gets_the_same_answer(client: httpx.AsyncClient, connection: object) -> None:
    answer = await sign_in(client, "nobody@example.org", "anything")
    assert answer.status_code == 400
    assert "do not belong together" in answer.text


async def test_after_five_wrong_passwords_the_right_one_has_to_wait(client: httpx.AsyncClient, make: Factory) -> None:
    account = await make.account(Role.COORDINATOR, programme=await make.programme(), password="correct horse")
    for _ in range(ATTEMPTS):
        await sign_in(client, account.email, "wrong horse")
    assert (await sign_in(client, account.email, "correct horse")).status_code == 400


async def test_four_wrong_passwords_are_forgiven(client: httpx.AsyncClient, make: Factory) -> None:
    account = await make.account(Role.COORDINATOR, programme=await make.programme(), password="correct horse")
    for _ in range(ATTEMPTS - 1):
        await sign_in(client, account.email, "wrong horse")
    assert (await sign_in(client, account.email, "correct horse")).status_code == 303


async def test_after_signing_out_the_cookie_is_worth_nothing(client: httpx.AsyncClient, make: Factory) -> None:
    account = await make.account(Role.COORDINATOR, programme=await make.programme())
    cookies = await make.signed_in(account)
    client.cookies.update(cookies)
    assert (await client.post("/sign-out", headers=PAGE)).status_code == 303
    client.cookies.update(cookies)
    assert (await client.get("/today", headers=PAGE)).headers["location"] == "/sign-in?next=%2Ftoday"


async def test_somebody_who_has_not_signed_in_comes_back_to_the_page_afterwards(
    client: httpx.AsyncClient, make: Factory
) -> None:
    account = await make.account(Role.COORDINATOR, programme=await make.programme(), password="correct horse")
    door = await client.get("/trajectories", headers=PAGE, follow_redirects=True)
    assert 'name="next" value="/trajectories"' in door.text
    data = {"email": account.email, "password": "correct horse", "next": "/trajectories"}
    assert (await client.post("/sign-in", data=data)).headers["location"] == "/trajectories"


@pytest.mark.parametrize("elsewhere", ["https://example.org/", "//example.org", "/\\example.org", None])
def test_signing_in_never_leads_to_another_website(elsewhere: str | None) -> None:
    assert path_within(elsewhere) == "/"


async def test_a_choice_of_language_is_kept_and_leads_back(client: httpx.AsyncClient, make: Factory) -> None:
    account = await make.account(Role.COORDINATOR, programme=await make.programme())
    client.cookies.update(await make.signed_in(account))
    assert '<html lang="nl"' in (await client.get("/today")).text
    chosen = await client.post("/language", data={"language": "en", "back": "/today"})
    assert (chosen.status_code, chosen.headers["location"]) == (303, "/today")
    assert '<html lang="en"' in (await client.get("/today")).text


async def test_a_page_that_does_not_exist_is_a_page_that_says_so(client: httpx.AsyncClient) -> None:
    answer = await client.get("/nowhere", headers=PAGE)
    assert answer.status_code == 404
    assert "This page does not exist" in answer.text


async def test_the_page_about_accessibility_is_there_for_everybody(client: httpx.AsyncClient) -> None:
    assert (await client.get("/accessibility", headers=PAGE)).status_code == 200
