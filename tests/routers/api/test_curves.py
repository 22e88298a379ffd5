"""Curves and language levels of the published report, for the program of a municipality."""

from datetime import timedelta

import httpx
import pytest

from app import clock
from app.models.outcome_edition import PublishedCurves
from app.rules.code_lists import Role
from tests.factories import Factory
from tests.routers.municipality.test_curves import jobs
from tests.routers.municipality.test_outcomes import UTRECHT


@pytest.mark.parametrize("reader", [Role.MUNICIPALITY, Role.COORDINATOR])
async def test_everybody_gets_the_same_published_curve(client: httpx.AsyncClient, make: Factory, reader: Role) -> None:
    programme = await make.programme()
    await jobs(make, programme, [60] * 12 + [700] * 23)
    city = await make.organisation(roles=["municipality"], municipality_code=UTRECHT)
    header = await make.token(await make.account(reader, programme=programme, organisation=city))

    answer = await client.get(f"/v1/outcomes/curves?programme={programme.id}", headers=header)

    assert PublishedCurves.model_validate(answer.json())
    (job,) = (one for one in answer.json()["durations"] if one["metric"] == "time_in_first_job")
    assert [(step["months"], step["over"]) for step in job["steps"]][:1] == [(3, 10)]
    assert all(level["cells"] == [] for level in answer.json()["languageLevels"])


async def test_a_day_to_come_is_refused(client: httpx.AsyncClient, make: Factory) -> None:
    programme = await make.programme()
    header = await make.token(await make.account(Role.COORDINATOR, programme=programme))
    tomorrow = clock.day_of(clock.now()) + timedelta(days=1)
    answer = await client.get(f"/v1/outcomes/curves?asOf={tomorrow.isoformat()}", headers=header)
    assert [one["name"] for one in answer.json()["invalidParams"]] == ["asOf"]
