"""A programme's own metric as a municipality gets it: inside the report of that programme only, and published."""

from datetime import date
from typing import Any

import httpx
import pytest

from app import clock
from app.models import Account, OwnMetric, Programme
from app.rules.code_lists import Role
from tests.factories import Factory
from tests.routers.municipality.test_outcomes import numbers

UTRECHT = "GM0344"
STARTED: dict[str, Any] = {
    "municipality_code": UTRECHT,
    "registered_on": date(2024, 1, 8),
    "started_on": date(2024, 2, 5),
}


async def start(make: Factory, programme: Programme, many: int, **fields: Any) -> None:
    """So many people who started long ago, written down now, and of whom nothing more is known."""
    make.at = clock.now()
    for _ in range(many):
        await make.trajectory(programme, **{**STARTED, **fields})


@pytest.fixture
async def official(make: Factory, programme: Programme) -> Account:
    city = await make.organisation(name="Gemeente Utrecht", roles=["municipality"], municipality_code=UTRECHT)
    return await make.account(Role.MUNICIPALITY, organisation=city, programme=programme)


@pytest.fixture
async def own(make: Factory, programme: Programme) -> OwnMetric:
    return await make.own_metric(programme, title="Aan het werk na 9 maanden")


async def test_it_stands_in_the_report_of_its_programme_rounded(
    browser: httpx.AsyncClient, make: Factory, programme: Programme, own: OwnMetric
) -> None:
    await make.own_metric(programme, title="Alleen voor ons", team_only=True)
    await start(make, programme, 23)
    page = await browser.get(f"/outcomes?scope={programme.id}")
    assert "Aan het werk na 9 maanden" in page.text
    assert "Alleen voor ons" not in page.text
    table = await browser.get(f"/outcomes/table?scope={programme.id}")
    assert numbers(table, own.code)["due"] == "25"


async def test_it_is_in_no_report_about_the_residents(
    browser: httpx.AsyncClient, make: Factory, programme: Programme, own: OwnMetric
) -> None:
    await start(make, programme, 23)
    city = await make.organisation(name="Utrecht", roles=["municipality"], municipality_code=UTRECHT)
    browser.cookies.update(await make.signed_in(await make.account(Role.MUNICIPALITY, organisation=city)))
    residents = await browser.get("/outcomes/table")
    assert numbers(residents, "placed_within_12_months")["due"] == "25"
    assert own.code not in residents.text


async def test_one_person_who_counts_otherwise_in_it_alone_is_not_given_away(
    browser: httpx.AsyncClient, make: Factory, programme: Programme, own: OwnMetric
) -> None:
    await start(make, programme, 22)
    await start(make, programme, 1, started_on=date(2024, 3, 5))
    the_day_before, nine_months_later = date(2024, 12, 4), date(2024, 12, 5)
    here = f"/outcomes/table?scope={programme.id}"
    assert (await browser.get(f"{here}&day={the_day_before}")).status_code == 200
    assert (await browser.get(f"{here}&day={nine_months_later}")).status_code == 403


async def test_adding_a_metric_does_not_hide_that_one_person_came(
    browser: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    await start(make, programme, 23)
    day = date(2026, 1, 1)
    assert (await browser.get(f"/outcomes/table?scope={programme.id}&day={day}")).status_code == 200
    await make.own_metric(programme)
    assert (await browser.get(f"/outcomes/table?scope={programme.id}&day={day}")).status_code == 200
    await start(make, programme, 1)
    await make.own_metric(programme)
    assert (await browser.get(f"/outcomes/table?scope={programme.id}&day={day}")).status_code == 403
