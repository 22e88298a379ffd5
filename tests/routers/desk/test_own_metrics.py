"""The pages on which a programme puts a metric of its own together."""

from datetime import date
from io import BytesIO

import httpx
import openpyxl
import pytest

from app.models import Account, Programme
from app.models.programme_design import Evaluation, ReferenceFigure
from app.rules.code_lists import PAID_WORK, Role
from tests.factories import Factory

FILLED_IN = {
    "title": "Aan het werk na 9 maanden",
    "population": "started",
    "question": "in_work",
    "index": "start",
    "horizon_months": "9",
    "counts": sorted(PAID_WORK),
    "unknown_policy": "stays_unknown",
    "exclusions": ["deceased"],
    "team_only": "no",
}


@pytest.fixture
def here(programme: Programme) -> str:
    return f"/programmes/{programme.id}/metrics"


async def test_the_programme_leads_to_an_empty_list_that_says_what_to_do(
    desk: httpx.AsyncClient, programme: Programme, here: str
) -> None:
    assert f'href="{here}"' in (await desk.get(f"/programmes/{programme.id}")).text
    page = await desk.get(here)
    assert "No metrics of your own yet" in page.text
    assert f'href="{here}/new"' in page.text


async def test_one_sees_the_number_first_and_then_adds_the_metric(
    desk: httpx.AsyncClient, make: Factory, programme: Programme, here: str
) -> None:
    await make.trajectory(programme)
    assert 'value="12"' in (await desk.get(f"{here}/new")).text
    tried = await desk.post(here, data={**FILLED_IN, "try": "yes"})
    assert "This comes out today" in tried.text
    assert "Did this person have paid work 9 months after the start of the trajectory?" in tried.text
    assert 'value="Aan het werk na 9 maanden"' in tried.text
    assert "No metrics of your own yet" in (await desk.get(here)).text
    added = await desk.post(here, data=FILLED_IN)
    assert added.headers["location"] == f"{here}?done=added"
    listed = (await desk.get(added.headers["location"])).text
    assert "The metric is added." in listed
    assert "Aan het werk na 9 maanden" in listed


async def test_a_curve_and_a_series_are_seen_before_they_are_kept(
    desk: httpx.AsyncClient, make: Factory, programme: Programme, here: str
) -> None:
    started = await make.trajectory(programme, started_on=date(2025, 2, 3), registered_on=date(2025, 1, 6))
    await make.placement(started, starts_on=date(2025, 3, 3))
    within = "began paid work within 9 months of the start of the trajectory"
    for shown_as, said in (("curve", "within 28 days"), ("each_month", within)):
        form = {**FILLED_IN, "shown_as": shown_as, "question": "placed_since_index", "team_only": "yes"}
        tried = await desk.post(here, data={**form, "population": "started", "try": "yes"})
        assert said in tried.text, shown_as


async def test_what_does_not_go_together_is_said_beside_the_field_and_nothing_typed_is_lost(
    desk: httpx.AsyncClient, here: str
) -> None:
    wrong = {**FILLED_IN, "index": "first_placement", "counts": [], "minimum_hours": "many"}
    page = await desk.post(here, data=wrong)
    assert page.status_code == 400
    assert 'id="metric-minimum_hours-error"' in page.text
    page = await desk.post(here, data={**wrong, "minimum_hours": "24"})
    assert 'id="metric-population-error"' in page.text
    assert 'id="metric-counts-error"' in page.text
    assert 'value="Aan het werk na 9 maanden"' in page.text


async def test_a_change_is_a_version_beside_the_earlier_ones(
    desk: httpx.AsyncClient, make: Factory, programme: Programme, here: str
) -> None:
    own = await make.own_metric(programme)
    changed = await desk.post(f"{here}/{own.id}/changes", data={**FILLED_IN, "horizon_months": "10", "version": "1"})
    assert changed.headers["location"] == f"{here}?done=changed"
    page = (await desk.get(f"{here}/{own.id}")).text
    assert "Version 2, since" in page
    assert "10 months after the start of the trajectory" in page
    assert "9 months after the start of the trajectory" in page
    late = await desk.post(f"{here}/{own.id}/changes", data={**FILLED_IN, "version": "1"})
    assert late.status_code == 412
    assert "Somebody else changed this metric meanwhile" in late.text


