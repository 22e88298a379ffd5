"""How long it took and how long it lasted, on the coordinator's report: exact, for the team only."""

from datetime import date, timedelta

import httpx
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from app.models import AuditEvent, Programme
from tests.factories import Factory

START = date(2025, 1, 6)


async def placed_after(make: Factory, programme: Programme, *waits: int | None) -> None:
    for days in waits:
        trajectory = await make.trajectory(programme, registered_on=START, started_on=START)
        if days is not None:
            begins = START + timedelta(days=days)
            await make.placement(trajectory, starts_on=begins, ends_on=begins + timedelta(days=99))


async def test_the_page_tells_how_long_half_of_the_people_waited_for_a_job(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    await placed_after(make, programme, 30, 60, 90, None)

    page = await desk.get("/programme-outcomes", headers={"Accept-Language": "en"})

    assert "Half of the 4 people had a job within 60 days, a quarter within 30 days." in page.text
    assert "Half of the 3 people had left the first employer within 100 days" in page.text


async def test_the_table_to_download_has_the_number_at_risk_of_every_step(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    await placed_after(make, programme, 30, 60, 60, None)

    lines = (await desk.get("/programme-outcomes/table")).text.splitlines()

    assert "time_to_first_placement,,people,4" in lines
    assert "time_to_first_placement,,day_half,60" in lines
    assert "time_to_first_placement,,at_risk_day_60,3" in lines
    assert "time_to_first_placement,,share_day_60,0.25" in lines


async def test_reading_them_is_in_the_log(desk: httpx.AsyncClient, session: AsyncSession, programme: Programme) -> None:
    await desk.get("/programme-outcomes")

    events = (await session.scalars(select(AuditEvent).where(AuditEvent.action == "read exact durations"))).all()
    assert [event.programme_id for event in events] == [programme.id]


async def test_with_nobody_to_count_the_page_says_so(desk: httpx.AsyncClient, programme: Programme) -> None:
    page = await desk.get("/programme-outcomes", headers={"Accept-Language": "en"})

    assert "There is nobody to count." in page.text
