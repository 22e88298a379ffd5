"""Saved reports and their editions by API: who may read, who may publish, and bytes that never change."""

from base64 import b64encode
from collections.abc import Sequence
from datetime import UTC, timedelta
from hashlib import sha256
from typing import Any

import httpx
import pytest
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from app import clock
from app.models import AuditEvent, Programme
from app.models.outcome import OutcomesPublic
from app.models.outcome_edition import EditionChangesPublic, EditionContent, EditionPublic
from app.models.outcome_report import ReportPublic
from app.rules.code_lists import Decision, Role
from app.rules.metrics import PUBLISHED
from tests.factories import Factory
from tests.routers.api.conftest import Dossier, Header, changed
from tests.routers.api.test_reads import is_exactly

REPORTS = "/v1/outcome-reports"


async def saved(client: httpx.AsyncClient, header: Header, **fields: Any) -> str:
    """The address of a report that was just saved; it is about today unless said otherwise."""
    asked = {"title": "For the council", "referenceDay": "day_itself", **fields}
    answer = await client.post(REPORTS, json=asked, headers=header)
    assert answer.status_code == 201, answer.text
    is_exactly(ReportPublic, answer.json())
    return answer.headers["location"]


async def register(make: Factory, programme: Programme, decision: Decision, many: int) -> None:
    """So many people who registered more than a year ago, written down at this moment."""
    make.at = clock.now()
    day = clock.day_of(make.at) - timedelta(days=400)
    for _ in range(many):
        await make.trajectory(
            programme, registered_on=day, decision=decision, decided_on=day, started_on=None, municipality_code="GM0344"
        )


def admitted(content: dict[str, Any]) -> dict[str, Any]:
    found: Sequence[dict[str, Any]] = content["results"]
    return next(row for row in found if row["metric"] == "admitted" and not row["group"])


async def test_an_edition_gives_the_same_bytes_for_ever(
    client: httpx.AsyncClient, make: Factory, dossier: Dossier, coordinator: Header
) -> None:
    await register(make, dossier.programme, Decision.ADMITTED, 20)
    report = await saved(client, coordinator, programmeId=str(dossier.programme.id))
    published = await client.post(f"{report}/editions", json={}, headers=coordinator)
    assert (published.status_code, published.headers["location"]) == (201, f"{report}/editions/1")
    assert EditionContent.model_validate(published.json()).edition == 1
    await register(make, dossier.programme, Decision.DECLINED, 30)
    again = await client.get(f"{report}/editions/1", headers=coordinator)
    assert again.content == published.content
    assert again.headers["etag"] == f'"{sha256(again.content).hexdigest()}"'
    assert again.headers["repr-digest"] == f"sha-256=:{b64encode(sha256(again.content).digest()).decode()}:"
    second = await client.post(f"{report}/editions", json={}, headers=coordinator)
    assert admitted(again.json())["cohort"] < admitted(second.json())["cohort"]
    assert second.json()["edition"] == 2


async def test_what_changed_since_is_told_as_numbers(
    client: httpx.AsyncClient, make: Factory, dossier: Dossier, coordinator: Header
) -> None:
    await register(make, dossier.programme, Decision.ADMITTED, 20)
    report = await saved(client, coordinator, programmeId=str(dossier.programme.id), metrics=["admitted"])
    await client.post(f"{report}/editions", json={}, headers=coordinator)
    nothing = await client.get(f"{report}/editions/1/changes", headers=coordinator)
    assert nothing.json()["changes"] == []
    await register(make, dossier.programme, Decision.ADMITTED, 12)
    answer = await client.get(f"{report}/editions/1/changes", headers=coordinator)
    assert EditionChangesPublic.model_validate(answer.json())
    (change,) = answer.json()["changes"]
    assert {"group": {}, "number": "cohort", "then": 20, "now": 35} in change["numbers"]


async def test_a_program_that_has_the_edition_gets_no_content(
    client: httpx.AsyncClient, dossier: Dossier, coordinator: Header
) -> None:
    report = await saved(client, coordinator, programmeId=str(dossier.programme.id))
    etag = (await client.post(f"{report}/editions", json={}, headers=coordinator)).headers["etag"]
    known = await client.get(f"{report}/editions/1", headers={**coordinator, "if-none-match": etag})
    assert (known.status_code, known.content) == (304, b"")
    other = await client.get(f"{report}/editions/1", headers={**coordinator, "if-none-match": '"other"'})
    assert other.status_code == 200


