"""Caseloads: one's own people and appointments, the team against the norm, and handing people over."""

from typing import Any

import httpx
import pytest
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from app.models import Account, Assignment, AuditEvent, Programme, Trajectory
from app.rules.code_lists import AssignmentRole, Role, TrajectoryState
from tests.conftest import Statements
from tests.factories import Factory
from tests.routers.days import TODAY, days
from tests.routers.reader import reads_pages

PHASES = [{"name": "Orientation", "contactNormDays": 7, "caseloadWeight": 1.5}, {"name": "Work"}]


@pytest.fixture
async def programme(make: Factory) -> Programme:
    return await make.programme(name="Leren en werken", caseload_norm=3, phases=PHASES)


@pytest.fixture
async def noor(make: Factory, programme: Programme) -> Account:
    return await make.account(Role.COACH, programme=programme, display_name="Noor")


@pytest.fixture
async def els(make: Factory, programme: Programme) -> Account:
    return await make.account(Role.COACH, programme=programme, display_name="Els")


async def person(make: Factory, programme: Programme, first_name: str, **fields: Any) -> Trajectory:
    values = {"last_contact_on": TODAY, "registered_on": days(-200), "started_on": days(-100), **fields}
    return await make.trajectory(programme, await make.participant(programme, first_name=first_name), **values)


async def guided_by(make: Factory, programme: Programme, coach: Account, first_name: str, **fields: Any) -> Trajectory:
    return await person(make, programme, first_name, coach_id=coach.id, coach_name=coach.display_name, **fields)


async def as_coach(client: httpx.AsyncClient, make: Factory, coach: Account) -> httpx.AsyncClient:
    return await reads_pages(client, make, coach)


async def test_a_coach_finds_the_own_people_and_the_appointments_of_the_week(
    client: httpx.AsyncClient, make: Factory, programme: Programme, noor: Account
) -> None:
    for name, next_on in (("Passed", -2), ("Today", 0), ("Soon", 6), ("Later", 7)):
        await guided_by(make, programme, noor, name, next_contact_on=days(next_on))
    await person(make, programme, "Nobodys")
    page = (await (await as_coach(client, make, noor)).get("/caseload")).text
    agenda = page.partition('id="agenda"')[2].partition("</section>")[0]
    places = [agenda.index(f">{name} ") for name in ("Passed", "Today", "Soon")]
    assert places == sorted(places)
    assert ">Later " not in agenda
    assert "Later" in page
    assert "Nobodys" not in page
    assert "4 people" in page


async def test_silence_and_no_shows_stand_beside_the_name(
    client: httpx.AsyncClient, make: Factory, programme: Programme, noor: Account
) -> None:
    silent = await guided_by(make, programme, noor, "Samir", phase="Orientation", phase_since=days(-30))
    await make.coaching_contact(silent, contacted_on=days(-20), attendance="came")
    for day in (-15, -9):
        await make.coaching_contact(silent, contacted_on=days(day), attendance="did_not_come")
    page = (await (await as_coach(client, make, noor)).get("/caseload")).text
    assert "one not spoken to for too long" in page
    assert "2 times not come" in page
    assert "too late since" in page


async def test_the_team_is_set_beside_the_norm_weighed_by_phase(
    desk: httpx.AsyncClient, make: Factory, programme: Programme, noor: Account, els: Account
) -> None:
    for name in ("One", "Two"):
        await guided_by(make, programme, noor, name, phase="Orientation", phase_since=days(-3))
    await guided_by(make, programme, noor, "Three", state=TrajectoryState.AFTERCARE)
    await guided_by(make, programme, noor, "Gone", state=TrajectoryState.CLOSED)
    await person(make, programme, "Nobodys")
    await person(make, programme, "Named", coach_name="Wim")
    page = (await desk.get("/caseload/team")).text
    assert "4 of 3" in page
    assert page.count("above the norm") == 1
    assert "0 of 3" in page, "a coach who guides nobody is there as well"
    assert "Wim" in page
    assert "One person is guided by nobody yet." in page
    assert "Nobodys" in (await desk.get("/caseload/unassigned")).text
    assert "Named" in (await desk.get("/caseload/without-account")).text


