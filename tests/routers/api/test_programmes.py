"""A programme with the way in which it is to be shown to work."""

import httpx
import pytest

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
            "year": 2020,
            "source": "Divosa",
            "metric": "in_paid_work_at_end",
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
