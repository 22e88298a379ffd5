"""Group sessions: everybody's attendance at once, and correcting it later."""

from typing import Any
from uuid import UUID

import httpx
import pytest
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from app.models import CoachingContact, Cohort, GroupSession, Programme, Trajectory
from app.rules.code_lists import TrajectoryState
from tests.factories import Factory
from tests.routers.days import TODAY, days

MEETING = {
    "subject": "Writing a letter",
    "held_on": str(TODAY),
    "minutes": "90",
    "kind": "training",
    "topics": ["work", "language"],
}


@pytest.fixture
async def cohort(make: Factory, programme: Programme) -> Cohort:
    return await make.cohort(programme, name="Spring")


async def person(make: Factory, programme: Programme, first_name: str, **fields: Any) -> Trajectory:
    values = {"registered_on": days(-60), "started_on": days(-40), **fields}
    return await make.trajectory(programme, await make.participant(programme, first_name=first_name), **values)


def attendance(answers: dict[UUID, str]) -> dict[str, str]:
    return {f"attendance-{one}": answer for one, answer in answers.items()}


async def contacts(session: AsyncSession) -> dict[Any, CoachingContact]:
    found = await session.scalars(select(CoachingContact).execution_options(populate_existing=True))
    return {one.trajectory_id: one for one in found}


def new(programme: Programme, cohort: Cohort | None = None) -> str:
    return f"/group-sessions/new?programme={programme.id}" + (f"&cohort={cohort.id}" if cohort else "")


async def test_the_people_of_a_cohort_are_listed_with_nothing_said_of_them_yet(
    desk: httpx.AsyncClient, make: Factory, programme: Programme, cohort: Cohort
) -> None:
    await person(make, programme, "Lena", cohort_id=cohort.id)
    await person(make, programme, "Gone", cohort_id=cohort.id, state=TrajectoryState.CLOSED)
    await person(make, programme, "Elsewhere")
    assert "Spring" in (await desk.get("/group-sessions/new")).text
    page = (await desk.get(new(programme, cohort))).text
    assert ("Lena" in page, "Gone" in page, "Elsewhere" in page) == (True, False, False)
    assert 'value="not_known" selected' in page
    assert 'value="came" selected' not in page


async def test_everybody_gets_a_contact_of_the_session_and_unknown_stays_unknown(
    desk: httpx.AsyncClient, session: AsyncSession, make: Factory, programme: Programme, cohort: Cohort
) -> None:
    names = ("Came", "Late", "Absent", "Unknown", "NotInvited")
    people = [await person(make, programme, name, cohort_id=cohort.id) for name in names]
    answers = dict(
        zip([one.id for one in people], ("came", "late", "did_not_come", "not_known", "not_invited"), strict=True)
    )
    answer = await desk.post(new(programme, cohort), data=MEETING | attendance(answers))
    meeting = (await session.scalars(select(GroupSession))).one()
    assert (answer.status_code, answer.headers["location"]) == (303, f"/group-sessions/{meeting.id}?done=recorded")
    found = await contacts(session)
    assert [(found[one.id].attendance, found[one.id].minutes) for one in people[:4]] == [
        ("came", 90),
        ("late", 90),
        ("did_not_come", None),
        (None, None),
    ]
    assert people[4].id not in found
    assert {tuple(one.topics) for one in found.values()} == {("work", "language")}
    spoken = await session.scalars(select(Trajectory).order_by(col(Trajectory.number)))
    assert [one.last_contact_on for one in spoken] == [TODAY, TODAY, None, None, None], "not known is not spoken to"
    page = (await desk.get("/group-sessions")).text
    assert ("Writing a letter" in page, "2 of 4" in page) == (True, True)


async def test_not_known_neither_breaks_nor_makes_a_row_of_not_coming(
    session: AsyncSession, make: Factory, programme: Programme
) -> None:
    lena = await person(make, programme, "Lena")
    meeting = await make.group_session(programme)
    await make.coaching_contact(lena, contacted_on=days(-9), attendance="did_not_come")
    await make.coaching_contact(lena, contacted_on=days(-5), group_session_id=meeting.id)
    await make.coaching_contact(lena, contacted_on=days(-1), attendance="did_not_come")
    assert (await session.get_one(Trajectory, lena.id, populate_existing=True)).no_show_streak == 2