async def test_a_caseload_is_read_in_one_statement(
    desk: httpx.AsyncClient, make: Factory, programme: Programme, noor: Account, statements: Statements
) -> None:
    for name in ("One", "Two", "Three"):
        await guided_by(make, programme, noor, name)
    await desk.get("/caseload/team")
    assert len([one for one in statements if "FROM trajectory" in one]) == 1


async def test_people_of_another_programme_are_in_nobodys_caseload_here(
    desk: httpx.AsyncClient, make: Factory, programme: Programme, noor: Account
) -> None:
    elsewhere = await make.programme(name="Elsewhere")
    await make.membership(noor, Role.COACH, elsewhere)
    await guided_by(make, elsewhere, noor, "Stranger")
    await guided_by(make, programme, noor, "Ours")
    page = (await desk.get(f"/caseload/{noor.id}")).text
    assert ("Ours" in page, "Stranger" in page) == (True, False)
    assert "Elsewhere" not in (await desk.get("/caseload/team")).text


def handed(*trajectories: Trajectory, to: Account, **more: str) -> dict[str, Any]:
    ticked = [f"{one.id}:{one.version}" for one in trajectories]
    return {"person": ticked, "coach_id": str(to.id), "from_on": str(TODAY), "reason": "Parental leave", **more}


async def test_several_people_are_handed_over_and_it_stays_known_who_guided_them(
    desk: httpx.AsyncClient, session: AsyncSession, make: Factory, programme: Programme, noor: Account, els: Account
) -> None:
    moved = [await guided_by(make, programme, noor, name) for name in ("One", "Two")]
    await guided_by(make, programme, noor, "Stays")
    answer = await desk.post(f"/caseload/{noor.id}/hand-over", data=handed(*moved, to=els))
    assert (answer.status_code, "2 people have been handed over" in answer.text) == (200, True)
    coaches = await session.execute(select(Trajectory.coach_id, Trajectory.coach_name).order_by(col(Trajectory.number)))
    assert [tuple(row) for row in coaches] == [(els.id, "Els"), (els.id, "Els"), (noor.id, "Noor")]
    history = await session.scalars(
        select(Assignment).where(Assignment.trajectory_id == moved[0].id).order_by(col(Assignment.from_on))
    )
    assert [(one.display_name, one.from_on, one.until_on, one.reason) for one in history] == [
        ("Noor", days(-100), TODAY, None),
        ("Els", TODAY, None, "Parental leave"),
    ]
    told = (await session.scalars(select(AuditEvent).where(AuditEvent.action == "assign"))).all()
    assert [one.changes for one in told] == [{"coach_id": [str(noor.id), str(els.id)]}] * 2


async def test_of_each_who_stays_it_is_said_why_and_the_others_go(
    desk: httpx.AsyncClient, session: AsyncSession, make: Factory, programme: Programme, noor: Account, els: Account
) -> None:
    goes = await guided_by(make, programme, noor, "Goes")
    changed = await guided_by(make, programme, noor, "Changed")
    ended = await guided_by(make, programme, noor, "Ended", state=TrajectoryState.CLOSED)
    already = await guided_by(make, programme, els, "Already")
    young = await guided_by(make, programme, noor, "Young", started_on=TODAY, registered_on=TODAY)
    elsewhere = await make.trajectory(await make.programme())
    row = await session.get_one(Trajectory, changed.id)
    row.ladder_end = 3
    await session.flush()
    sent = handed(goes, changed, ended, already, young, elsewhere, to=els, from_on=str(days(-1)))
    answer = await desk.post(f"/caseload/{noor.id}/hand-over", data=sent)
    assert "One person has been handed over" in answer.text
    assert "5 stay with the coach of now." in answer.text
    for why in (
        "Somebody else changed this while you were busy.",
        "This trajectory has ended.",
        "This coach guides this person already.",
        "only since",
        "This is not there, or you may not see it.",
    ):
        assert why in answer.text
    assert (await session.get_one(Trajectory, goes.id, populate_existing=True)).coach_id == els.id


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"person": []}, "Tick at least one person."),
        ({"coach_id": ""}, "Fill this in."),
        ({"from_on": str(days(1))}, "This day is still to come."),
        ({"coach_id": "00000000-0000-4000-8000-000000000000"}, "There is nothing with this identity"),
    ],
)
async def test_a_hand_over_that_cannot_be_says_why_and_loses_nothing(
    desk: httpx.AsyncClient, make: Factory, programme: Programme, noor: Account, els: Account, more: Any, said: str
) -> None:
    one = await guided_by(make, programme, noor, "One")
    answer = await desk.post(f"/caseload/{noor.id}/hand-over", data=handed(one, to=els) | more)
    assert (answer.status_code, said in answer.text) == (400, True)
    assert "Parental leave" in answer.text


