"""A programme's own metrics by API: put together from parts, tried, kept in versions, and in its reports."""

from datetime import date
from typing import Any

import httpx
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from app.models import AuditEvent
from app.models.duration import DurationPublic
from app.models.outcome import OutcomePublic
from app.models.own_metric import OwnMetricPublic
from app.models.series import SeriesPublic
from tests.factories import Factory
from tests.routers.api.conftest import Dossier, Header, changed
from tests.routers.api.test_reads import is_exactly

OWN = "/v1/own-metrics"
NINE_MONTHS = {"title": "Aan het werk na 9 maanden", "horizonMonths": 9}


async def added(client: httpx.AsyncClient, header: Header, dossier: Dossier, **fields: Any) -> httpx.Response:
    asked = {"programmeId": str(dossier.programme.id), **NINE_MONTHS, **fields}
    return await client.post(OWN, json=asked, headers=header)


async def test_a_coordinator_adds_a_metric_with_sensible_parts_where_nothing_is_said(
    client: httpx.AsyncClient, dossier: Dossier, coordinator: Header
) -> None:
    answer = await added(client, coordinator, dossier)
    assert answer.status_code == 201, answer.text
    is_exactly(OwnMetricPublic, answer.json())
    told = answer.json()
    assert (told["population"], told["index"], told["question"]) == ("started", "start", "in_work")
    assert (told["unknownPolicy"], told["exclusions"], told["version"]) == ("stays_unknown", ["deceased"], 1)
    assert told["code"].startswith("own_")
    read = await client.get(answer.headers["location"], headers=coordinator)
    assert read.json() == told
    page = await client.get(OWN, params={"programme": str(dossier.programme.id)}, headers=coordinator)
    assert page.json()["results"] == [told]


async def test_parts_that_do_not_go_together_are_each_said_beside_the_part(
    client: httpx.AsyncClient, dossier: Dossier, coordinator: Header
) -> None:
    answer = await added(
        client, coordinator, dossier, question="placed_since_index", index="first_placement", horizonMonths=0
    )
    assert answer.status_code == 400
    said = {one["name"]: one["reason"] for one in answer.json()["invalidParams"]}
    assert said.keys() == {"population", "index", "horizonMonths"}
    assert "Choose everyone with a first job" in said["population"]
    unasked = await added(client, coordinator, dossier, question="admitted")
    assert [one["name"] for one in unasked.json()["invalidParams"]] == ["question"]


async def test_a_metric_is_tried_before_it_is_kept(
    client: httpx.AsyncClient, dossier: Dossier, coordinator: Header
) -> None:
    asked = {"programmeId": str(dossier.programme.id), **NINE_MONTHS}
    answer = await client.post("/v1/own-metric-previews", json=asked, headers=coordinator)
    assert answer.status_code == 201, answer.text
    is_exactly(OutcomePublic, answer.json())
    assert answer.json()["cohort"] == 1
    kept = await client.get(OWN, headers=coordinator)
    assert kept.json()["results"] == []


async def test_a_change_is_the_next_version_and_needs_the_one_that_was_read(
    client: httpx.AsyncClient, dossier: Dossier, coordinator: Header
) -> None:
    first = await added(client, coordinator, dossier)
    here = first.headers["location"]
    second = await client.patch(here, json={"horizonMonths": 10}, headers={**coordinator, **changed(first)})
    assert (second.status_code, second.json()["version"], second.json()["horizonMonths"]) == (200, 2, 10)
    assert second.json()["code"] == first.json()["code"]
    late = await client.patch(here, json={"horizonMonths": 11}, headers={**coordinator, **changed(first)})
    assert late.status_code == 412
    wrong = await client.patch(here, json={"index": "first_placement"}, headers={**coordinator, **changed(second)})
    assert [one["name"] for one in wrong.json()["invalidParams"]] == ["population"]


async def test_a_metric_is_retired_and_not_thrown_away(
    client: httpx.AsyncClient, dossier: Dossier, coordinator: Header
) -> None:
    first = await added(client, coordinator, dossier)
    here = first.headers["location"]
    retired = await client.patch(here, json={"retired": True}, headers={**coordinator, **changed(first)})
    assert (retired.status_code, retired.json()["version"]) == (200, 2)
    assert date.fromisoformat(retired.json()["retiredOn"])
    again = await client.patch(here, json={"retired": False}, headers={**coordinator, **changed(retired)})
    assert again.json()["retiredOn"] is None
    gone = await client.delete(here, headers={**coordinator, **changed(again)})
    assert gone.status_code == 405