async def test_one_that_was_retired_can_be_taken_up_again(
    desk: httpx.AsyncClient, make: Factory, programme: Programme, here: str
) -> None:
    own = await make.own_metric(programme)
    await desk.post(f"{here}/{own.id}/retirement", data={"version": "1"})
    assert "Take it up again" in (await desk.get(f"{here}/{own.id}")).text
    again = await desk.post(f"{here}/{own.id}/retirement", data={"version": "2"})
    assert again.headers["location"] == f"{here}?done=taken-up"


async def test_others_do_not_get_there(
    client: httpx.AsyncClient, make: Factory, programme: Programme, here: str
) -> None:
    coach = await make.account(Role.COACH, programme=programme)
    stranger = await make.account(Role.COORDINATOR, programme=await make.programme())
    both = await make.account(Role.COORDINATOR, programme=await make.programme())
    await make.membership(both, Role.COACH, programme=programme)
    for account, status in ((coach, 403), (stranger, 404), (both, 403)):
        client.cookies.update(await make.signed_in(account))
        assert (await client.get(here)).status_code == status
        assert (await client.get(f"{here}/new")).status_code == status
        assert (await client.post(here, data=FILLED_IN)).status_code == status


async def test_a_figure_from_elsewhere_stands_beside_ours_in_the_report(
    desk: httpx.AsyncClient, make: Factory, coordinator: Account
) -> None:
    figure = ReferenceFigure(what="Parcours HOPE", value=56, year=2022, source="Risbo", metric="admitted")
    design = Evaluation(reference_figures=[figure]).model_dump(mode="json", by_alias=True)
    held = await make.programme(name="Held", evaluation=design)
    await make.membership(coordinator, Role.COORDINATOR, programme=held)
    await make.trajectory(held)
    page = (await desk.get(f"/programme-outcomes?scope={held.id}")).text
    assert "Beside it: Parcours HOPE, 56 % (Risbo, 2022). Ours less that: +44 points." in page
    assert "A reference, not a control group" in page
    workbook = openpyxl.load_workbook(
        BytesIO((await desk.get(f"/programme-outcomes/workbook?scope={held.id}")).content)
    )
    _, line = workbook["Figures from elsewhere"].iter_rows(values_only=True)
    assert line[1:7] == ("Parcours HOPE", "Risbo, 2022", None, 0.56, 1, pytest.approx(0.44))


async def test_the_group_that_the_evaluation_compares_with_is_no_mere_reference(
    desk: httpx.AsyncClient, make: Factory, coordinator: Account
) -> None:
    held = await make.programme(name="Held")
    await make.membership(coordinator, Role.COORDINATOR, programme=held)
    await make.trajectory(held)
    form = {
        "maryland_level": "3",
        "comparison": "Mensen op de wachtlijst",
        "what-0": "Wachtlijst",
        "value-0": "40",
        "people-0": "50",
        "source-0": "Eigen telling",
        "metric-0": "admitted",
        "is_comparison_group-0": "yes",
        "version": "1",
    }
    recorded = await desk.post(f"/programmes/{held.id}/change/evaluation", data=form)
    assert recorded.status_code == 303, recorded.text
    assert "selected>Of the group that" in (await desk.get(f"/programmes/{held.id}/change/evaluation")).text
    page = (await desk.get(f"/programme-outcomes?scope={held.id}")).text
    assert "this group shows what would have happened without the programme" in page


async def test_a_figure_is_not_held_against_an_own_metric_of_another_programme(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    theirs = await make.own_metric(await make.programme())
    form = {"what-0": "x", "value-0": "40", "source-0": "y", "metric-0": theirs.code, "version": "1"}
    refused = await desk.post(f"/programmes/{programme.id}/change/evaluation", data=form)
    assert refused.status_code == 400
    assert "There is no such metric" in refused.text
