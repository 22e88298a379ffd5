"""The page of the same people as others count them, beside our own numbers."""

from datetime import date
from html import unescape
from typing import Any

import httpx
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from app.models import AuditEvent, Programme
from app.rules.code_lists import Destination, EndOutcome
from tests.factories import Factory

START, END = date(2025, 1, 6), date(2025, 5, 1)
ENGLISH = {"Accept-Language": "en"}


async def test_the_page_gives_their_figure_beside_ours_and_the_reason(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    for _ in range(2):
        await make.trajectory(
            programme,
            registered_on=START,
            started_on=START,
            ended_on=END,
            end_outcome=EndOutcome.COMPLETED,
            destination=Destination.PAID_WORK,
        )

    page = await desk.get("/programme-outcomes/standards", headers=ENGLISH)

    assert "100 % in employment on leaving (2 of 2; it is known of everyone" in page.text
    assert "2 people are a yes here and not in ours: ESF+ also counts work" in page.text
    assert "In paid work at the end" in page.text


async def test_each_difference_leads_to_the_people_who_count_otherwise(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    days: dict[str, Any] = {"registered_on": START, "started_on": START, "ended_on": END}
    worked_from = {"Later": date(2025, 5, 12), "Before": date(2024, 1, 1), "Alike": date(2025, 2, 3)}
    for name, day in worked_from.items():
        person = await make.participant(programme, last_name=name)
        way = await make.trajectory(programme, participant=person, **days, end_outcome=EndOutcome.COMPLETED)
        job = await make.placement(way, starts_on=day)
        await make.observation(way, job, observed_on=date(2025, 6, 30), in_paid_work=True)

    shown = (await desk.get("/programme-outcomes/standards", headers=ENGLISH)).text
    links = {part.split('"')[0] for part in shown.split('href="') if "metric=esf_eecr04" in part.split('"')[0]}
    pages = [(await desk.get(unescape(link), headers=ENGLISH)).text for link in links if "otherwise=" in link]

    assert {tuple(name for name in worked_from if name in page) for page in pages} == {("Later",), ("Before",)}
    assert any("Not counted here and counted in ours" in page for page in pages)


async def test_the_report_leads_to_it_with_the_same_programme_and_day(
    desk: httpx.AsyncClient, programme: Programme
) -> None:
    report = await desk.get("/programme-outcomes?day=2025-12-31", headers=ENGLISH)

    assert f"/programme-outcomes/standards?scope={programme.id}&amp;day=2025-12-31" in report.text


async def test_with_nobody_to_count_the_page_says_so(desk: httpx.AsyncClient, programme: Programme) -> None:
    page = await desk.get("/programme-outcomes/standards", headers=ENGLISH)

    assert "There is nobody to count." in page.text
    assert "Everybody counts here as in ours." in page.text


async def test_what_cannot_be_right_is_said_beside_the_field(desk: httpx.AsyncClient, programme: Programme) -> None:
    page = await desk.get("/programme-outcomes/standards?day=2100-01-01", headers=ENGLISH)

    assert page.status_code == 400
    assert "This day is still to come." in page.text


async def test_reading_them_is_in_the_log(desk: httpx.AsyncClient, session: AsyncSession, programme: Programme) -> None:
    await desk.get("/programme-outcomes/standards")

    events = (await session.scalars(select(AuditEvent).where(AuditEvent.action == "read exact standards"))).all()
    assert [event.programme_id for event in events] == [programme.id]
