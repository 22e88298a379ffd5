"""A programme's own metric in the report of its team: the numbers, the people behind it, and every download."""

from datetime import date
from io import BytesIO
from typing import Any

import httpx
import openpyxl

from app.models import OwnMetric, Programme
from app.rules.metric_parts import Question, ShownAs
from tests.factories import Factory
from tests.routers.desk.test_outcome_people import people

STARTED: dict[str, Any] = {"registered_on": date(2025, 1, 6), "started_on": date(2025, 2, 3)}
NINE_MONTHS_LATER = date(2025, 11, 3)


async def at_work_and_silent(make: Factory, programme: Programme, **fields: object) -> OwnMetric:
    """A metric of the programme, with one person for yes and one of whom nothing is known."""
    for name, seen in (("Yes", True), ("Silent", False)):
        person = await make.participant(programme, first_name="Noor", last_name=name)
        trajectory = await make.trajectory(programme, participant=person, **STARTED)
        job = await make.placement(trajectory, starts_on=date(2025, 3, 3))
        if seen:
            await make.observation(trajectory, job, observed_on=NINE_MONTHS_LATER, in_paid_work=True)
    return await make.own_metric(programme, title="Aan het werk na 9 maanden", **fields)


async def test_the_report_of_the_programme_shows_it_last_with_its_question_and_version(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    own = await at_work_and_silent(make, programme)
    page = await desk.get("/programme-outcomes")
    assert page.text.index(f'id="{own.code}"') > page.text.index('id="job_guarantee_kept"')
    assert "Did this person have paid work 9 months after the start of the trajectory?" in page.text
    assert f"{own.code}, version 1" in page.text


async def test_the_people_behind_it_are_found(desk: httpx.AsyncClient, make: Factory, programme: Programme) -> None:
    own = await at_work_and_silent(make, programme)
    table = await desk.get(f"/programme-outcomes/people/table?metric={own.code}")
    assert people(table) == {"Noor Yes": ("yes", "at_work"), "Noor Silent": ("unanswered", "nothing_proves")}
    assert (await desk.get(f"/programme-outcomes/people?metric={own.code}")).status_code == 200


async def test_it_is_in_every_download(desk: httpx.AsyncClient, make: Factory, programme: Programme) -> None:
    own = await at_work_and_silent(make, programme)
    table = await desk.get("/programme-outcomes/table")
    assert f"{own.code},,yes,1" in table.text
    workbook = openpyxl.load_workbook(BytesIO((await desk.get("/programme-outcomes/workbook")).content))
    definitions = [row[:3] for row in workbook.worksheets[-1].iter_rows(values_only=True)]
    assert (own.code, 1, "Aan het werk na 9 maanden") in definitions


async def test_a_curve_and_a_series_stand_in_the_report_and_in_every_download_but_are_no_rows_of_it(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    share = await at_work_and_silent(make, programme)
    await make.trajectory(programme, **STARTED)
    begun = {"question": Question.PLACED_SINCE_INDEX, "team_only": True}
    curve = await make.own_metric(programme, title="Tijd tot werk", shown_as=ShownAs.CURVE, **begun)
    months = await make.own_metric(programme, title="Begonnen per maand", shown_as=ShownAs.EACH_MONTH, **begun)
    page = (await desk.get("/programme-outcomes")).text
    assert page.index(f'id="{share.code}"') < page.index(f'id="{curve.code}"') < page.index(f'id="{months.code}"')
    assert "Half of the 3 people began paid work within 28 days, a quarter within 28 days." in page
    table = (await desk.get("/programme-outcomes/table")).text
    assert f"{curve.code},,over,2" in table
    assert f"{months.code},,yes_month_1,2" in table
    assert f"{curve.code},,due" not in table
    month = f"/programme-outcomes/people/table?metric={months.code}_1"
    assert people(await desk.get(month))["Noor Yes"][0] == "yes"
    workbook = openpyxl.load_workbook(BytesIO((await desk.get("/programme-outcomes/workbook")).content))
    assert ("Tijd tot werk", 3, 1) in {line[:3] for line in workbook["Curves"].iter_rows(values_only=True)}
    first = next(line for line in workbook["Month by month"].iter_rows(min_row=2, values_only=True))
    assert first[:3] == ("Begonnen per maand", 1, 3)


async def test_a_retired_one_is_in_no_new_report_but_still_in_one_of_what_was_known_before(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    own = await at_work_and_silent(make, programme)
    before = await desk.get("/programme-outcomes/table")
    here = f"/programmes/{programme.id}/metrics/{own.id}"
    assert (await desk.post(f"{here}/retirement", data={"version": "1"})).status_code == 303
    assert own.code not in (await desk.get("/programme-outcomes/table")).text
    then = await desk.get("/programme-outcomes/table?known=2026-04-01")
    assert f"{own.code},,yes,1" in then.text
    assert own.code in before.text
