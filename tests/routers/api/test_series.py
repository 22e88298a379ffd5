"""A number for each month since the start, by API: for coordinators of the programme only."""

import httpx

from app.models.series import MonthPublic, SeriesPublic
from tests.routers.api.conftest import Dossier, Header
from tests.routers.api.test_reads import is_exactly


async def test_a_coordinator_reads_every_month_of_everyone_and_each_group(
    client: httpx.AsyncClient, dossier: Dossier, coordinator: Header
) -> None:
    path = f"/v1/programmes/{dossier.programme.id}/series?groupBy=gender"
    answer = await client.get(path, headers=coordinator)

    assert answer.status_code == 200
    (series,) = answer.json()["results"]
    assert set(series) == {field.alias for field in SeriesPublic.model_fields.values()}
    everyone = series["groups"][0]
    assert everyone["group"] == {}
    assert [month["month"] for month in everyone["months"]] == list(range(1, 25))
    is_exactly(MonthPublic, everyone["months"][0])


async def test_nobody_but_a_coordinator_of_the_programme_reads_it(
    client: httpx.AsyncClient, dossier: Dossier, coach: Header, stranger: Header, municipality: Header
) -> None:
    path = f"/v1/programmes/{dossier.programme.id}/series"
    answers = [(await client.get(path, headers=header)).status_code for header in (coach, stranger)]
    assert answers == [404, 404]
    assert (await client.get(path, headers=municipality)).status_code in (403, 404)


async def test_a_day_to_come_is_refused(client: httpx.AsyncClient, dossier: Dossier, coordinator: Header) -> None:
    path = f"/v1/programmes/{dossier.programme.id}/series?asOf=2100-01-01"
    answer = await client.get(path, headers=coordinator)
    assert answer.status_code == 400
    assert "still to come" in answer.text