async def test_attendance_is_corrected_later_and_the_contacts_follow(
    desk: httpx.AsyncClient, session: AsyncSession, make: Factory, programme: Programme, cohort: Cohort
) -> None:
    lena, samir = [await person(make, programme, name, cohort_id=cohort.id) for name in ("Lena", "Samir")]
    await desk.post(new(programme, cohort), data=MEETING | attendance({lena.id: "not_known", samir.id: "came"}))
    meeting = (await session.scalars(select(GroupSession))).one()
    sent = MEETING | {"version": "1", "held_on": str(days(-1)), "minutes": "60"}
    versions = {f"version-{one.id}": "1" for one in (lena, samir)}
    answer = await desk.post(
        f"/group-sessions/{meeting.id}", data=sent | attendance({lena.id: "came", samir.id: "late"}) | versions
    )
    assert answer.headers["location"].endswith("?done=corrected")
    found = await contacts(session)
    for one, said in ((lena, "came"), (samir, "late")):
        contact = found[one.id]
        assert (contact.attendance, contact.minutes, contact.contacted_on) == (said, 60, days(-1))


async def test_of_whom_nothing_could_be_recorded_it_is_said_why(
    desk: httpx.AsyncClient, session: AsyncSession, make: Factory, programme: Programme, cohort: Cohort
) -> None:
    early = await person(make, programme, "Early", cohort_id=cohort.id)
    late = await person(make, programme, "Registered", cohort_id=cohort.id, registered_on=TODAY, started_on=TODAY)
    sent = MEETING | {"held_on": str(days(-3))} | attendance({early.id: "came", late.id: "came"})
    answer = await desk.post(new(programme, cohort), data=sent)
    assert "Of one person nothing was recorded" in answer.text
    assert "The session was before the registration on" in answer.text
    assert (await contacts(session)).keys() == {early.id}
    meeting = (await session.scalars(select(GroupSession))).one()
    contact = (await contacts(session))[early.id]
    contact.note = "Changed by somebody else"
    await session.flush()
    again = await desk.post(
        f"/group-sessions/{meeting.id}",
        data=sent | {"version": "1", f"version-{early.id}": "1", f"attendance-{late.id}": "not_invited"},
    )
    assert "Somebody else changed this while you were busy." in again.text


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"subject": ""}, "Fill this in."),
        ({"held_on": str(days(1))}, "This day is still to come."),
        ({"minutes": "long"}, "Fill in a whole number"),
    ],
)
async def test_what_is_not_right_is_said_and_the_attendance_is_still_there(
    desk: httpx.AsyncClient, make: Factory, programme: Programme, cohort: Cohort, wrong: dict[str, str], said: str
) -> None:
    lena = await person(make, programme, "Lena", cohort_id=cohort.id)
    answer = await desk.post(new(programme, cohort), data=MEETING | attendance({lena.id: "late"}) | wrong)
    assert (answer.status_code, said in answer.text) == (400, True)
    assert 'value="late" selected' in answer.text


async def test_a_session_of_nobody_is_no_session(
    desk: httpx.AsyncClient, session: AsyncSession, make: Factory, programme: Programme, cohort: Cohort
) -> None:
    lena = await person(make, programme, "Lena", cohort_id=cohort.id)
    answer = await desk.post(new(programme, cohort), data=MEETING | attendance({lena.id: "not_invited"}))
    assert (answer.status_code, "Say of at least one person" in answer.text) == (400, True)
    assert (await session.scalars(select(GroupSession))).all() == []


async def test_two_people_correcting_a_session_do_not_overwrite_each_other(
    desk: httpx.AsyncClient, make: Factory, programme: Programme
) -> None:
    lena = await person(make, programme, "Lena")
    meeting = await make.group_session(programme)
    sent = MEETING | attendance({lena.id: "came"})
    assert (await desk.post(f"/group-sessions/{meeting.id}", data=sent | {"version": "1"})).status_code == 303
    assert (await desk.post(f"/group-sessions/{meeting.id}", data=sent | {"version": "1"})).status_code == 412


async def test_a_stranger_finds_no_group_and_no_session(desk: httpx.AsyncClient, make: Factory) -> None:
    elsewhere = await make.programme()
    await person(make, elsewhere, "Stranger")
    meeting = await make.group_session(elsewhere)
    assert elsewhere.name not in (await desk.get("/group-sessions/new")).text
    for path in (new(elsewhere), f"/group-sessions/{meeting.id}"):
        assert (await desk.get(path)).status_code == 404
        assert (await desk.post(path, data=MEETING)).status_code == 404
    assert meeting.subject not in (await desk.get("/group-sessions")).text
