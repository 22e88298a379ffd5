"""Outcomes by API: exact for the coordinator, published for everybody else, and what each number means."""

from typing import Any

import httpx
import pytest

from app.models.outcome import ExplanationPublic, MetricInWords, OutcomePublic
from app.rules.code_lists import Role
from app.rules.metrics import METRICS
from app.rules.standards import REGISTRY
from tests.factories import Factory
from tests.routers.api.conftest import Dossier, Header
from tests.routers.api.test_reads import is_exactly

AS_OF = "asOf=2026-03-02"


async def rows(client: httpx.AsyncClient, header: Header, query: str) -> list[dict[str, Any]]:
    answer = await client.get(f"/v1/outcomes?{query}", headers=header)
    assert answer.status_code == 200, answer.text
    results: list[dict[str, Any]] = answer.json()["results"]
    return results


async def faults(client: httpx.AsyncClient, header: Header, query: str) -> list[str]:
    answer = await client.get(f"/v1/outcomes?{query}", headers=header)
    assert answer.status_code == 400, answer.text
    return [one["name"] for one in answer.json()["invalidParams"]]


async def test_a_coordinator_gets_exact_numbers_of_their_own_programme(
    client: httpx.AsyncClient, dossier: Dossier, coordinator: Header
) -> None:
    everything = await rows(client, coordinator, AS_OF)
    assert [row["metric"] for row in everything] == list(METRICS)
    for row in everything:
        is_exactly(OutcomePublic, row)
    (admitted,) = await rows(client, coordinator, f"{AS_OF}&metric=admitted")
    assert (admitted["cohort"], admitted["yes"], admitted["rate"], admitted["suppressed"]) == (1, 1, 1.0, False)
    assert (admitted["asOf"], admitted["group"]) == ("2026-03-02", {})


async def test_numbers_can_be_grouped_and_narrowed(
    client: httpx.AsyncClient, dossier: Dossier, coordinator: Header
) -> None:
    query = f"{AS_OF}&metric=admitted&groupBy=cohort&groupBy=gender&programme={dossier.programme.id}"
    cohort, gender = {"cohort": dossier.cohort.name}, {"gender": None}
    assert [row["group"] for row in await rows(client, coordinator, query)] == [{}, cohort, gender, cohort | gender]
    (total,) = await rows(client, coordinator, f"{AS_OF}&metric=admitted&cohort={dossier.cohort.id}")
    assert total["cohort"] == 1


async def test_what_was_not_known_yet_does_not_count(
    client: httpx.AsyncClient, dossier: Dossier, coordinator: Header
) -> None:
    (admitted,) = await rows(client, coordinator, f"{AS_OF}&metric=admitted&knownAt=2026-03-02T08:00:00Z")
    assert (admitted["cohort"], admitted["rate"]) == (0, None)
    assert admitted["knownAt"] == "2026-03-02T08:00:00Z"


async def test_a_municipality_gets_what_may_be_published(
    client: httpx.AsyncClient, dossier: Dossier, municipality: Header
) -> None:
    (admitted,) = await rows(client, municipality, f"{AS_OF}&metric=admitted&programme={dossier.programme.id}")
    is_exactly(OutcomePublic, admitted)
    assert (admitted["cohort"], admitted["rate"], admitted["suppressed"]) == ("suppressed", None, True)


async def test_a_municipality_gets_its_residents_when_it_names_nothing(
    client: httpx.AsyncClient, make: Factory
) -> None:
    programme = await make.programme()
    for _ in range(12):
        await make.trajectory(programme, municipality_code="GM0344")
    city = await make.organisation(roles=["municipality"], municipality_code="GM0344")
    header = await make.token(await make.account(Role.MUNICIPALITY, organisation=city))
    (admitted,) = await rows(client, header, f"{AS_OF}&metric=admitted")
    assert (admitted["cohort"], admitted["suppressed"]) == (10, False)


async def test_a_coach_gets_what_may_be_published(client: httpx.AsyncClient, dossier: Dossier, coach: Header) -> None:
    (admitted,) = await rows(client, coach, f"{AS_OF}&metric=admitted")
    assert admitted["suppressed"] is True


