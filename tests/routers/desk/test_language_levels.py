"""From which language level to which: exact for the team, and only large groups for a municipality."""

from datetime import date, timedelta
from io import BytesIO

import httpx
import openpyxl
import pytest

from app.models import Programme, Trajectory
from app.rules.code_lists import LanguageLevel, LanguageSkill, Role
from tests.factories import Factory
from tests.routers.municipality.test_outcomes import UTRECHT, numbers
from tests.routers.reader import reads_pages

START = date(2025, 1, 6)
METRIC = "language_gain_listening"


async def measured(make: Factory, programme: Programme, many: int, start: str, now: str) -> list[Trajectory]:
    """So many people whose listening and speaking were tested at the start and half a year later."""
    people = []
    for _ in range(many):
        trajectory = await make.trajectory(programme, registered_on=START, started_on=START, municipality_code=UTRECHT)
        await has_level(make, trajectory, START, start)
        await has_level(make, trajectory, START + timedelta(days=180), now)
        people.append(trajectory)
    return people


async def has_level(make: Factory, trajectory: Trajectory, day: date, level: str) -> None:
    for skill in (LanguageSkill.LISTENING, LanguageSkill.SPEAKING):
        shown = {"skill": skill, "level": LanguageLevel(level), "instrument": "TOA"}
        await make.language_measurement(trajectory, measured_on=day, **shown)


async def test_the_team_sees_every_square_and_what_it_adds_up_to(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    await measured(make, programme, 2, "A1", "A2")
    await measured(make, programme, 1, "A2", "A2")

    table = numbers(await desk.get("/programme-outcomes/table"), METRIC)

    assert (table["yes"], table["no"]) == ("2", "1")
    assert (table["level_A1_to_A2"], table["level_A2_to_A2"], table["level_people"]) == ("2", "1", "3")
    page = (await desk.get("/programme-outcomes", headers={"Accept-Language": "en"})).text
    assert "A1 → A2: 2; A2 → A2: 1" in page


async def test_a_municipality_sees_large_groups_only(
    client: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    await measured(make, programme, 14, "A1", "A2")
    await measured(make, programme, 12, "A1", "A1")
    await measured(make, programme, 3, "A2", "B1")
    city = await make.organisation(name="Gemeente Utrecht", roles=["municipality"], municipality_code=UTRECHT)
    await reads_pages(client, make, await make.account(Role.MUNICIPALITY, organisation=city))

    answer = await client.get("/outcomes/table")
    table = numbers(answer, METRIC)

    assert not any(name.startswith("level") for name in numbers(answer, "language_gain_speaking"))
    assert {name: value for name, value in table.items() if name.startswith("level")} == {
        "level_A1_to_A1": "10",
        "level_A1_to_A2": "15",
        "level_other": "suppressed",
    }
    book = openpyxl.load_workbook(BytesIO((await client.get("/outcomes/workbook")).content))
    assert ("Higher level: listening", "A1", "A2", 15) in list(book["Language levels"].iter_rows(values_only=True))
    about = {"title": "Voor de raad", "scope": UTRECHT, "reference_day": "day_itself"}
    saved = (await client.post("/outcome-reports", data=about)).headers["location"].partition("?")[0]
    edition = (await client.post(f"{saved}/editions")).headers["location"].partition("?")[0]
    assert "A1 → A1: 10; A1 → A2: 15" in (await client.get(edition)).text


@pytest.mark.parametrize(("moved", "status"), [(1, 403), (12, 200)])
async def test_other_levels_of_a_few_people_make_another_report(
    client: httpx.AsyncClient, make: Factory, programme: Programme, moved: int, status: int
) -> None:
    """Who gained one level and then gained another changes no rate, but does change the square."""
    people = await measured(make, programme, 20, "A1", "A2")
    city = await make.organisation(name="Gemeente Utrecht", roles=["municipality"], municipality_code=UTRECHT)
    client.cookies.update(await make.signed_in(await make.account(Role.MUNICIPALITY, organisation=city)))
    first = make.at
    make.at = first + timedelta(days=1)
    for trajectory in people[:moved]:
        await has_level(make, trajectory, START + timedelta(days=200), "B1")

    answers = [await client.get("/outcomes", params={"at": at.isoformat()}) for at in (first, make.at)]

    assert [answer.status_code for answer in answers] == [200, status]
