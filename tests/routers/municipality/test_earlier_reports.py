"""A report is held against those that were published before: their difference may not be about a few people."""

from datetime import date, timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.models import Account, Programme
from app.rules.code_lists import Role
from tests.factories import Factory
from tests.routers.days import TODAY
from tests.routers.municipality.test_outcomes import numbers

UTRECHT = "GM0344"
BEFORE, LONG_AGO = TODAY - timedelta(days=30), TODAY - timedelta(days=100)


async def register(make: Factory, programme: Programme, many: int, on: date = LONG_AGO, **fields: Any) -> None:
    """So many residents of Utrecht who registered on a day and of whom nothing more is known."""
    for _ in range(many):
        await make.trajectory(
            programme, municipality_code=UTRECHT, registered_on=on, started_on=None, decided_on=None, **fields
        )


async def cohort(browser: httpx.AsyncClient, query: str = "") -> str:
    """How many people the downloaded report is about, as it says."""
    table = await browser.get(f"/outcomes/table{query}")
    return numbers(table, "admitted")["cohort"]


@pytest.mark.parametrize(("joined", "status"), [(1, 403), (9, 403), (15, 200)])
async def test_a_report_of_another_day_is_refused_when_it_differs_by_too_few_people(
    browser: httpx.AsyncClient, make: Factory, programme: Programme, joined: int, status: int
) -> None:
    await register(make, programme, 12)
    await register(make, programme, joined, on=BEFORE)
    assert (await browser.get(f"/outcomes?day={BEFORE - timedelta(days=1)}")).status_code == 200
    page = await browser.get(f"/outcomes?day={BEFORE}")
    assert page.status_code == status
    assert ("Fewer than 10 people count differently" in page.text) == (status == 403)


async def test_a_refusal_leads_to_the_report_that_was_published(
    browser: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    await register(make, programme, 12)
    await register(make, programme, 3, on=BEFORE)
    await browser.get(f"/outcomes?day={LONG_AGO}")
    refused = await browser.get(f"/outcomes?day={BEFORE}&group=gender")
    assert "<caption" not in refused.text
    address = refused.text.split('<p><a href="')[1].split('"')[0].replace("&amp;", "&")
    earlier = await browser.get(address)
    assert earlier.status_code == 200
    assert '<option value="gender" selected>' in earlier.text


async def test_who_names_no_day_gets_the_latest_report_that_may_be_given(
    browser: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    await register(make, programme, 12)
    await register(make, programme, 4, on=TODAY)
    await browser.get(f"/outcomes?day={LONG_AGO}")
    page = await browser.get("/outcomes")
    assert page.status_code == 200
    assert "This is the report of" in page.text
    assert await cohort(browser) == "10"
    await register(make, programme, 11, on=TODAY)
    assert await cohort(browser) == "25"


async def test_the_same_people_may_be_read_about_again_in_every_grouping(
    browser: httpx.AsyncClient, make: Factory, programme: Programme, session: AsyncSession
) -> None:
    await register(make, programme, 12)
    for query in ("", "?group=gender", "?group=cohort", f"?day={BEFORE}", ""):
        assert (await browser.get(f"/outcomes{query}")).status_code == 200
    assert await session.scalar(text("select count(*) from outcome_pull where fingerprint is not null")) == 1


async def test_a_correction_about_a_few_people_cannot_be_read_off_by_the_moment_it_was_known(
    browser: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    await register(make, programme, 12)
    first = make.at
    make.at = first + timedelta(days=1)
    await register(make, programme, 2)
    answers = [await browser.get("/outcomes", params={"at": at.isoformat()}) for at in (first, make.at)]
    assert [answer.status_code for answer in answers] == [200, 403]


async def test_somebody_else_of_the_municipality_is_held_to_what_was_published(
    browser: httpx.AsyncClient, make: Factory, programme: Programme, official: Account
) -> None:
    await register(make, programme, 12)
    await register(make, programme, 3, on=BEFORE)
    await browser.get(f"/outcomes?day={LONG_AGO}")
    city = await make.organisation(name="Gemeente Utrecht, sociale zaken", municipality_code=UTRECHT)
    colleague = await make.account(Role.MUNICIPALITY, organisation=city)
    browser.cookies.update(await make.signed_in(colleague))
    assert (await browser.get(f"/outcomes?day={BEFORE}")).status_code == 403


async def test_a_programme_of_nearly_all_ones_residents_is_refused_beside_the_residents(
    browser: httpx.AsyncClient, make: Factory, programme: Programme, official: Account
) -> None:
    await register(make, programme, 12)
    await register(make, await make.programme(name="Zorg"), 4)
    await make.membership(official, Role.MUNICIPALITY, programme, await make.organisation())
    assert (await browser.get("/outcomes")).status_code == 200
    refused = await browser.get(f"/outcomes?scope={programme.id}")
    assert refused.status_code == 403
    assert "about nearly the same people as another report" in refused.text


async def test_a_report_in_which_everything_is_withheld_blocks_nothing(
    browser: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    await register(make, programme, 6)
    await register(make, programme, 7, on=BEFORE)
    assert (await browser.get(f"/outcomes?day={LONG_AGO}")).status_code == 200
    assert (await browser.get(f"/outcomes?day={BEFORE}")).status_code == 200


async def test_a_program_is_told_where_the_published_report_is(
    client: httpx.AsyncClient, make: Factory, programme: Programme, official: Account
) -> None:
    await register(make, programme, 12)
    await register(make, programme, 3, on=BEFORE)
    header = await make.token(official)
    earlier = await client.get(f"/v1/outcomes?asOf={LONG_AGO}&metric=admitted", headers=header)
    refused = await client.get(f"/v1/outcomes?asOf={BEFORE}", headers=header)
    assert (refused.status_code, refused.json()["code"]) == (403, "too-like-earlier")
    query = refused.json()["detail"].rstrip(".").split(" at ")[-1]
    again = await client.get(f"/v1/outcomes?{query}&metric=admitted", headers=header)
    assert again.json() == earlier.json()


async def test_every_pull_is_kept_also_the_refused_one(
    browser: httpx.AsyncClient, make: Factory, programme: Programme, session: AsyncSession
) -> None:
    await register(make, programme, 12)
    await register(make, programme, 3, on=BEFORE)
    for day in (LONG_AGO, BEFORE):
        await browser.get(f"/outcomes?day={day}&group=gender")
    kept = (await session.execute(text("select result, as_of, municipality_codes, group_by from outcome_pull"))).all()
    assert {tuple(map(str, row)) for row in kept} == {
        ("published", str(LONG_AGO), "['GM0344']", "['gender']"),
        ("refused", str(BEFORE), "['GM0344']", "['gender']"),
    }
