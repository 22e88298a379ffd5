"""Why an edition would have other numbers by now: the facts that were recorded or corrected since, as counts."""

from datetime import timedelta
from typing import Any

import httpx
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from app import clock
from app.models import Placement, Programme, Trajectory
from app.models.outcome_edition import EditionChangesPublic
from tests.factories import Factory
from tests.routers.api.conftest import Dossier, Header
from tests.routers.api.test_outcome_reports import saved

START = clock.day_of(clock.now()) - timedelta(days=500)


async def placed(make: Factory, programme: Programme, many: int) -> list[tuple[Trajectory, Placement]]:
    """So many people who are in a job of which nobody said anything since, written down at this moment."""
    make.at = clock.now()
    made = []
    for _ in range(many):
        trajectory = await make.trajectory(programme, registered_on=START, started_on=START)
        made.append((trajectory, await make.placement(trajectory, starts_on=START)))
    return made


async def edition(client: httpx.AsyncClient, header: Header, programme: Programme) -> str:
    report = await saved(client, header, programmeId=str(programme.id))
    answer = await client.post(f"{report}/editions", json={}, headers=header)
    assert answer.status_code == 201
    return answer.headers["location"]


async def reasons(client: httpx.AsyncClient, header: Header, edition: str) -> dict[str, Any]:
    answer = (await client.get(f"{edition}/changes", headers=header)).json()
    return {one["fact"]: one["people"] for one in answer["reasons"]}


async def test_answers_corrections_and_late_placements_are_each_told_with_about_how_many_people(
    client: httpx.AsyncClient, session: AsyncSession, make: Factory, dossier: Dossier, coordinator: Header
) -> None:
    people = await placed(make, dossier.programme, 44)
    published = await edition(client, coordinator, dossier.programme)
    assert await reasons(client, coordinator, published) == {}
    make.at = clock.now()
    for trajectory, placement in people[:14]:
        for days in (200, 400):
            await make.observation(trajectory, placement, observed_on=START + timedelta(days=days))
    ended = [placement.id for _, placement in people[14:31]]
    await session.execute(
        update(Placement)
        .where(col(Placement.id).in_(ended))
        .values(ends_on=START + timedelta(days=60), version=2, changed_at=clock.now())
    )
    await placed(make, dossier.programme, 12)

    told = await reasons(client, coordinator, published)

    assert told == {"new_answer": 15, "changed_placement": 15, "late_trajectory": 10, "late_placement": 10}
    answer = (await client.get(f"{published}/changes", headers=coordinator)).json()
    (to_first,) = [one for one in answer["durations"] if one["metric"] == "time_to_first_placement"]
    assert {"group": {}, "number": "people", "then": 45, "now": 55} in to_first["numbers"]
    assert EditionChangesPublic.model_validate(answer)


async def test_a_few_people_are_withheld_and_what_is_dated_later_is_no_reason(
    client: httpx.AsyncClient, make: Factory, dossier: Dossier, coordinator: Header
) -> None:
    people = await placed(make, dossier.programme, 30)
    published = await edition(client, coordinator, dossier.programme)
    make.at = clock.now()
    for trajectory, placement in people[:4]:
        await make.observation(trajectory, placement, observed_on=START + timedelta(days=250))
    for trajectory, placement in people[:20]:
        later = clock.day_of(clock.now()) + timedelta(days=1)
        await make.observation(trajectory, placement, observed_on=later)
    await placed(make, dossier.programme, 12)

    told = await reasons(client, coordinator, published)

    assert told["new_answer"] == "suppressed"


async def test_facts_that_come_in_one_by_one_do_not_show_one_by_one(
    client: httpx.AsyncClient, make: Factory, dossier: Dossier, coordinator: Header
) -> None:
    """As long as nobody counts otherwise the reasons are those of when that report was first published."""
    people = await placed(make, dossier.programme, 30)
    published = await edition(client, coordinator, dossier.programme)
    await placed(make, dossier.programme, 12)
    make.at = clock.now()
    for trajectory, placement in people[:12]:
        await make.observation(trajectory, placement, observed_on=START + timedelta(days=1))
    first = await reasons(client, coordinator, published)
    make.at = clock.now()
    trajectory, placement = people[12]
    await make.observation(trajectory, placement, observed_on=START + timedelta(days=1))

    assert (await reasons(client, coordinator, published)) == first
    assert first["new_answer"] == 10