async def test_a_part_of_a_published_report_withholds_what_the_whole_does(
    client: httpx.AsyncClient, make: Factory
) -> None:
    programme = await make.programme()
    for number in range(15):
        await make.trajectory(programme, end_outcome=None, started_on=None if number < 4 else "2026-01-05")
    header = await make.token(await make.account(Role.COACH, programme=programme))
    whole = {row["metric"]: row for row in await rows(client, header, AS_OF)}
    assert any(row["suppressed"] for row in whole.values())
    for code, row in whole.items():
        (alone,) = await rows(client, header, f"{AS_OF}&metric={code}&knownAt={row['knownAt']}")
        assert alone == row


@pytest.mark.parametrize(
    ("query", "wrong"),
    [
        ("cohort={cohort}", ["cohort"]),
        ("groupBy=cohort&groupBy=gender&groupBy=municipality", ["groupBy"]),
        ("programme={programme}&municipality=GM0344", ["programme"]),
    ],
)
async def test_what_is_published_whole_is_not_given_in_parts(
    client: httpx.AsyncClient, dossier: Dossier, municipality: Header, query: str, wrong: list[str]
) -> None:
    filled = query.format(cohort=dossier.cohort.id, programme=dossier.programme.id)
    if "programme" not in filled:
        filled += f"&programme={dossier.programme.id}"
    assert await faults(client, municipality, filled) == wrong


async def test_what_cannot_be_asked_is_said_all_at_once(client: httpx.AsyncClient, coordinator: Header) -> None:
    assert await faults(client, coordinator, "metric=nothing&asOf=2999-01-01") == ["metric", "asOf"]
    wrong = "programme=x&municipality=Utrecht&groupBy=name&asOf=yesterday&knownAt=2026-01-01T00:00:00"
    assert len(await faults(client, coordinator, wrong)) == 5


async def test_a_stranger_does_not_learn_whether_there_are_outcomes(
    client: httpx.AsyncClient, dossier: Dossier, stranger: Header
) -> None:
    for scope in (f"programme={dossier.programme.id}", "municipality=GM0344"):
        assert (await client.get(f"/v1/outcomes?{scope}", headers=stranger)).status_code == 404


async def test_every_metric_says_what_it_means(client: httpx.AsyncClient, municipality: Header) -> None:
    answer = await client.get("/v1/metrics", headers=municipality)
    assert [one["code"] for one in answer.json()["results"]] == list(REGISTRY)
    for one in answer.json()["results"]:
        MetricInWords.model_validate(one)
        alone = await client.get(f"/v1/metrics/{one['code']}", headers=municipality)
        assert alone.json() == one
        assert alone.headers["etag"] == f'"{one["version"]}"'


async def test_a_metric_that_is_not_there_is_not_found(client: httpx.AsyncClient, coordinator: Header) -> None:
    assert (await client.get("/v1/metrics/nothing", headers=coordinator)).status_code == 404


async def test_every_number_says_in_dutch_and_english_why_it_is_what_it_is(
    client: httpx.AsyncClient, dossier: Dossier, coordinator: Header
) -> None:
    answer = await client.get(f"/v1/outcomes/explanations?{AS_OF}&metric=admitted", headers=coordinator)
    (told,) = answer.json()["results"]
    assert ExplanationPublic.model_validate(told)
    assert told["inWords"]["en"].startswith("100 % admitted (1 of 1; it is known of everyone")
    assert told["why"][0]["nl"].startswith("Dit cijfer gaat over: Iedereen die zich heeft aangemeld.")
    assert (told["rateIfUnknownIsNo"], told["rateIfUnknownIsYes"]) == (1.0, 1.0)


async def test_a_municipality_is_told_no_withheld_count_by_the_explanation(
    client: httpx.AsyncClient, dossier: Dossier, municipality: Header
) -> None:
    query = f"{AS_OF}&metric=admitted&programme={dossier.programme.id}"
    answer = await client.get(f"/v1/outcomes/explanations?{query}", headers=municipality)
    (told,) = answer.json()["results"]
    assert told["inWords"]["en"] == "not shown: it is about too few people"
    assert told["rateIfUnknownIsNo"] is None


async def test_a_definition_can_be_read_in_words(client: httpx.AsyncClient, coordinator: Header) -> None:
    told = (await client.get("/v1/metrics/admitted", headers=coordinator)).json()
    assert MetricInWords.model_validate(told)
    who = told["definition"][0]
    assert (who["what"]["nl"], who["how"][0]["en"]) == ("Wie we tellen", "Everyone who registered")
