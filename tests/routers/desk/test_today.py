"""What needs doing today."""

import re
from datetime import date, timedelta
from typing import Any

import httpx
import pytest

from app.models import Account, FollowUp, Organisation, Placement, Programme, Trajectory
from app.rules.code_lists import Role, TrajectoryState
from tests.conftest import Statements
from tests.factories import Factory
from tests.routers.days import TODAY, days


async def person(make: Factory, programme: Programme, name: str, **fields: Any) -> Trajectory:
    values = {"last_contact_on": TODAY, "registered_on": days(-200), "started_on": days(-100), **fields}
    return await make.trajectory(programme, await make.participant(programme, first_name=name), **values)


async def follow_up(
    make: Factory, trajectory: Trajectory, employer: Organisation, due_on: date, **job_fields: Any
) -> Placement:
    job = await make.placement(trajectory, employer, starts_on=days(-90), **job_fields)
    window: dict[str, Any] = {"opens_on": due_on - timedelta(days=14), "closes_on": due_on + timedelta(days=60)}
    await make.save(
        FollowUp(
            **trajectory.fact_keys, placement_id=job.id, organisation_id=employer.id, month=3, due_on=due_on, **window
        )
    )
    return job


def names(page: httpx.Response) -> list[str]:
    return re.findall(r'class="task__who"[^>]*>(\w+)', page.text)


