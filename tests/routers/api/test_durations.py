"""Durations by API: for coordinators of the programme only."""

from datetime import date

import httpx

from app.models.duration import CurveStepPublic, DurationPublic
from app.rules.code_lists import Role
from tests.factories import Factory
from tests.routers.api.conftest import Dossier, Header
from tests.routers.api.test_reads import is_exactly


async def test_a_coordinator_reads_the_curve_step_by_step(client: httpx.AsyncClient, make: Factory) -> None:
    programme = await make.programme()
    header = await make.token(await make.account(Role.COORDINATOR, programme=programme))
    start = date(2025, 1, 6)
    for placed_on in (date(2025, 1, 16), None):
        trajectory = await make.trajectory(programme, registered_on=start, started_on=start)
        if placed_on:
            await make.placement(trajectory, starts_on=placed_on)

    answer = await client.get(f"/v1/programmes/{programme.id}/durations?asOf=2025-02-05", headers=header)

    waited, _ = answer.json()["results"]
    assert set(waited) == {field.alias for field in DurationPublic.model_fields.values()}
    is_exactly(CurveStepPublic, waited["steps"][0])
    assert (waited["people"], waited["over"], waited["dayHalf"], waited["dayThreeQuarters"]) == (2, 1, 10, None)
    assert [(step["day"], step["atRisk"], step["share"]) for step in waited["steps"]] == [(10, 2, 0.5), (30, 1, 0.5)]


async def test_nobody_but_a_coordinator_of_the_programme_reads_them(
    client: httpx.AsyncClient, dossier: Dossier, coach: Header, stranger: Header, municipality: Header
) -> None:
    path = f"/v1/programmes/{dossier.programme.id}/durations"
    answers = [(await client.get(path, headers=header)).status_code for header in (coach, stranger)]
    assert answers == [404, 404]
    assert (await client.get(path, headers=municipality)).status_code in (403, 404)


async def test_a_day_to_come_is_refused(client: httpx.AsyncClient, dossier: Dossier, coordinator: Header) -> None:
    path = f"/v1/programmes/{dossier.programme.id}/durations?asOf=2100-01-01"
    answer = await client.get(path, headers=coordinator)
    assert answer.status_code == 400
    assert "still to come" in answer.text
