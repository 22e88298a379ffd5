"""Administrators see who asked for outcome reports."""

from datetime import date

import httpx
import pytest

from app.rules.code_lists import PullResult, Role
from tests.factories import Factory
from tests.routers.reader import reads_pages


@pytest.fixture
async def browser(client: httpx.AsyncClient, make: Factory) -> httpx.AsyncClient:
    return await reads_pages(client, make, await make.account(Role.ADMINISTRATOR))


async def test_when_nobody_asked_the_page_says_so(browser: httpx.AsyncClient) -> None:
    assert "/outcome-pulls" in (await browser.get("/log")).text
    assert "Nobody asked for an outcome report yet" in (await browser.get("/outcome-pulls")).text


async def test_who_asked_about_whom_and_what_came_of_it(browser: httpx.AsyncClient, make: Factory) -> None:
    programme = await make.programme(name="Leren en werken")
    official = await make.account(display_name="Sanne de Wit")
    earlier = await make.outcome_pull(official, programme, withheld=3, as_of=date(2025, 12, 31))
    await make.outcome_pull(official, programme, result=PullResult.REFUSED, like_id=earlier.id, group_by=["gender"])
    page = (await browser.get("/outcome-pulls")).text
    assert page.count("Sanne de Wit") == page.count("Leren en werken") == 2
    for words in ("3 counts withheld", "Refused", "Like the report of 31 December 2025", "Split by: Gender"):
        assert words in page


async def test_a_coordinator_does_not_come_in(client: httpx.AsyncClient, make: Factory) -> None:
    account = await make.account(Role.COORDINATOR, programme=await make.programme())
    client.cookies.update(await make.signed_in(account))
    assert (await client.get("/outcome-pulls", headers={"accept": "text/html"})).status_code == 403