async def test_the_list_is_in_order_with_a_reason_in_each_line(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    bakery = await make.organisation(name="Bakkerij Van Dijk")
    candidate = {"state": TrajectoryState.REGISTERED, "started_on": None}
    await person(make, programme, "Wout", **candidate)
    ending = await person(make, programme, "Carla")
    await make.placement(ending, bakery, starts_on=days(-30), expected_end_on=days(20))
    await person(make, programme, "Samir", last_contact_on=days(-30))
    await follow_up(make, await person(make, programme, "Fatma"), bakery, days(3))
    page = await desk.get("/today")
    assert names(page) == ["Fatma", "Samir", "Carla", "Wout"]
    assert "Month 3 after the start at Bakkerij Van Dijk" in page.text
    assert "30 days ago. The programme promises contact every 21 days." in page.text
    assert "in 20 days." in page.text
    assert "still waiting for a decision" in page.text


async def test_who_was_spoken_to_within_the_norm_is_not_on_the_list(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    await person(make, programme, "Samir", last_contact_on=days(-21))
    assert names(await desk.get("/today")) == []


async def test_who_was_never_spoken_to_is(desk: httpx.AsyncClient, make: Factory, programme: Programme) -> None:
    await person(make, programme, "Samir", last_contact_on=None)
    page = await desk.get("/today")
    assert names(page) == ["Samir"]
    assert "since the start, 100 days ago" in page.text


@pytest.mark.parametrize(("end", "is_listed"), [(days(42), True), (days(43), False), (days(-10), True)])
async def test_a_contract_is_listed_six_weeks_before_its_end_and_when_nobody_said_that_it_ended(
    desk: httpx.AsyncClient, make: Factory, programme: Programme, end: date, is_listed: bool
) -> None:
    carla = await person(make, programme, "Carla")
    await make.placement(carla, starts_on=days(-90), expected_end_on=end)
    assert names(await desk.get("/today")) == (["Carla"] if is_listed else [])


async def test_a_filter_shows_one_kind_and_keeps_every_count(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    await person(make, programme, "Samir", last_contact_on=days(-30))
    await person(make, programme, "Wout", state=TrajectoryState.REGISTERED, started_on=None)
    page = await desk.get("/today", params={"kind": "screening"})
    assert names(page) == ["Wout"]
    assert re.findall(r'tabs__count">(\d+)', page.text) == ["2", "1", "1"]


async def test_a_coach_sees_the_own_caseload_first(
    client: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    coach = await make.account(Role.COACH, programme=programme)
    client.cookies.update(await make.signed_in(coach))
    await person(make, programme, "Other", last_contact_on=days(-90))
    await person(make, programme, "Own", last_contact_on=days(-30), coach_id=coach.id)
    assert names(await client.get("/today")) == ["Own", "Other"]
    assert names(await client.get("/today", params={"mine": "true"})) == ["Own"]


async def test_an_empty_day_says_so(desk: httpx.AsyncClient) -> None:
    assert "Nothing to do here" in (await desk.get("/today")).text


async def test_a_stranger_to_the_programme_sees_nobody(
    client: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    await person(make, programme, "Samir", last_contact_on=days(-30))
    stranger = await make.account(Role.COORDINATOR, programme=await make.programme())
    client.cookies.update(await make.signed_in(stranger))
    assert names(await client.get("/today")) == []


async def test_a_municipality_has_no_desk(client: httpx.AsyncClient, make: Factory, coordinator: Account) -> None:
    city = await make.organisation(roles=["municipality"], municipality_code="GM0344")
    client.cookies.update(await make.signed_in(await make.account(Role.MUNICIPALITY, organisation=city)))
    assert (await client.get("/today")).status_code == 403


async def test_the_day_is_read_in_one_statement(
    desk: httpx.AsyncClient, make: Factory, programme: Programme, statements: Statements
) -> None:
    for number in range(3):
        await person(make, programme, f"Samir{number}", last_contact_on=days(-30))
    statements.clear()
    assert len(names(await desk.get("/today"))) == 3
    assert len(statements) == 1


async def test_a_question_that_is_open_comes_before_one_that_nobody_answered_in_time(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    bakery = await make.organisation(name="Bakkerij Van Dijk")
    fatma = await person(make, programme, "Fatma")
    job = await follow_up(make, fatma, bakery, days(-92))
    window: dict[str, Any] = {"due_on": days(0), "opens_on": days(-14), "closes_on": days(60)}
    keys = {**fatma.fact_keys, "placement_id": job.id, "organisation_id": bakery.id}
    await make.save(FollowUp(**keys, month=6, **window))
    page = await desk.get("/today")
    assert "Month 6 after the start" in page.text
    assert names(page) == ["Fatma"]


async def test_a_question_that_nobody_can_be_asked_says_so(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    bakery = await make.organisation(name="Bakkerij Van Dijk")
    await follow_up(make, await person(make, programme, "Fatma"), bakery, days(3))
    assert "we know no contact person there. Say whom we ask, or call." in (await desk.get("/today")).text
    contact = await make.employer_contact(programme, bakery)
    await follow_up(make, await person(make, programme, "Amina"), bakery, days(4), contact_id=contact.id)
    assert "Bakkerij Van Dijk: is this person still at work?" in (await desk.get("/today")).text


async def test_a_skill_below_what_a_planned_job_asks_is_listed_until_there_is_support(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    amina = await person(make, programme, "Amina")
    linde = await make.organisation(name="De Linde")
    await make.placement(amina, linde, starts_on=days(30), required_language_level="B1")
    await make.language_measurement(amina, measured_on=days(-40), level="B1", skill="reading")
    await make.language_measurement(amina, measured_on=days(-30), level="A2")
    page = await desk.get("/today", params={"kind": "language_below"})
    assert names(page) == ["Amina"]
    assert "Speaking is A2. The job at De Linde that is planned for" in page.text
    assert f'href="/trajectories/{amina.id}/language"' in page.text
    await make.language_support(amina, starts_on=days(-1))
    assert names(await desk.get("/today")) == []


async def test_a_fall_back_after_the_placement_is_listed_until_the_level_is_back(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    amina = await person(make, programme, "Amina", state=TrajectoryState.COMPLETED)
    await make.placement(amina, starts_on=days(-60))
    for day, level in ((-90, "A2"), (-80, "B1"), (-70, "B1"), (-10, "A2")):
        await make.language_measurement(amina, measured_on=days(day), level=level, instrument="Test")
    page = await desk.get("/today", params={"kind": "language_fell_back"})
    assert names(page) == ["Amina"]
    assert "Speaking fell back since work began: B1 on" in page.text
    await make.language_measurement(amina, measured_on=TODAY, level="B1", instrument="Test")
    assert names(await desk.get("/today")) == []


async def test_language_that_was_not_measured_for_four_months_is_listed_while_somebody_is_guided(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    guided = await person(make, programme, "Amina", started_on=days(-190))
    await person(make, programme, "Never", started_on=days(-150))
    await person(make, programme, "New", started_on=days(-30))
    await person(make, programme, "Closed", started_on=days(-190), state=TrajectoryState.CLOSED)
    await make.language_measurement(guided, measured_on=days(-124))
    page = await desk.get("/today", params={"kind": "language_unmeasured"})
    assert names(page) == ["Never", "Amina"]
    assert "Language was last measured on" in page.text
    assert "No language level was measured since" in page.text


async def test_who_is_silent_is_listed_by_the_norm_of_the_phase_with_what_it_was_about(
    desk: httpx.AsyncClient, make: Factory, coordinator: Account
) -> None:
    programme = await make.programme(phases=[{"name": "Orientation", "contactNormDays": 7}])
    await make.membership(coordinator, Role.COORDINATOR, programme)
    samir = await person(make, programme, "Samir", phase="Orientation", phase_since=days(-20), last_contact_on=None)
    await make.coaching_contact(samir, contacted_on=days(-8), topics=["housing", "fietsles"])
    page = await desk.get("/today")
    assert "8 days ago. It was about: Housing, fietsles." in page.text
    assert "In the phase Orientation contact is promised every 7 days." in page.text


@pytest.mark.parametrize(("next_on", "is_listed"), [(-1, True), (-9, True), (0, False), (3, False)])
async def test_an_appointment_that_passed_without_a_word_is_listed(
    desk: httpx.AsyncClient, make: Factory, programme: Programme, next_on: int, is_listed: bool
) -> None:
    samir = await person(make, programme, "Samir")
    await make.coaching_contact(samir, contacted_on=days(-10), next_contact_on=days(next_on))
    page = await desk.get("/today?kind=appointment")
    assert names(page) == (["Samir"] if is_listed else [])
    assert ("Nobody has recorded what came of it." in page.text) == is_listed


async def test_who_did_not_come_twice_is_listed_before_who_is_silent(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    await person(make, programme, "Samir", last_contact_on=days(-90))
    lena = await person(make, programme, "Lena")
    await make.coaching_contact(lena, contacted_on=days(-12), attendance="came", topics=["childcare"])
    for day in (-8, -3):
        await make.coaching_contact(lena, contacted_on=days(day), attendance="did_not_come")
    page = await desk.get("/today")
    assert names(page) == ["Lena", "Samir"]
    assert "Did not come 2 times in a row. Last spoken to on" in page.text
    assert "about: Childcare." in page.text
