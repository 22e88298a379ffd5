"""/v1/programme-catalogue: what the sources say, for other programs."""

import httpx

from tests.routers.api.conftest import Header

LIST = "/v1/programme-catalogue"


async def test_it_answers_every_programme_with_its_sources(client: httpx.AsyncClient, municipality: Header) -> None:
    answer = await client.get(LIST, headers=municipality)
    results = answer.json()["results"]
    assert len(results) == 31
    assert all(one["sources"]["summary"] for one in results)


async def test_a_filter_answers_those_that_fit(client: httpx.AsyncClient, coach: Header) -> None:
    asked = {"country": "SE", "interventionType": "directed", "evidence": "5"}
    answer = await client.get(LIST, params=asked, headers=coach)
    assert [one["key"] for one in answer.json()["results"]] == ["valkommen-till-framtiden"]


async def test_one_programme_is_answered_in_both_languages(client: httpx.AsyncClient, employer: Header) -> None:
    answer = await client.get(f"{LIST}/equal-entry", headers=employer)
    assert answer.headers["etag"].startswith('"')
    body = answer.json()
    assert body["results"][0]["group"] == {"nl": "Vrouwen", "en": "Women"}
    assert body["results"][0]["beside"] == {"kind": "control_group", "value": 27.0}
    assert body["evaluation"]["marylandLevel"] == 5
    assert body["caseloadNorm"] is None
    assert body["sources"]["interventionType"] == "Risbo 3.1.4"


async def test_what_does_not_exist_is_not_found(client: httpx.AsyncClient, coach: Header) -> None:
    assert (await client.get(f"{LIST}/nothing", headers=coach)).status_code == 404


async def test_a_level_that_cannot_be_is_refused(client: httpx.AsyncClient, coach: Header) -> None:
    answer = await client.get(LIST, params={"evidence": "9"}, headers=coach)
    assert answer.status_code == 400


async def test_nobody_reads_it_without_saying_who_asks(client: httpx.AsyncClient) -> None:
    assert (await client.get(LIST)).status_code == 401
