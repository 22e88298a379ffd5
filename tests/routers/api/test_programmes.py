"""A programme with the way in which it is to be shown to work."""

import httpx
import pytest

from tests.factories import Factory
from tests.routers.api.conftest import Dossier, Header, changed

EVALUATION = {
    "marylandLevel": 3,
    "comparison": "Candidates on the waiting list",
    "plan": "Ask both groups after twelve months.",
    "referenceFigures": [
        {
            "what": "In work after a year",
            "value": 29.1,
            "unit": "%",
            "people": 24500,
            "year": 2020,
            "source": "Divosa",
            "metric": "in_paid_work_at_end",
            "isComparisonGroup": False,
        }
    ],
}


async def test_how_a_programme_is_to_be_shown_to_work_is_kept_as_it_was_sent(
    client: httpx.AsyncClient, dossier: Dossier, coordinator: Header
) -> None:
    path = f"/v1/programmes/{dossier.programme.id}"
    read = await client.get(path, headers=coordinator)
    assert (read.json()["evaluation"], read.json()["scalingCriteria"]) == (None, [])
    sent = {
        "evaluation": EVALUATION,
        "scalingCriteria": [{"criterion": "funding", "state": "in_progress", "note": "Until 2027."}],
        "effectiveElements": [{"element": "cooperation", "sentence": "They meet each month.", "source": "SER 2021"}],
        "catalogueKey": "up-roermond-en-leudal",
    }
    answer = await client.patch(path, json=sent, headers=coordinator | changed(read))
    assert answer.status_code == 200
    assert {name: answer.json()[name] for name in sent} == sent
    emptied = await client.patch(path, json={"evaluation": None}, headers=coordinator | changed(answer))
    assert emptied.json()["evaluation"] is None


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"evaluation": {"marylandLevel": 6}}, "evaluation.marylandLevel"),
        (
            {"evaluation": {"referenceFigures": [{"what": "x", "value": 1, "source": "y", "metric": "luck"}]}},
            "evaluation.referenceFigures.0.metric",
        ),
        ({"scalingCriteria": [{"criterion": "luck"}]}, "scalingCriteria.0.criterion"),
        ({"scalingCriteria": [{"criterion": "funding"}, {"criterion": "funding"}]}, "scalingCriteria"),
        ({"effectiveElements": [{"element": "cooperation"}]}, "effectiveElements.0.sentence"),
        ({"phases": [{"name": "Language\u0000"}]}, "phases.0.name"),
        ({"catalogueKey": "Two Words"}, "catalogueKey"),
    ],
)
async def test_a_design_that_cannot_be_is_refused_at_its_field(
    client: httpx.AsyncClient, dossier: Dossier, coordinator: Header, sent: dict[str, object], field: str
) -> None:
    path = f"/v1/programmes/{dossier.programme.id}"
    read = await client.get(path, headers=coordinator)
    answer = await client.patch(path, json=sent, headers=coordinator | changed(read))
    assert answer.status_code == 400
    assert [error["name"] for error in answer.json()["invalidParams"]] == [field]


async def test_a_partner_is_kept_through_the_api(
    client: httpx.AsyncClient, dossier: Dossier, coordinator: Header, coach: Header
) -> None:
    sent = {
        "programmeId": str(dossier.programme.id),
        "organisationId": str(dossier.employer.id),
        "role": "employer",
        "task": "Places and a buddy",
    }
    assert (await client.post("/v1/programme-partners", json=sent, headers=coach)).status_code == 403
    added = await client.post("/v1/programme-partners", json=sent, headers=coordinator)
    assert added.status_code == 201
    assert added.json()["organisationName"] == dossier.employer.name
    path = added.headers["location"]
    changed_task = await client.patch(path, json={"task": None}, headers=coordinator | changed(added))
    assert (changed_task.json()["role"], changed_task.json()["task"]) == ("employer", None)
    listed = await client.get("/v1/programme-partners", params={"programme": sent["programmeId"]}, headers=coach)
    assert added.json() | {"task": None, "version": 2} in [
        one | {"changedAt": added.json()["changedAt"]} for one in listed.json()["results"]
    ]
    assert (await client.delete(path, headers=coordinator | changed(added))).status_code == 412
    assert (await client.delete(path, headers=coordinator | changed(changed_task))).status_code == 204
    assert (await client.get(path, headers=coordinator)).status_code == 404


async def test_funding_is_kept_through_the_api(
    client: httpx.AsyncClient, dossier: Dossier, coordinator: Header, coach: Header
) -> None:
    sent = {"programmeId": str(dossier.programme.id), "source": "ESF+", "amount": 1000.5, "endsOn": "2027-12-31"}
    assert (await client.post("/v1/programme-funds", json=sent, headers=coach)).status_code == 403
    added = await client.post("/v1/programme-funds", json=sent, headers=coordinator)
    assert {name: added.json()[name] for name in sent} == sent
    assert (added.json()["startsOn"], added.json()["phases"]) == (None, [])
    path = added.headers["location"]
    moved = await client.patch(path, json={"startsOn": "2027-01-01"}, headers=coordinator | changed(added))
    assert moved.json()["startsOn"] == "2027-01-01"
    for wrong, field in (({"phases": ["Nowhere"]}, "phases"), ({"endsOn": "2026-12-31"}, "endsOn")):
        refused = await client.patch(path, json=wrong, headers=coordinator | changed(moved))
        assert refused.status_code == 400
        assert [error["name"] for error in refused.json()["invalidParams"]] == [field]
    assert (await client.delete(path, headers=coordinator | changed(moved))).status_code == 204


async def test_somebody_elsewhere_finds_neither_partners_nor_money(
    client: httpx.AsyncClient, dossier: Dossier, make: Factory, coordinator: Header
) -> None:
    elsewhere = await make.programme()
    partner, funding = await make.partner(elsewhere), await make.funding(elsewhere)
    for path in (f"/v1/programme-partners/{partner.id}", f"/v1/programme-funds/{funding.id}"):
        assert (await client.get(path, headers=coordinator)).status_code == 404
        deleted = await client.delete(path, headers=coordinator | {"If-Match": '"1"'})
        assert deleted.status_code == 404
    for name in ("partners", "funds"):
        answer = await client.get(f"/v1/programme-{name}", headers=coordinator)
        assert {one["programmeId"] for one in answer.json()["results"]} == {str(dossier.programme.id)}
    sent = {"programmeId": str(elsewhere.id), "organisationId": str(dossier.employer.id), "role": "other"}
    assert (await client.post("/v1/programme-partners", json=sent, headers=coordinator)).status_code == 400
