"""The report that a municipality pulls."""

import csv
from datetime import date, timedelta
from io import BytesIO, StringIO
from typing import Any

import httpx
import openpyxl
import pytest
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from app import clock
from app.models import Account, AuditEvent, Programme, Trajectory
from app.rules.code_lists import Decision, Role
from app.rules.durations import DURATIONS
from app.rules.metrics import PUBLISHED
from tests.factories import Factory

UTRECHT, AMERSFOORT = "GM0344", "GM0307"
REGISTERED = clock.day_of(clock.now()) - timedelta(days=400)


async def register(make: Factory, programme: Programme, decisions: dict[Decision, int], **fields: Any) -> None:
    """So many people who registered, by the decision about them."""
    for decision, many in decisions.items():
        for _ in range(many):
            await make.trajectory(
                programme,
                registered_on=REGISTERED,
                decision=decision,
                decided_on=REGISTERED + timedelta(days=10),
                started_on=None,
                **fields,
            )


def numbers(answer: httpx.Response, metric: str, group: str = "") -> dict[str, str]:
    """The downloaded numbers of one metric and group, by state."""
    rows = csv.DictReader(StringIO(answer.text))
    return {row["state"]: row["value"] for row in rows if (row["metric"], row["group"]) == (metric, group)}


async def test_a_municipality_reads_about_its_own_residents(
    browser: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    await register(make, programme, {Decision.ADMITTED: 12, Decision.DECLINED: 11}, municipality_code=UTRECHT)
    await register(make, programme, {Decision.ADMITTED: 20}, municipality_code=AMERSFOORT)
    table = await browser.get("/outcomes/table")
    assert numbers(table, "admitted")["cohort"] == "25"
    assert (numbers(table, "admitted")["yes"], numbers(table, "admitted")["no"]) == ("10", "10")
    assert float(numbers(table, "admitted")["rate"]) == 0.5


async def test_a_count_below_ten_is_withheld_on_page_and_in_the_download(
    browser: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    await register(make, programme, {Decision.ADMITTED: 12, Decision.DECLINED: 3}, municipality_code=UTRECHT)
    table = await browser.get("/outcomes/table")
    assert numbers(table, "admitted")["no"] == "suppressed"
    assert numbers(table, "admitted")["rate"] == ""
    page = await browser.get("/outcomes")
    assert "withheld" in page.text
    assert "A count below 10 is withheld" in page.text


async def test_each_metric_has_its_sentence_table_and_definition_and_a_chart_where_there_is_a_share(
    browser: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    await register(make, programme, {Decision.ADMITTED: 30, Decision.DECLINED: 10}, municipality_code=UTRECHT)
    page = await browser.get("/outcomes")
    assert page.status_code == 200
    assert "75 % " in page.text
    assert page.text.count('<p class="metric__sentence">') == len(PUBLISHED) + len(DURATIONS)
    assert page.text.count("<svg xmlns") == 1
    assert page.text.count('<div role="img" aria-label="') == 1
    assert page.text.count("<caption") == len(PUBLISHED)
    assert "Everyone who registered" in page.text
    assert "retention_6_months_in_work, version 1" in page.text


@pytest.mark.parametrize(
    ("group", "and_by", "reason"),
    [
        ("sector", "employer_size", "These two say nearly the same of people."),
        ("region", "municipality", "The one is a part of the other."),
        ("gender", "gender", "Choose something else than above, or nothing."),
        ("", "gender", "First choose what to split by."),
    ],
)
async def test_two_things_that_do_not_go_together_are_refused_beside_the_second(
    browser: httpx.AsyncClient, group: str, and_by: str, reason: str
) -> None:
    page = await browser.get(f"/outcomes?group={group}&and_by={and_by}")
    assert page.status_code == 400
    assert f"And by: {reason}" in page.text
    assert f'value="{and_by}" selected' in page.text


async def test_the_address_of_a_report_by_two_things_gives_it_again(
    browser: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    await register(make, programme, {Decision.ADMITTED: 12, Decision.DECLINED: 11}, municipality_code=UTRECHT)
    page = await browser.get("/outcomes?group=gender&and_by=age_band")
    assert "&amp;group=gender&amp;and_by=age_band" in page.text
    table = await browser.get("/outcomes/table?group=gender&and_by=age_band")
    assert numbers(table, "admitted", "gender=unknown; age_band=unknown")["yes"] == "10"


async def test_the_report_names_its_reference_date_and_what_was_known(browser: httpx.AsyncClient) -> None:
    page = await browser.get("/outcomes?day=30-06-2025&known=01-07-2025")
    assert "30 June 2025" in page.text
    assert "1 July 2025, 23:59" in page.text


async def test_the_same_address_gives_the_same_numbers_later(
    browser: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    make.at = clock.now() - timedelta(minutes=5)
    await register(make, programme, {Decision.ADMITTED: 12}, municipality_code=UTRECHT)
    first = await browser.get("/outcomes/table")
    page = (await browser.get("/outcomes")).text
    again = page.split('class="address" href="')[1].split('"')[0].replace("&amp;", "&")
    make.at = clock.now()
    await register(make, programme, {Decision.ADMITTED: 20}, municipality_code=UTRECHT)
    later = await browser.get(again.replace("/outcomes?", "/outcomes/table?"))
    assert numbers(later, "admitted") == numbers(first, "admitted")
    assert numbers(await browser.get("/outcomes/table"), "admitted")["cohort"] == "30"


async def test_a_day_to_come_is_explained_and_the_choice_stays(browser: httpx.AsyncClient) -> None:
    page = await browser.get("/outcomes?day=2999-01-01&group=gender")
    assert page.status_code == 400
    assert 'href="#report-day"' in page.text
    assert "This day is still to come." in page.text
    assert '<option value="gender" selected>' in page.text


@pytest.mark.parametrize("scope", [AMERSFOORT, "00000000-0000-0000-0000-000000000000", "everyone"])
async def test_another_scope_than_ones_own_is_refused(
    browser: httpx.AsyncClient, make: Factory, programme: Programme, scope: str
) -> None:
    await register(make, programme, {Decision.ADMITTED: 20}, municipality_code=AMERSFOORT)
    page = await browser.get(f"/outcomes?scope={scope}")
    assert page.status_code == 400
    assert "<caption>" not in page.text


async def test_a_municipality_reads_about_a_programme_that_it_is_in(
    client: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    city = await make.organisation(roles=["municipality"], municipality_code=UTRECHT)
    account = await make.account(Role.MUNICIPALITY, programme=programme, organisation=city)
    client.cookies.update(await make.signed_in(account))
    await register(make, programme, {Decision.ADMITTED: 20}, municipality_code=AMERSFOORT)
    await register(make, programme, {Decision.ADMITTED: 4}, municipality_code=UTRECHT)
    table = await client.get("/outcomes/table?group=municipality")
    assert numbers(table, "admitted")["cohort"] == "25"
    groups = [numbers(table, "admitted", f"municipality={code}")["cohort"] for code in (UTRECHT, AMERSFOORT)]
    assert groups == ["suppressed", "suppressed"]


async def test_every_pull_is_in_the_log(browser: httpx.AsyncClient, session: AsyncSession, official: Account) -> None:
    await browser.get("/outcomes?day=2025-06-30&group=gender")
    await browser.get("/outcomes/table")
    pulls = (await session.scalars(select(AuditEvent).where(AuditEvent.action == "pull outcomes"))).all()
    assert [event.account_id for event in pulls] == [official.id, official.id]
    assert [None, date(2025, 6, 30).isoformat()] in [event.changes["as_of"] for event in pulls]
    assert [event.changes["municipalities"] for event in pulls] == [[None, [UTRECHT]], [None, [UTRECHT]]]


async def test_weak_answers_are_called_weak_and_lead_with_the_bounds(
    browser: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    ended = REGISTERED + timedelta(days=100)
    for said in [True] * 15 + [False] * 10 + [None] * 30:
        trajectory = await ended_trajectory(make, programme, ended)
        if said is not None:
            await make.observation(trajectory, observed_on=ended, in_paid_work=said)
    page = await browser.get("/outcomes")
    assert "Weak: too few answers" in page.text
    assert "Between 27 % and 82 %" in page.text


async def ended_trajectory(make: Factory, programme: Programme, ended: date) -> Trajectory:
    return await make.trajectory(
        programme,
        municipality_code=UTRECHT,
        registered_on=REGISTERED,
        started_on=REGISTERED + timedelta(days=20),
        ended_on=ended,
        end_outcome="completed",
        state="completed",
    )


async def test_the_workbook_withholds_what_the_page_withholds(
    browser: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    await register(make, programme, {Decision.ADMITTED: 12, Decision.DECLINED: 3}, municipality_code=UTRECHT)
    answer = await browser.get("/outcomes/workbook")
    lines = openpyxl.load_workbook(BytesIO(answer.content))["Long table"].iter_rows(values_only=True)
    shown = {line[2]: line[3] for line in lines if line[0] == "admitted"}
    assert (shown["cohort"], shown["no"]) == (15, "suppressed")


async def test_a_workbook_about_a_day_to_come_is_explained(browser: httpx.AsyncClient) -> None:
    answer = await browser.get("/outcomes/workbook?day=2999-01-01")
    assert answer.status_code == 400
    assert "This day is still to come." in answer.text
