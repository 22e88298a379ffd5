"""The phase somebody is in: said by a person, suggested by the plan."""

from typing import Any

import httpx
import pytest
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from app.models import Programme, Trajectory, TrajectoryEvent
from app.rules.code_lists import TrajectoryState
from tests.factories import Factory
from tests.routers.days import TODAY, days


@pytest.fixture
async def programme(make: Factory) -> Programme:
    phases = [{"name": "Orientation", "plannedWeeks": 4, "contactNormDays": 7}, {"name": "Work", "plannedWeeks": 20}]
    return await make.programme(phases=phases, contact_norm_days=21)


async def person(make: Factory, programme: Programme, **fields: Any) -> Trajectory:
    return await make.trajectory(programme, **{"registered_on": days(-60), "started_on": days(-30), **fields})


async def test_the_plan_suggests_a_phase_and_nothing_more(
    desk: httpx.AsyncClient, session: AsyncSession, make: Factory, programme: Programme
) -> None:
    one = await person(make, programme)
    page = (await desk.get(f"/trajectories/{one.id}/phase")).text
    assert 'value="Work" checked' in page
    assert page.count("by the plan it would be this one") == 1
    assert (await session.get_one(Trajectory, one.id, populate_existing=True)).phase is None


async def test_a_phase_begins_with_its_norm_and_stands_in_the_story(
    desk: httpx.AsyncClient, session: AsyncSession, make: Factory, programme: Programme
) -> None:
    one = await person(make, programme)
    sent = {"version": "1", "phase": "Orientation", "phase_since": str(days(-20))}
    answer = await desk.post(f"/trajectories/{one.id}/phase", data=sent)
    assert answer.headers["location"] == f"/trajectories/{one.id}?done=phase"
    now = await session.get_one(Trajectory, one.id, populate_existing=True)
    assert (now.phase, now.phase_since, now.contact_norm_days, now.version) == ("Orientation", days(-20), 7, 2)
    assert now.silent_after == days(-30 + 7)
    event = (await session.scalars(select(TrajectoryEvent))).one()
    assert (event.from_state, event.to_state, event.phase) == (
        TrajectoryState.ACTIVE,
        TrajectoryState.ACTIVE,
        "Orientation",
    )
    page = (await desk.get(answer.headers["location"])).text
    assert "Phase Orientation begins" in page
    assert "The phase has been recorded." in page


@pytest.mark.parametrize(
    ("fields", "sent", "said"),
    [
        ({}, {"phase": "Elsewhere"}, "The programme has no such phase."),
        ({}, {"phase": ""}, "Fill this in."),
        ({}, {"phase_since": str(days(1))}, "This day is still to come."),
        ({}, {"phase_since": str(days(-31))}, "This day is before"),
        ({"phase": "Orientation", "phase_since": days(-9)}, {"phase_since": str(days(-10))}, "This day is before"),
        ({"phase": "Work", "phase_since": days(-9)}, {}, "This person is in this phase already."),
        ({"state": TrajectoryState.CLOSED}, {}, "Phases are for who has been admitted"),
    ],
)
async def test_a_phase_that_cannot_begin_is_refused_with_the_reason(
    desk: httpx.AsyncClient, make: Factory, programme: Programme, fields: Any, sent: dict[str, str], said: str
) -> None:
    one = await person(make, programme, **fields)
    form = {"version": "1", "phase": "Work", "phase_since": str(TODAY)} | sent
    answer = await desk.post(f"/trajectories/{one.id}/phase", data=form)
    assert (answer.status_code, said in answer.text) == (400, True)


async def test_two_people_do_not_move_somebody_at_once(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    one = await person(make, programme)
    form = {"version": "1", "phase_since": str(TODAY)}
    assert (await desk.post(f"/trajectories/{one.id}/phase", data=form | {"phase": "Work"})).status_code == 303
    late = await desk.post(f"/trajectories/{one.id}/phase", data=form | {"phase": "Orientation"})
    assert late.status_code == 412
