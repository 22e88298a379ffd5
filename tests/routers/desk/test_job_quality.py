"""The page of what first jobs are like: exact, for the team of the programme."""

from datetime import date

import httpx

from app.models import Programme
from app.rules.code_lists import Contract, Role
from tests.factories import Factory

START = date(2025, 1, 6)
ENGLISH = {"Accept-Language": "en"}


async def test_the_page_tells_contracts_hours_and_wages_of_first_jobs(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    for contract, hours, wage in ((Contract.PERMANENT, 12, 14), (Contract.FIXED_TERM, 12.5, 16), (None, None, None)):
        person = await make.trajectory(programme, registered_on=START, started_on=START)
        await make.placement(person, starts_on=START, contract=contract, hours=hours, hourly_wage=wage)
        await make.placement(person, starts_on=date(2025, 6, 2), contract=Contract.ON_CALL, hours=40, hourly_wage=99)

    page = " ".join((await desk.get("/programme-outcomes/job-quality", headers=ENGLISH)).text.split())

    assert "Half of the people earn less than 15.00 euros an hour." in page
    assert "A quarter earns less than 14.50, and a quarter more than 15.50." in page
    assert "The wage is known of 2 of 3 people." in page
    assert page.count("<span>50%</span>") == 4


async def test_a_program_reads_the_same(client: httpx.AsyncClient, make: Factory) -> None:
    programme = await make.programme()
    header = await make.token(await make.account(Role.COORDINATOR, programme=programme))
    person = await make.trajectory(programme, registered_on=START, started_on=START)
    await make.placement(person, starts_on=START, contract=Contract.PERMANENT, hourly_wage=15)
    path = f"/v1/programmes/{programme.id}/job-quality"

    told = (await client.get(path, headers=header)).json()
    stranger = await make.token(await make.account(Role.COORDINATOR, programme=await make.programme()))

    assert told["wages"] == {"people": 1, "known": 1, "quarter": 15, "half": 15, "threeQuarters": 15}
    assert told["metrics"][0]["yes"] == 1
    assert (await client.get(path, headers=stranger)).status_code == 404
    assert (await client.get(f"{path}?asOf=2100-01-01", headers=header)).status_code == 400
