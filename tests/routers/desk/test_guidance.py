"""The page of how people are guided and how they leave: exact, for the team of the programme."""

from datetime import date, timedelta
from typing import Any

import httpx

from app.models import Account, Programme
from app.rules.code_lists import Attendance, Destination, EndOutcome, Role, TrajectoryEndReason
from tests.factories import TODAY, Factory

START = TODAY - timedelta(days=60)
ADDRESS = f"/programme-outcomes/guidance?day={TODAY}"


async def shown(desk: httpx.AsyncClient, address: str = ADDRESS) -> str:
    return " ".join((await desk.get(address)).text.split())


async def test_the_page_tells_contacts_and_the_longest_silence(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    person = await make.trajectory(programme, registered_on=START, started_on=START)
    for days, attendance in ((20, Attendance.CAME), (30, Attendance.DID_NOT_COME), (55, None)):
        await make.coaching_contact(person, contacted_on=START + timedelta(days=days), attendance=attendance)

    page = await shown(desk)

    assert "On average people came to 1 contacts a month" in page
    assert "The longest of all is 35 days." in page
    assert "100 % spoken to in time (1 of 1; it is known of everyone" in page


async def test_the_norm_of_the_phase_goes_before_that_of_the_programme(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    programme.sqlmodel_update({"phases": [{"name": "Werk", "contactNormDays": 70}]})
    await make.save(programme)
    await make.trajectory(programme, registered_on=START, started_on=START, phase="Werk", phase_since=START)
    await make.trajectory(programme, registered_on=START, started_on=START)

    assert "50 % spoken to in time (1 of 2; it is known of everyone" in await shown(desk)


async def test_a_coach_with_more_than_the_norm_stands_out_without_a_name(
    desk: httpx.AsyncClient, make: Factory, programme: Programme, coordinator: Account
) -> None:
    programme.sqlmodel_update({"caseload_norm": 1, "phases": [{"name": "Werk", "caseloadWeight": 0.5}]})
    await make.save(programme)
    for fields in ({"coach_id": coordinator.id}, {"coach_id": coordinator.id, "phase": "Werk", "phase_since": START}):
        await make.trajectory(programme, registered_on=START, started_on=START, **fields)

    page = await shown(desk)

    assert "1.5 of 1" in page
    assert "above the norm" in page
    assert page.count(coordinator.display_name) == (await shown(desk, "/outcome-reports")).count(
        coordinator.display_name
    )


async def test_who_left_early_adds_up_by_phase_and_reason(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    gone: dict[str, Any] = {"registered_on": START, "started_on": START, "ended_on": TODAY}
    early = {**gone, "end_outcome": EndOutcome.DROPPED_OUT, "phase": "Werk", "phase_since": START}
    await make.trajectory(programme, **early, end_reason=TrajectoryEndReason.HOUSING, ladder_start=2, ladder_end=3)
    await make.trajectory(programme, **early)
    await make.trajectory(
        programme, **gone, end_outcome=EndOutcome.COMPLETED, destination=Destination.EDUCATION, ladder_start=2
    )

    page = await shown(desk)

    assert "67 % dropped out (2 of 3; it is known of everyone" in page
    assert "Housing (1), Not recorded (1)" in page
    assert "100 % of the known (1 of 1) is a weak figure" in page
    assert "Everybody who started had left by this day." in page


async def test_nobody_has_started(desk: httpx.AsyncClient, programme: Programme) -> None:
    assert "Nobody has started here yet" in await shown(desk)


async def test_a_program_reads_what_was_known_and_so_on_an_earlier_day(
    client: httpx.AsyncClient, make: Factory
) -> None:
    programme = await make.programme()
    header = await make.token(await make.account(Role.COORDINATOR, programme=programme))
    person = await make.trajectory(programme, registered_on=START, started_on=START)
    await make.coaching_contact(person, contacted_on=TODAY)
    path = f"/v1/programmes/{programme.id}/guidance"

    now = (await client.get(f"{path}?asOf={TODAY}", headers=header)).json()
    before = (await client.get(f"{path}?asOf={TODAY - timedelta(days=1)}", headers=header)).json()
    stranger = await make.token(await make.account(Role.COORDINATOR, programme=await make.programme()))

    assert (now["contacts"], now["silences"]["longest"]) == (1, 60)
    assert (before["contacts"], before["silences"]["longest"]) == (0, 59)
    assert [row["yes"] for row in (now["metrics"][0], before["metrics"][0])] == [1, 0]
    assert now["caseloads"] == [
        {"programme": programme.name, "norm": None, "hasCoach": False, "people": 1, "weight": 1.0}
    ]
    assert date.fromisoformat(now["months"][-1]["month"]) == TODAY.replace(day=1)
    assert (await client.get(path, headers=stranger)).status_code == 404
    assert (await client.get(f"{path}?asOf=2100-01-01", headers=header)).status_code == 400
