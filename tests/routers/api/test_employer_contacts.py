"""Contact persons at employers, as other programs keep them."""

import httpx
import pytest

from tests.factories import Factory
from tests.routers.api.conftest import Dossier, Header


def read(answer: httpx.Response) -> dict[str, str]:
    return {"If-Match": answer.headers["etag"]}


def sent(dossier: Dossier, **about: object) -> dict[str, object]:
    return {"programmeId": str(dossier.programme.id), "organisationId": str(dossier.employer.id), **about}


async def test_a_contact_person_is_kept_and_asked_about_a_placement(
    client: httpx.AsyncClient, dossier: Dossier, coach: Header
) -> None:
    added = await client.post(
        "/v1/employer-contacts", json=sent(dossier, name="Jan Smit", email=" Jan@Bakker.NL"), headers=coach
    )
    assert (added.status_code, added.json()["email"], added.json()["language"]) == (201, "jan@bakker.nl", "nl")
    path = added.headers["location"]
    moved = await client.patch(path, json={"email": None, "phone": "06 12345678"}, headers=coach | read(added))
    assert (moved.json()["email"], moved.json()["phone"]) == (None, "06 12345678")
    stale = await client.patch(path, json={"name": "Piet"}, headers=coach | read(added))
    assert stale.status_code == 412
    placement = f"/v1/placements/{dossier.placement.id}"
    asked = await client.patch(
        placement,
        json={"contactId": added.json()["id"]},
        headers=coach | read(await client.get(placement, headers=coach)),
    )
    assert asked.json()["contactId"] == added.json()["id"]


@pytest.mark.parametrize(
    ("about", "field"),
    [
        ({"name": "Jan Smit"}, "email"),
        ({"email": "jan@bakker"}, "email"),
        ({"email": "jan@bakker.nl", "phone": "12"}, "phone"),
        ({"email": "  ", "phone": " "}, "email"),
    ],
)
async def test_somebody_who_cannot_be_reached_is_refused_at_the_field(
    client: httpx.AsyncClient, dossier: Dossier, coach: Header, about: dict[str, object], field: str
) -> None:
    answer = await client.post("/v1/employer-contacts", json=sent(dossier, **about), headers=coach)
    assert answer.status_code == 400
    assert [error["name"] for error in answer.json()["invalidParams"]] == [field]


async def test_an_address_is_known_once_at_an_employer(
    client: httpx.AsyncClient, dossier: Dossier, coach: Header
) -> None:
    same = sent(dossier, email=str(dossier.employer_contact.email).upper())
    answer = await client.post("/v1/employer-contacts", json=same, headers=coach)
    assert [error["code"] for error in answer.json()["invalidParams"]] == ["twice"]


async def test_a_new_address_has_not_failed_yet(
    client: httpx.AsyncClient, dossier: Dossier, make: Factory, coach: Header
) -> None:
    failed = await make.employer_contact(
        dossier.programme, dossier.employer, bounced_at=make.at, bounce_reason="550 unknown"
    )
    path = f"/v1/employer-contacts/{failed.id}"
    before = await client.get(path, headers=coach)
    named = await client.patch(path, json={"name": "Jan"}, headers=coach | read(before))
    assert named.json()["bounceReason"] == "550 unknown"
    after = await client.patch(path, json={"email": "nieuw@bakker.nl"}, headers=coach | read(named))
    assert (after.json()["bouncedAt"], after.json()["bounceReason"]) == (None, None)


async def test_nobody_of_another_employer_or_programme_can_be_asked(
    client: httpx.AsyncClient, dossier: Dossier, make: Factory, coach: Header, stranger: Header
) -> None:
    elsewhere = await make.employer_contact(dossier.programme, await make.organisation())
    hidden = await make.employer_contact(await make.programme(), dossier.employer)
    path = f"/v1/placements/{dossier.placement.id}"
    version = read(await client.get(path, headers=coach))
    for contact in (elsewhere, hidden):
        answer = await client.patch(path, json={"contactId": str(contact.id)}, headers=coach | version)
        assert [error["name"] for error in answer.json()["invalidParams"]] == ["contactId"]
    own = f"/v1/employer-contacts/{dossier.employer_contact.id}"
    assert (await client.get(own, headers=stranger)).status_code == 404
    refused = await client.post("/v1/employer-contacts", json=sent(dossier, email="ik@elders.nl"), headers=stranger)
    assert refused.status_code in (400, 404)
