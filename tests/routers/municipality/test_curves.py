"""The curve of how long the first job lasted, as a municipality may read it: by months, with enough people in each."""

from datetime import timedelta
from io import BytesIO
from typing import Any

import httpx
import openpyxl

from app import clock
from app.models import Organisation, Programme
from tests.factories import Factory
from tests.routers.municipality.test_outcomes import UTRECHT, numbers

START = clock.day_of(clock.now()) - timedelta(days=1000)


async def jobs(make: Factory, programme: Programme, lengths: list[int], employer: Organisation | None = None) -> None:
    """People with a first job of so many days, each with another employer unless one is named."""
    for days in lengths:
        trajectory = await make.trajectory(programme, registered_on=START, started_on=START, municipality_code=UTRECHT)
        elsewhere: dict[str, Any] = {"organisation": employer} if employer else {}
        await make.placement(trajectory, starts_on=START, ends_on=START + timedelta(days=days - 1), **elsewhere)


async def test_the_curve_stands_in_page_table_workbook_and_edition(
    browser: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    await jobs(make, programme, [60] * 12 + [300] * 14 + [700] * 11)

    page = await browser.get("/outcomes")
    assert "Of 35 people 29 % still works there after 18 months." in page.text
    assert "Still followed" in page.text
    table = numbers(await browser.get("/outcomes/table"), "time_in_first_job")
    assert (table["people"], table["over_month_3"], table["at_risk_month_3"]) == ("35", "10", "25")
    workbook = openpyxl.load_workbook(BytesIO((await browser.get("/outcomes/workbook")).content))
    assert ["How long the first job lasted", 3, 25] in [
        list(line)[:3] for line in workbook["Curves"].iter_rows(values_only=True)
    ]
    saved = await browser.post(
        "/outcome-reports", data={"title": "Voor de raad", "scope": UTRECHT, "reference_day": "day_itself"}
    )
    edition = (await browser.post(f"{saved.headers['location'].partition('?')[0]}/editions")).headers["location"]
    assert "still works there after 18 months" in (await browser.get(edition)).text
    file = (await browser.get(f"{edition.partition('?')[0]}/content")).json()
    assert [one["people"] for one in file["durations"]] == [35, 35]


async def test_a_few_people_who_left_are_put_together_with_the_next_months(
    browser: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    await jobs(make, programme, [60] * 3 + [150] * 9 + [700] * 20)

    table = numbers(await browser.get("/outcomes/table"), "time_in_first_job")

    assert "over_month_3" not in table
    assert table["over_month_6"] == "10"


async def test_the_curve_of_one_employer_is_withheld(
    browser: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    factory = await make.organisation(name="De fabriek", roles=["employer"])
    await jobs(make, programme, [60] * 12 + [700] * 20, employer=factory)

    table = numbers(await browser.get("/outcomes/table"), "time_in_first_job")

    assert table == {"people": "suppressed"}
    assert "Not shown: it is about too few people." in (await browser.get("/outcomes")).text


async def test_two_reports_that_differ_in_a_few_people_of_the_curve_alone_are_not_both_given(
    browser: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    """Between 6 and 12 months no metric asks anything: only the curve tells until when a job was followed."""
    await jobs(make, programme, [300] * 20)
    trajectory = await make.trajectory(programme, registered_on=START, started_on=START, municipality_code=UTRECHT)
    placement = await make.placement(trajectory, starts_on=START)
    await make.observation(trajectory, placement, observed_on=START + timedelta(days=210))
    first = make.at
    make.at = first + timedelta(days=1)
    await make.observation(trajectory, placement, observed_on=START + timedelta(days=300))

    answers = [await browser.get("/outcomes", params={"at": at.isoformat()}) for at in (first, make.at)]

    assert [answer.status_code for answer in answers] == [200, 403]
