"""Standards of others by API: for coordinators of the programme only, with why a figure differs from ours."""

from datetime import date
from typing import Any

import httpx

from app.models.standard import StandardPublic
from app.rules.code_lists import EndOutcome, EvidenceSource, Role
from app.rules.standards import STANDARD_METRICS
from tests.factories import Factory
from tests.routers.api.conftest import Dossier, Header

START, END = date(2025, 1, 6), date(2025, 5, 1)
STAY: dict[str, Any] = {
    "registered_on": START,
    "started_on": START,
    "ended_on": END,
    "end_outcome": EndOutcome.COMPLETED,
}


async def test_a_coordinator_reads_two_figures_over_the_same_people_and_why_they_differ(
    client: httpx.AsyncClient, make: Factory
) -> None:
    programme = await make.programme()
    header = await make.token(await make.account(Role.COORDINATOR, programme=programme))
    for begins in (date(2025, 5, 12), date(2025, 4, 1), None):
        person = await make.trajectory(programme, **STAY)
        if begins:
            await make.placement(person, starts_on=begins, ends_on=date(2025, 9, 1))
        else:
            await make.observation(person, observed_on=END, in_paid_work=False, source=EvidenceSource.EMPLOYER)

    path = f"/v1/programmes/{programme.id}/standards?asOf=2025-12-31"
    results = (await client.get(path, headers=header)).json()["results"]

    assert [one["theirs"]["metric"] for one in results] == list(STANDARD_METRICS)
    assert set(results[0]) == {field.alias for field in StandardPublic.model_fields.values()}
    on_leaving = next(one for one in results if one["theirs"]["metric"] == "esf_eecr04_employed_on_leaving")
    assert (on_leaving["theirs"]["yes"], on_leaving["theirs"]["no"]) == (2, 1)
    assert (on_leaving["ours"]["metric"], on_leaving["ours"]["yes"]) == ("in_paid_work_at_end", 1)
    assert on_leaving["why"]["en"] == (
        "1 person is a yes here and not in ours: ESF+ also counts work that began in the 28 days after leaving, "
        "and the recorded destination."
    )
    assert on_leaving["differences"] == [
        {"change": "more_yes", "people": 1, "why": on_leaving["differences"][0]["why"]},
    ]


async def test_who_comes_back_has_one_stay(client: httpx.AsyncClient, make: Factory) -> None:
    programme = await make.programme()
    header = await make.token(await make.account(Role.COORDINATOR, programme=programme))
    person = await make.participant(programme)
    await make.trajectory(programme, person, **STAY)
    again = date(2025, 8, 1)
    await make.trajectory(programme, person, registered_on=again, started_on=again)

    path = f"/v1/programmes/{programme.id}/standards?asOf=2025-12-31"
    results = (await client.get(path, headers=header)).json()["results"]

    half_a_year = next(one for one in results if one["theirs"]["metric"].startswith("esf_eecr05"))
    assert (half_a_year["theirs"]["notYetDue"], half_a_year["ours"]["due"]) == (1, 1)
    assert "came back" in half_a_year["why"]["en"]


async def test_nobody_but_a_coordinator_of_the_programme_reads_them(
    client: httpx.AsyncClient, dossier: Dossier, coach: Header, stranger: Header, municipality: Header
) -> None:
    path = f"/v1/programmes/{dossier.programme.id}/standards"
    answers = [(await client.get(path, headers=header)).status_code for header in (coach, stranger)]
    assert answers == [404, 404]
    assert (await client.get(path, headers=municipality)).status_code in (403, 404)


async def test_a_day_to_come_is_refused(client: httpx.AsyncClient, dossier: Dossier, coordinator: Header) -> None:
    path = f"/v1/programmes/{dossier.programme.id}/standards?asOf=2100-01-01"
    answer = await client.get(path, headers=coordinator)
    assert answer.status_code == 400
    assert "still to come" in answer.text


async def test_a_measure_can_be_asked_for_by_its_code_and_is_in_no_report_by_itself(
    client: httpx.AsyncClient, dossier: Dossier, coordinator: Header, municipality: Header
) -> None:
    path, code = f"/v1/outcomes?programme={dossier.programme.id}", "wioa_employed_second_quarter_after_exit"
    asked = (await client.get(f"{path}&metric={code}", headers=coordinator)).json()["results"]
    everyday = (await client.get(path, headers=coordinator)).json()["results"]

    assert [row["metric"] for row in asked] == [code]
    assert STANDARD_METRICS.keys().isdisjoint(row["metric"] for row in everyday)
    refused = await client.get(f"/v1/outcomes?municipality=GM0344&metric={code}", headers=municipality)
    assert refused.status_code == 400