async def test_an_edition_is_published_under_disclosure_control_also_for_the_coordinator(
    client: httpx.AsyncClient, dossier: Dossier, coordinator: Header
) -> None:
    report = await saved(client, coordinator, programmeId=str(dossier.programme.id))
    content = (await client.post(f"{report}/editions", json={}, headers=coordinator)).json()
    assert (content["threshold"], admitted(content)["cohort"]) == (10, "suppressed")
    assert {metric["code"] for metric in content["metrics"]} == PUBLISHED.keys()


async def test_an_edition_holds_the_metrics_and_groups_that_the_report_asks(
    client: httpx.AsyncClient, make: Factory, dossier: Dossier, coordinator: Header
) -> None:
    await register(make, dossier.programme, Decision.ADMITTED, 20)
    asked = {"metrics": ["admitted"], "groupBy": "municipality", "programmeId": str(dossier.programme.id)}
    content = (
        await client.post(f"{await saved(client, coordinator, **asked)}/editions", json={}, headers=coordinator)
    ).json()
    assert {row["metric"] for row in content["results"]} == {"admitted"}
    assert [row["group"] for row in content["results"]] == [{}, {"municipality": "GM0344"}, {"municipality": None}]
    assert content["report"]["programme"] == dossier.programme.name


async def test_a_figure_from_elsewhere_stands_beside_the_rows_and_stays_in_an_edition(
    client: httpx.AsyncClient, make: Factory, dossier: Dossier, coordinator: Header
) -> None:
    await register(make, dossier.programme, Decision.ADMITTED, 20)
    at = f"/v1/programmes/{dossier.programme.id}"
    figure = {"what": "Parcours HOPE", "value": 56, "year": 2022, "source": "Risbo", "metric": "admitted"}
    design = {"evaluation": {"referenceFigures": [figure]}}
    read = await client.get(at, headers=coordinator)
    await client.patch(at, json=design, headers={**coordinator, **changed(read)})
    live = (await client.get(f"/v1/outcomes?programme={dossier.programme.id}", headers=coordinator)).json()
    assert OutcomesPublic.model_validate(live).references[0].difference == pytest.approx(0.44)
    report = await saved(client, coordinator, programmeId=str(dossier.programme.id))
    edition = await client.post(f"{report}/editions", json={}, headers=coordinator)
    later = await client.get(at, headers=coordinator)
    await client.patch(at, json={"evaluation": {"referenceFigures": []}}, headers={**coordinator, **changed(later)})
    (kept,) = (await client.get(f"{report}/editions/1", headers=coordinator)).json()["references"]
    assert edition.json()["references"] == [kept]
    assert (kept["what"], kept["share"], kept["byDesign"]) == ("Parcours HOPE", 0.56, False)


async def test_the_list_of_editions_tells_dates_and_digest(
    client: httpx.AsyncClient, dossier: Dossier, coordinator: Header
) -> None:
    report = await saved(client, coordinator, programmeId=str(dossier.programme.id), referenceDay="last_year")
    content = (await client.post(f"{report}/editions", json={}, headers=coordinator)).content
    (edition,) = (await client.get(f"{report}/editions", headers=coordinator)).json()["results"]
    is_exactly(EditionPublic, edition)
    assert edition["digest"] == sha256(content).hexdigest()
    assert edition["asOf"] == f"{clock.now().astimezone(UTC).year - 1}-12-31"
    listed = (await client.get(REPORTS, headers=coordinator)).json()["results"]
    assert [one["latestEdition"] for one in listed if one["id"] in report] == [1]


async def test_a_municipality_keeps_reports_about_its_residents(client: httpx.AsyncClient, make: Factory) -> None:
    city = await make.organisation(roles=["municipality"], municipality_code="GM0344")
    official = await make.token(await make.account(Role.MUNICIPALITY, organisation=city))
    other_city = await make.organisation(roles=["municipality"], municipality_code="GM0363")
    other = await make.token(await make.account(Role.MUNICIPALITY, organisation=other_city))
    report = await saved(client, official, municipalityCode="GM0344")
    assert (await client.post(f"{report}/editions", json={}, headers=official)).status_code == 201
    for address in (report, f"{report}/editions", f"{report}/editions/1"):
        assert (await client.get(address, headers=other)).status_code == 404
    assert (await client.get(REPORTS, headers=other)).json()["results"] == []
    refused = await client.post(REPORTS, json={"title": "Theirs", "municipalityCode": "GM0344"}, headers=other)
    assert refused.status_code == 403


