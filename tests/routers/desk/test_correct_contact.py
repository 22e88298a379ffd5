"""Correcting a contact: one at a time, with what it said before kept."""

from datetime import timedelta

import httpx
import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.models import CoachingContact, Programme, Trajectory
from tests.factories import Factory
from tests.routers.days import TODAY

SENT = {
    "version": "1",
    "contacted_on": str(TODAY),
    "kind": "progress",
    "attendance": "came",
    "minutes": "",
    "minutes_other": "25",
    "note": "Second thoughts",
    "next": "",
}


@pytest.fixture
async def contact(make: Factory, programme: Programme) -> CoachingContact:
    trajectory = await make.trajectory(programme)
    return await make.coaching_contact(
        trajectory,
        contacted_on=TODAY - timedelta(days=1),
        minutes=40,
        note="First thoughts",
        topics=["work", "reistijd"],
    )


async def test_the_form_shows_what_was_recorded(desk: httpx.AsyncClient, contact: CoachingContact) -> None:
    page = (await desk.get(f"/contacts/{contact.id}")).text
    assert "First thoughts" in page
    assert 'name="minutes_other" inputmode="numeric" value="40"' in page
    assert "Also noted as topics: reistijd." in page


async def test_a_correction_counts_and_what_was_said_before_is_kept(
    desk: httpx.AsyncClient, session: AsyncSession, contact: CoachingContact
) -> None:
    answer = await desk.post(f"/contacts/{contact.id}", data=SENT | {"topics": ["debts"]})
    assert answer.headers["location"] == f"/trajectories/{contact.trajectory_id}?done=corrected"
    now = await session.get_one(CoachingContact, contact.id, populate_existing=True)
    assert (now.contacted_on, now.minutes, now.note) == (TODAY, 25, "Second thoughts")
    assert now.topics == ["debts", "reistijd"], "a word of a file stays"
    trajectory = await session.get_one(Trajectory, contact.trajectory_id, populate_existing=True)
    assert trajectory.last_contact_on == TODAY
    await session.execute(text("set local role bestendig_owner"))
    kept = await session.execute(text("select version, note from coaching_contact_history order by version"))
    assert [tuple(row) for row in kept] == [(1, "First thoughts"), (2, "Second thoughts")]
    told = (await session.scalars(text("select changes from audit_event where action = 'correct'"))).one()
    assert told["note"] == ["not shown", "not shown"]
    assert told["minutes"] == [40, 25]


async def test_an_emptied_box_takes_away_what_stood_in_it(
    desk: httpx.AsyncClient, session: AsyncSession, contact: CoachingContact
) -> None:
    await desk.post(f"/contacts/{contact.id}", data=SENT | {"note": "", "minutes_other": ""})
    now = await session.get_one(CoachingContact, contact.id, populate_existing=True)
    assert (now.note, now.minutes) == (None, None)


async def test_somebody_else_was_first(
    desk: httpx.AsyncClient, session: AsyncSession, contact: CoachingContact
) -> None:
    assert (await desk.post(f"/contacts/{contact.id}", data=SENT)).status_code == 303
    late = await desk.post(f"/contacts/{contact.id}", data=SENT | {"note": "Too late"})
    assert (late.status_code, "Too late" in late.text) == (412, True)
    now = await session.get_one(CoachingContact, contact.id, populate_existing=True)
    assert now.note == "Second thoughts"


async def test_a_stranger_finds_no_contact(desk: httpx.AsyncClient, make: Factory) -> None:
    elsewhere = await make.coaching_contact(await make.trajectory(await make.programme()), note="Secret")
    assert (await desk.get(f"/contacts/{elsewhere.id}")).status_code == 404
    assert (await desk.post(f"/contacts/{elsewhere.id}", data=SENT)).status_code == 404
