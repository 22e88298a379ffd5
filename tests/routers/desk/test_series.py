"""The page with a number for each month since the start: exact, for the coordinator."""

import csv
from datetime import date
from io import StringIO

import httpx
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from app.models import AuditEvent, Programme
from app.rules.code_lists import Gender, Role
from tests.factories import Factory

PAGE = "/programme-outcomes/each-month"


async def some_people(make: Factory, programme: Programme) -> None:
    started = date(2025, 1, 6)
    for gender in (Gender.FEMALE, Gender.MALE):
        person = await make.participant(programme, profile={"gender": gender})
        trajectory = await make.trajectory(programme, person, registered_on=started, started_on=started)
        await make.observation(trajectory, observed_on=date(2025, 2, 6), in_paid_work=gender is Gender.FEMALE)


async def test_the_report_leads_to_the_months(desk: httpx.AsyncClient, make: Factory, programme: Programme) -> None:
    await some_people(make, programme)
    report = await desk.get("/programme-outcomes", headers={"Accept-Language": "en"})
    assert f'href="{PAGE}?' in report.text
    page = await desk.get(PAGE, headers={"Accept-Language": "en"})
    assert page.status_code == 200
    assert "0 % and 50 % in paid work in month 2 after the start" in page.text
    assert 'metric=in_paid_work_each_month_1"' in page.text
    behind = await desk.get("/programme-outcomes/people/table?metric=in_paid_work_each_month_1")
    assert [row["state"] for row in csv.DictReader(StringIO(behind.text))] == ["yes", "no"]


async def test_two_groups_stand_beside_each_other_with_their_difference(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    await some_people(make, programme)
    page = await desk.get(f"{PAGE}?group=gender", headers={"Accept-Language": "en"})
    assert "Woman beside Man" in page.text
    assert "+100" in page.text


async def test_before_anybody_starts_the_page_says_what_to_do(desk: httpx.AsyncClient, programme: Programme) -> None:
    page = await desk.get(PAGE, headers={"Accept-Language": "en"})
    assert "Nobody has started yet" in page.text


async def test_the_table_says_that_it_is_exact_and_reading_it_is_in_the_log(
    desk: httpx.AsyncClient, make: Factory, session: AsyncSession, programme: Programme
) -> None:
    await some_people(make, programme)
    table = await desk.get(f"{PAGE}/table")
    assert "in_paid_work_each_month,,1,yes,1" in table.text
    assert "exact-not-for-publication" in table.headers["content-disposition"]
    action = "read exact series in_paid_work_each_month"
    events = (await session.scalars(select(AuditEvent).where(AuditEvent.action == action))).all()
    assert [event.programme_id for event in events] == [programme.id]


async def test_a_day_to_come_is_refused_beside_the_field(desk: httpx.AsyncClient, programme: Programme) -> None:
    for path in (PAGE, f"{PAGE}/table"):
        page = await desk.get(f"{path}?day=2999-01-01", headers={"Accept-Language": "en"})
        assert page.status_code == 400
        assert "still to come" in page.text


async def test_a_municipality_does_not_get_it(client: httpx.AsyncClient, make: Factory, programme: Programme) -> None:
    city = await make.organisation(roles=["municipality"], municipality_code="GM0344")
    account = await make.account(Role.MUNICIPALITY, programme=programme, organisation=city)
    client.cookies.update(await make.signed_in(account))
    assert (await client.get(PAGE)).status_code == 403