async def test_a_coach_hands_nobody_over(
    client: httpx.AsyncClient, make: Factory, programme: Programme, noor: Account, els: Account
) -> None:
    one = await guided_by(make, programme, noor, "One")
    phone = await as_coach(client, make, noor)
    assert "Hand over" not in (await phone.get("/caseload")).text
    answer = await phone.post(f"/caseload/{noor.id}/hand-over", data=handed(one, to=els))
    assert answer.status_code == 403


async def test_one_person_goes_to_another_coach_from_a_day_and_for_a_reason(
    desk: httpx.AsyncClient, session: AsyncSession, make: Factory, programme: Programme, noor: Account, els: Account
) -> None:
    one = await guided_by(make, programme, noor, "One")
    sent = {"version": "1", "coach_id": str(els.id), "from_on": str(days(-5)), "reason": "Asked for it"}
    answer = await desk.post(f"/trajectories/{one.id}/team", data=sent)
    assert answer.status_code == 303
    now = await session.scalars(
        select(Assignment).where(Assignment.role == AssignmentRole.COACH, col(Assignment.until_on).is_(None))
    )
    assert [(row.account_id, row.from_on, row.reason) for row in now] == [(els.id, days(-5), "Asked for it")]
    page = (await desk.get(f"/trajectories/{one.id}/team")).text
    history = page.partition("Who guided this person")[2]
    assert history.index("Els") < history.index("Noor")
    assert "Asked for it" in history


async def test_what_people_need_help_with_is_counted_by_people_under_the_topic_of_the_word(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    lena, samir = await person(make, programme, "Lena"), await person(make, programme, "Samir")
    for one, topics in (
        (lena, ["debts", "geld"]),
        (lena, ["Schulden", "fietsles"]),
        (samir, ["debts"]),
        (samir, []),
    ):
        await make.coaching_contact(one, contacted_on=days(-3), topics=topics, attendance="came")
    await make.coaching_contact(samir, contacted_on=days(-3), topics=["health"], attendance="did_not_come")
    await make.coaching_contact(samir, contacted_on=days(-300), topics=["health"])
    page = (await desk.get("/caseload/topics")).text
    rows = [" ".join(row.split()) for row in page.split("<tr>")[1:]]
    assert ["Money and debts" in rows[1], ">2<" in rows[1], ">3<" in rows[1]] == [True, True, True]
    assert ["Other" in rows[2], ">1<" in rows[2]] == [True, True]
    assert "Health" not in page
    assert "Of 4 contacts to which people came, 1 have no topic." in page
    longer = (await desk.get(f"/caseload/topics?first={days(-365)}&last={TODAY}")).text
    assert "Health" in longer


async def test_a_period_that_ends_before_it_begins_is_refused(desk: httpx.AsyncClient) -> None:
    answer = await desk.get(f"/caseload/topics?first={TODAY}&last={days(-1)}")
    assert (answer.status_code, "This day is before" in answer.text) == (400, True)
