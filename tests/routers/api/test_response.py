"""The response of a programme by API."""

from datetime import date, timedelta

import httpx

from app import clock
from app.models.response import ResponsePublic
from app.rules.code_lists import Role
from tests.factories import Factory
from tests.routers.api.test_reads import is_exactly

STARTED = clock.day_of(clock.now()) - timedelta(days=120)


async def test_a_program_of_the_team_reads_the_response_and_the_talks_without_names(
    client: httpx.AsyncClient, make: Factory
) -> None:
    programme = await make.programme(follow_up_months=[3, 6])
    header = await make.token(await make.account(Role.COACH, programme=programme))
    person = await make.participant(programme, first_name="Jacintha")
    trajectory = await make.trajectory(programme, person, registered_on=date(2019, 1, 7), started_on=date(2019, 2, 4))
    placement = await make.placement(trajectory, starts_on=STARTED)
    follow_up = await make.follow_up(placement, month=3, due_on=STARTED + timedelta(days=91))
    answer = await client.get(f"/v1/programmes/{programme.id}/response", headers=header)
    is_exactly(ResponsePublic, answer.json())
    three, six = answer.json()["months"]
    assert (three["due"], three["known"], three["responseRate"], three["standings"]["not_asked"]) == (1, 0, 0.0, 1)
    (talk,) = three["talks"]
    assert (talk["organisationId"], talk["responseRateAfter"]) == (str(placement.organisation_id), 1.0)
    assert talk["questions"][0]["followUpId"] == str(follow_up.id)
    assert (six["due"], six["responseRate"], six["talks"]) == (0, None, [])
    assert "Jacintha" not in answer.text


async def test_somebody_of_another_programme_finds_nothing(client: httpx.AsyncClient, make: Factory) -> None:
    header = await make.token(await make.account(Role.COORDINATOR, programme=await make.programme()))
    programme = await make.programme()
    assert (await client.get(f"/v1/programmes/{programme.id}/response", headers=header)).status_code == 404
