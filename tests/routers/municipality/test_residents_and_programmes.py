"""An official who reads about the residents and about a whole programme: no group is part of both reports."""

import httpx
import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from app.models import Account, Programme
from app.rules.code_lists import Role
from tests.factories import Factory
from tests.routers.municipality.test_earlier_reports import UTRECHT, register
from tests.routers.reader import reads_pages

LIVE, TAKE_PART = ("municipality", "region"), ("programme", "cohort", "programme_kind")


@pytest.fixture
async def programme(make: Factory) -> Programme:
    programme = await make.programme(name="Leren en werken")
    await register(make, programme, 12)
    return programme


@pytest.fixture
async def official(make: Factory, programme: Programme) -> Account:
    city = await make.organisation(name="Gemeente Utrecht", roles=["municipality"], municipality_code=UTRECHT)
    official = await make.account(Role.MUNICIPALITY, organisation=city)
    await make.membership(official, Role.MUNICIPALITY, programme, city)
    return official


@pytest.mark.parametrize("dimension", ["municipality", "cohort", "gender"])
async def test_the_programme_is_not_split_by_where_people_live_nor_the_residents_by_where_they_take_part(
    client: httpx.AsyncClient, make: Factory, official: Account, programme: Programme, dimension: str
) -> None:
    header = await make.token(official)
    about = {"programme": str(programme.id)}, {"municipality": UTRECHT}
    answers = [await client.get("/v1/outcomes", params=one | {"groupBy": dimension}, headers=header) for one in about]
    assert [answer.status_code == 403 for answer in answers] == [dimension in LIVE, dimension in TAKE_PART]
    assert all("side by side" in one.json()["detail"] for one in answers if one.status_code == 403)


async def test_who_reads_about_one_of_the_two_gets_every_group(
    client: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    header = await make.token(await make.account(Role.COACH, programme=programme))
    for dimension in LIVE:
        answer = await client.get("/v1/outcomes", params={"groupBy": dimension}, headers=header)
        assert answer.status_code == 200, answer.text


async def test_the_page_says_so_beside_the_choice(
    client: httpx.AsyncClient, make: Factory, official: Account, programme: Programme
) -> None:
    await reads_pages(client, make, official)
    refused = await client.get(f"/outcomes?scope={programme.id}&group=municipality")
    assert "Split by: You read about all residents" in refused.text
    both = await client.get(f"/outcomes?scope={programme.id}&group=gender&and_by=municipality")
    assert "And by: You read about all residents" in both.text
    given = await client.get(f"/outcomes?scope={programme.id}&group=gender")
    assert "side by side" not in given.text


async def test_nor_is_an_edition_that_somebody_else_published_with_such_groups(
    client: httpx.AsyncClient, make: Factory, session: AsyncSession, official: Account, programme: Programme
) -> None:
    coordinator = await make.token(await make.account(Role.COORDINATOR, programme=programme))
    told = []
    for split_by in ("municipality", "gender"):
        both = {"groupBy": "education", "andBy": split_by}
        kept = await client.post(
            "/v1/outcome-reports",
            json={"title": split_by, "programmeId": str(programme.id), **both},
            headers=coordinator,
        )
        editions = f"/v1/outcome-reports/{kept.json()['id']}/editions"
        assert (await client.post(editions, json={}, headers=coordinator)).status_code == 201
        told.append((await client.get(f"{editions}/1", headers=await make.token(official))).status_code)
    assert told == [403, 200]