async def test_a_municipality_reads_what_a_programme_publishes_and_publishes_nothing_there(
    client: httpx.AsyncClient, dossier: Dossier, coordinator: Header, municipality: Header, stranger: Header
) -> None:
    report = await saved(client, coordinator, programmeId=str(dossier.programme.id))
    mine = await client.post(f"{report}/editions", json={}, headers=coordinator)
    theirs = await client.get(f"{report}/editions/1", headers=municipality)
    assert theirs.content == mine.content
    assert (await client.post(f"{report}/editions", json={}, headers=municipality)).status_code == 403
    assert (await client.get(f"{report}/editions/1", headers=stranger)).status_code == 404


async def test_an_edition_can_be_about_another_day_that_has_come(
    client: httpx.AsyncClient, dossier: Dossier, coordinator: Header
) -> None:
    editions = f"{await saved(client, coordinator, programmeId=str(dossier.programme.id))}/editions"
    published = await client.post(editions, json={"asOf": "2025-06-30"}, headers=coordinator)
    assert published.json()["asOf"] == "2025-06-30"
    refused = await client.post(editions, json={"asOf": "2199-01-01"}, headers=coordinator)
    assert [fault["name"] for fault in refused.json()["invalidParams"]] == ["asOf"]


async def test_a_coach_reads_and_does_not_publish(
    client: httpx.AsyncClient, dossier: Dossier, coordinator: Header, coach: Header
) -> None:
    report = await saved(client, coordinator, programmeId=str(dossier.programme.id))
    assert (await client.get(report, headers=coach)).status_code == 200
    assert (await client.post(f"{report}/editions", json={}, headers=coach)).status_code == 403


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"metrics": ["happiness"]}, "metrics"),
        ({"groupBy": "shoe_size"}, "groupBy"),
        ({"referenceDay": "tomorrow"}, "referenceDay"),
        ({"municipalityCode": "GM0344"}, "programmeId"),
        ({"programmeId": "00000000-0000-4000-8000-000000000000"}, "programmeId"),
    ],
)
async def test_a_report_that_cannot_be_made_is_refused_with_the_reason(
    client: httpx.AsyncClient, dossier: Dossier, coordinator: Header, fields: dict[str, Any], field: str
) -> None:
    asked = {"title": "Report", "programmeId": str(dossier.programme.id), **fields}
    refused = await client.post(REPORTS, json=asked, headers=coordinator)
    assert refused.status_code == 400
    assert [fault["name"] for fault in refused.json()["invalidParams"]] == [field]


async def test_a_change_needs_the_version_that_was_read(
    client: httpx.AsyncClient, dossier: Dossier, coordinator: Header
) -> None:
    report = await saved(client, coordinator, programmeId=str(dossier.programme.id))
    change = {"title": "For the alderman"}
    assert (await client.patch(report, json=change, headers=coordinator)).status_code == 428
    changed = await client.patch(report, json=change, headers={**coordinator, "if-match": '"1"'})
    assert (changed.json()["title"], changed.headers["etag"]) == ("For the alderman", '"2"')
    assert (await client.patch(report, json=change, headers={**coordinator, "if-match": '"1"'})).status_code == 412


async def test_a_report_goes_away_until_an_edition_of_it_is_published(
    client: httpx.AsyncClient, dossier: Dossier, coordinator: Header
) -> None:
    version = {**coordinator, "if-match": '"1"'}
    mistake = await saved(client, coordinator, programmeId=str(dossier.programme.id))
    assert (await client.delete(mistake, headers=version)).status_code == 204
    report = await saved(client, coordinator, programmeId=str(dossier.programme.id))
    await client.post(f"{report}/editions", json={}, headers=coordinator)
    assert (await client.delete(report, headers=version)).status_code == 409


async def test_publishing_stands_in_the_log(
    client: httpx.AsyncClient, session: AsyncSession, dossier: Dossier, coordinator: Header
) -> None:
    report = await saved(client, coordinator, programmeId=str(dossier.programme.id))
    etag = (await client.post(f"{report}/editions", json={}, headers=coordinator)).headers["etag"]
    event = (await session.scalars(select(AuditEvent).where(AuditEvent.action == "publish"))).one()
    assert event.programme_id == dossier.programme.id
    assert event.changes["digest"] == [None, etag.strip('"')]