async def test_a_programme_has_at_most_ten_in_use(
    client: httpx.AsyncClient, make: Factory, dossier: Dossier, coordinator: Header
) -> None:
    for _ in range(10):
        await make.own_metric(dossier.programme)
    await make.own_metric(dossier.programme, retired_on=date(2026, 1, 1))
    answer = await added(client, coordinator, dossier)
    assert answer.status_code == 400
    assert "Retire one first" in answer.text


async def test_the_log_holds_who_changed_what_into_what_but_no_title(
    client: httpx.AsyncClient, session: AsyncSession, dossier: Dossier, coordinator: Header
) -> None:
    first = await added(client, coordinator, dossier)
    await client.patch(first.headers["location"], json={"horizonMonths": 10}, headers={**coordinator, **changed(first)})
    events = await session.scalars(select(AuditEvent).where(AuditEvent.object_type == "own_metric"))
    changes = {event.action: event.changes for event in events}
    assert changes.keys() == {"add", "change"}
    assert changes["change"] == {"horizon_months": [9, 10]}
    assert "Aan het werk" not in str(changes["add"])


async def test_only_the_coordinators_of_the_programme_add_and_try_metrics(
    client: httpx.AsyncClient,
    dossier: Dossier,
    coach: Header,
    municipality: Header,
    administrator: Header,
    stranger: Header,
) -> None:
    asked = {"programmeId": str(dossier.programme.id), **NINE_MONTHS}
    for header, status in ((coach, 403), (municipality, 403), (administrator, 403), (stranger, 400)):
        assert (await added(client, header, dossier)).status_code == status
        tried = await client.post("/v1/own-metric-previews", json=asked, headers=header)
        assert tried.status_code == status


async def test_what_is_for_the_team_alone_a_municipality_does_not_find(
    client: httpx.AsyncClient, make: Factory, dossier: Dossier, municipality: Header, stranger: Header
) -> None:
    open_one = await make.own_metric(dossier.programme)
    closed = await make.own_metric(dossier.programme, team_only=True)
    assert (await client.get(f"{OWN}/{open_one.id}", headers=municipality)).status_code == 200
    assert (await client.get(f"{OWN}/{closed.id}", headers=municipality)).status_code == 404
    assert (await client.get(f"{OWN}/{open_one.id}", headers=stranger)).status_code == 404


async def test_a_day_of_the_calendar_stands_in_the_question(
    client: httpx.AsyncClient, dossier: Dossier, coordinator: Header
) -> None:
    on_a_day = {"index": "date", "on": "2026-02-01", "horizonMonths": 0}
    answer = await added(client, coordinator, dossier, **on_a_day)
    assert answer.json()["on"] == "2026-02-01"
    told = (await client.get(f"/v1/metrics/{answer.json()['code']}", headers=coordinator)).json()
    assert told["question"]["nl"] == "Had deze persoon op 1 februari 2026 betaald werk?"
    assert told["programmeId"] == str(dossier.programme.id)
    wrong = await added(client, coordinator, dossier, on="2026-02-01")
    assert [one["name"] for one in wrong.json()["invalidParams"]] == ["on"]


WAIT = {"title": "Tijd tot werk van 24 uur", "question": "placed_since_index", "minimumHours": 24, "shownAs": "curve"}
MONTHS = {"title": "Werk per maand na het einde", "index": "end", "horizonMonths": 3, "shownAs": "each_month"}


async def test_a_curve_and_a_series_are_tried_kept_for_the_team_and_read_beside_those_of_the_registry(
    client: httpx.AsyncClient, dossier: Dossier, coordinator: Header
) -> None:
    here = f"/v1/programmes/{dossier.programme.id}"
    for asked, where, shape in ((WAIT, "durations", DurationPublic), (MONTHS, "series", SeriesPublic)):
        fields: dict[str, Any] = {"programmeId": str(dossier.programme.id), "teamOnly": True, **asked}
        tried = await client.post("/v1/own-metric-previews", json=fields, headers=coordinator)
        assert shape.model_validate(tried.json()).code == "own_preview"
        answer = await added(client, coordinator, dossier, **fields)
        assert (answer.status_code, answer.json()["shownAs"]) == (201, asked["shownAs"])
        code = answer.json()["code"]
        *_, last = (await client.get(f"{here}/{where}", headers=coordinator)).json()["results"]
        assert (last["code"], last["title"]["nl"]) == (code, asked["title"])
        refused = await client.get("/v1/outcomes", params={"metric": code}, headers=coordinator)
        assert f"/programmes/{{id}}/{where}" in refused.json()["invalidParams"][0]["reason"]
    assert [len(group["months"]) for group in last["groups"]] == [3]


