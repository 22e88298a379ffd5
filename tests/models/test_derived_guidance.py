"""What the database keeps of guidance by itself: norms, silence, appointments, no-shows, and who guided whom."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from app.models import Assignment, Programme, Trajectory
from app.models.programme import Phase, ProgrammeUpdate
from app.rules.code_lists import AssignmentRole, Role
from tests.factories import TODAY, Factory

PHASES = [
    {"name": "Orientation", "plannedWeeks": 8, "contactNormDays": 14},
    {"name": "Work", "plannedWeeks": 30, "contactNormDays": None},
]


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


async def fresh(session: AsyncSession, trajectory: Trajectory) -> Trajectory:
    return await session.get_one(Trajectory, trajectory.id, populate_existing=True)


@pytest.fixture
async def programme(make: Factory) -> Programme:
    return await make.programme(contact_norm_days=28, phases=PHASES)


@pytest.mark.parametrize(
    ("phase", "norm"), [(None, 28), ("Orientation", 14), ("Work", 28), ("A phase that is no more", 28)]
)
async def test_the_norm_is_that_of_the_phase_or_else_of_the_programme(
    session: AsyncSession, make: Factory, programme: Programme, phase: str | None, norm: int
) -> None:
    begun: dict[str, Any] = {"phase": phase, "phase_since": ago(3)} if phase else {}
    trajectory = await fresh(session, await make.trajectory(programme, started_on=ago(10), **begun))
    assert (trajectory.contact_norm_days, trajectory.silent_after) == (norm, ago(10) + timedelta(days=norm))


async def test_a_programme_that_changes_its_norms_changes_them_for_everybody_in_it(
    session: AsyncSession, make: Factory, programme: Programme
) -> None:
    one = await make.trajectory(programme, started_on=ago(10), phase="Orientation", phase_since=ago(10))
    other = await make.trajectory(programme, started_on=ago(10))
    elsewhere = await make.trajectory(await make.programme(contact_norm_days=28))
    changed = await session.get_one(Programme, programme.id)
    weekly = Phase(name="Orientation", contact_norm_days=7)
    for name, value in ProgrammeUpdate(phases=[weekly], contact_norm_days=21).model_dump(exclude_unset=True).items():
        setattr(changed, name, value)
    await session.flush()
    found = [await fresh(session, each) for each in (one, other, elsewhere)]
    assert [each.contact_norm_days for each in found] == [7, 21, 28]
    assert found[0].silent_after == ago(3)
    assert [each.version for each in found] == [1, 1, 1]


async def test_silence_is_counted_from_the_last_talk(
    session: AsyncSession, make: Factory, programme: Programme
) -> None:
    trajectory = await make.trajectory(programme, started_on=ago(60))
    await make.coaching_contact(trajectory, contacted_on=ago(20), attendance="came")
    await make.coaching_contact(trajectory, contacted_on=ago(2), attendance="did_not_come")
    assert (await fresh(session, trajectory)).silent_after == ago(20) + timedelta(days=28)


@pytest.mark.parametrize(
    ("contacts", "next_on"),
    [
        ([(9, 5)], 5),
        ([(9, 5), (7, None)], 5),
        ([(9, 5), (7, 3)], 3),
        ([(9, 5), (5, None)], None),
        ([(9, 5), (4, None)], None),
        ([(9, -5), (4, None)], -5),
        ([(9, None)], None),
    ],
)
async def test_an_appointment_stands_until_a_contact_on_or_after_its_day_or_a_later_one_replaces_it(
    session: AsyncSession, make: Factory, programme: Programme, contacts: list[tuple[int, int]], next_on: int | None
) -> None:
    trajectory = await make.trajectory(programme, started_on=ago(60))
    for on, then in contacts:
        await make.coaching_contact(
            trajectory, contacted_on=ago(on), next_contact_on=None if then is None else ago(then)
        )
    assert (await fresh(session, trajectory)).next_contact_on == (None if next_on is None else ago(next_on))


@pytest.mark.parametrize(
    ("attendance", "streak"),
    [
        (["did_not_come", "did_not_come"], 2),
        (["came", "did_not_come", "did_not_come", "did_not_come"], 3),
        (["did_not_come", "did_not_come", "cancelled"], None),
        (["did_not_come", None], None),
        (["did_not_come", "came", "did_not_come"], 1),
    ],
)
async def test_not_coming_is_counted_in_a_row(
    session: AsyncSession, make: Factory, programme: Programme, attendance: list[str], streak: int | None
) -> None:
    trajectory = await make.trajectory(programme)
    for index, said in enumerate(attendance):
        await make.coaching_contact(trajectory, contacted_on=ago(20 - index), attendance=said)
    assert (await fresh(session, trajectory)).no_show_streak == streak


async def assignments(session: AsyncSession) -> list[dict[str, Any]]:
    found = await session.scalars(select(Assignment).order_by(col(Assignment.role), col(Assignment.from_on)))
    return [one.model_dump(include={"role", "account_id", "display_name", "from_on", "until_on"}) for one in found]


async def test_who_the_trajectory_names_is_assigned_from_its_start(
    session: AsyncSession, make: Factory, programme: Programme
) -> None:
    await make.trajectory(programme, coach_name="Els", started_on=ago(10))
    els = {"role": AssignmentRole.COACH, "account_id": None, "display_name": "Els"}
    assert await assignments(session) == [{**els, "from_on": ago(10), "until_on": None}]


async def test_another_coach_ends_the_assignment_of_the_one_before(
    session: AsyncSession, make: Factory, programme: Programme
) -> None:
    coach = await make.account(Role.COACH, programme=programme, display_name="Noor")
    before = await make.trajectory(programme, coach_name="Els", coordinator_name="Wim", started_on=ago(10))
    trajectory = await fresh(session, before)
    trajectory.coach_id, trajectory.coach_name = coach.id, "Noor"
    trajectory.changed_at = make.at
    await session.flush()
    els, noor, wim = await assignments(session)
    assert (els["display_name"], els["until_on"]) == ("Els", TODAY)
    assert (noor["account_id"], noor["from_on"], noor["until_on"]) == (coach.id, TODAY, None)
    assert (wim["display_name"], wim["until_on"]) == ("Wim", None)


async def test_nobody_instead_of_a_coach_only_ends(session: AsyncSession, make: Factory, programme: Programme) -> None:
    trajectory = await fresh(session, await make.trajectory(programme, coach_name="Els", started_on=ago(10)))
    trajectory.coach_name = None
    await session.flush()
    assert [one["until_on"] for one in await assignments(session)] == [TODAY]


async def test_there_are_no_two_current_coaches(make: Factory, programme: Programme) -> None:
    trajectory = await make.trajectory(programme, coach_name="Els")
    with pytest.raises(IntegrityError, match="uq_assignment_current"):
        await make.assignment(trajectory, until_on=None)