async def test_what_no_curve_can_tell_is_said_beside_the_part(
    client: httpx.AsyncClient, dossier: Dossier, coordinator: Header
) -> None:
    answer = await added(client, coordinator, dossier, shownAs="curve", unknownPolicy="counts_as_no")
    told = {one["name"] for one in answer.json()["invalidParams"]}
    assert told == {"question", "teamOnly", "unknownPolicy"}


async def test_a_metric_of_before_there_were_curves_is_a_share(
    client: httpx.AsyncClient, make: Factory, session: AsyncSession, dossier: Dossier, coordinator: Header
) -> None:
    own = await make.own_metric(dossier.programme)
    await session.execute(
        text("UPDATE own_metric SET definition = definition - 'shownAs' WHERE id = :id"), {"id": own.id}
    )
    told = (await client.get(f"{OWN}/{own.id}", headers=coordinator)).json()
    assert told["shownAs"] == "share"


async def test_a_report_asks_for_it_by_its_code(
    client: httpx.AsyncClient, dossier: Dossier, coordinator: Header, stranger: Header
) -> None:
    code = (await added(client, coordinator, dossier)).json()["code"]
    asked = {"programme": str(dossier.programme.id), "metric": code}
    rows = (await client.get("/v1/outcomes", params=asked, headers=coordinator)).json()["results"]
    assert [(row["metric"], row["version"]) for row in rows] == [(code, 1)]
    assert (await client.get("/v1/outcomes", params={"metric": code}, headers=stranger)).status_code == 400
    assert (await client.get(f"/v1/metrics/{code}", headers=stranger)).status_code == 404


async def test_an_edition_keeps_the_version_that_it_was_published_with(
    client: httpx.AsyncClient, dossier: Dossier, coordinator: Header
) -> None:
    first = await added(client, coordinator, dossier)
    code = first.json()["code"]
    report = {"title": "For the council", "programmeId": str(dossier.programme.id), "referenceDay": "day_itself"}
    saved = (await client.post("/v1/outcome-reports", json=report, headers=coordinator)).headers["location"]
    published = await client.post(f"{saved}/editions", json={}, headers=coordinator)
    await client.patch(first.headers["location"], json={"horizonMonths": 10}, headers={**coordinator, **changed(first)})
    again = await client.get(f"{saved}/editions/1", headers=coordinator)
    assert again.content == published.content
    (defined,) = [metric for metric in again.json()["metrics"] if metric["code"] == code]
    assert (defined["version"], defined["horizonMonths"]) == (1, 9)
    changes = (await client.get(f"{saved}/editions/1/changes", headers=coordinator)).json()["changes"]
    assert [(one["metric"], one["versionThen"], one["versionNow"]) for one in changes] == [(code, 1, 2)]


async def test_a_saved_report_can_be_about_an_own_metric_of_its_programme_alone(
    client: httpx.AsyncClient, make: Factory, dossier: Dossier, coordinator: Header
) -> None:
    own = await make.own_metric(dossier.programme)
    closed = await make.own_metric(dossier.programme, team_only=True)
    theirs = await make.own_metric(await make.programme())
    report = {"title": "One number", "programmeId": str(dossier.programme.id), "referenceDay": "day_itself"}
    saved = await client.post("/v1/outcome-reports", json={**report, "metrics": [own.code]}, headers=coordinator)
    assert saved.status_code == 201, saved.text
    edition = await client.post(f"{saved.headers['location']}/editions", json={}, headers=coordinator)
    assert {row["metric"] for row in edition.json()["results"]} == {own.code}
    for wrong in (closed, theirs):
        refused = await client.post(
            "/v1/outcome-reports", json={**report, "metrics": [wrong.code]}, headers=coordinator
        )
        assert [one["name"] for one in refused.json()["invalidParams"]] == ["metrics"]
