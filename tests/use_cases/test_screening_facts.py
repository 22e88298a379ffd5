"""Recording what a screening brings to light: tests, motivation, circumstances."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from app.actor import Actor
from app.errors import InvalidInput
from app.models import AuditEvent, Circumstance, MotivationInterview, ScreeningTest, Trajectory
from app.models.circumstance import CircumstanceFields
from app.models.motivation_interview import MotivationInterviewFields
from app.models.screening_test import ScreeningTestFields
from app.rules.code_lists import CircumstanceState, SupportDomain, TrajectoryState
from app.use_cases.assess_circumstances import assess_circumstances
from app.use_cases.record_motivation_interview import record_motivation_interview
from app.use_cases.record_screening_test import record_screening_test
from tests.factories import TODAY, Factory

TOMORROW = TODAY + timedelta(days=1)
HOUSING, DEBTS = SupportDomain.HOUSING, SupportDomain.DEBTS


@pytest.fixture
async def trajectory(make: Factory) -> Trajectory:
    return await make.trajectory(await make.programme(), state=TrajectoryState.SCREENING, started_on=None)


def learnability(score: float = 30, out_of: float = 40, taken_on: date = TODAY) -> ScreeningTestFields:
    return ScreeningTestFields(instrument="Learnability test", score=score, out_of=out_of, taken_on=taken_on)


def how(domain: SupportDomain, state: CircumstanceState, **said: Any) -> CircumstanceFields:
    return CircumstanceFields(domain=domain, state=state, **{"assessed_on": TODAY, **said})


async def test_the_same_test_on_the_same_day_again_is_a_correction(
    session: AsyncSession, operator: Actor, trajectory: Trajectory
) -> None:
    for score in (30, 31):
        await record_screening_test(session, by=operator, trajectory_id=trajectory.id, test=learnability(score))
    kept = list(await session.scalars(select(ScreeningTest).order_by(col(ScreeningTest.score))))
    assert [(test.score, test.superseded_at is None) for test in kept] == [(30, False), (31, True)]


@pytest.mark.parametrize(
    ("test", "field"), [(learnability(score=41), "score"), (learnability(taken_on=TOMORROW), "taken_on")]
)
async def test_a_score_above_the_highest_and_a_test_of_tomorrow_are_refused(
    session: AsyncSession, operator: Actor, trajectory: Trajectory, test: ScreeningTestFields, field: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        await record_screening_test(session, by=operator, trajectory_id=trajectory.id, test=test)
    assert [error.name for error in refused.value.errors] == [field]


async def test_a_talk_about_another_sector_stands_beside_the_first_and_a_second_one_that_day_in_its_place(
    session: AsyncSession, operator: Actor, trajectory: Trajectory
) -> None:
    for sector, score in (("R", 2), ("F", 3), ("R", 5)):
        said = MotivationInterviewFields(sector=sector, score=score, held_on=TODAY)
        await record_motivation_interview(session, by=operator, trajectory_id=trajectory.id, interview=said)
    current = select(MotivationInterview).where(col(MotivationInterview.superseded_at).is_(None))
    assert {(talk.sector, talk.score) for talk in await session.scalars(current)} == {("R", 5), ("F", 3)}


async def test_a_talk_of_tomorrow_is_refused(session: AsyncSession, operator: Actor, trajectory: Trajectory) -> None:
    tomorrow = MotivationInterviewFields(sector="R", score=4, held_on=TOMORROW)
    with pytest.raises(InvalidInput) as refused:
        await record_motivation_interview(session, by=operator, trajectory_id=trajectory.id, interview=tomorrow)
    assert [error.name for error in refused.value.errors] == ["held_on"]


async def test_a_later_assessment_takes_the_place_of_an_earlier_one_in_the_same_domain(
    session: AsyncSession, operator: Actor, trajectory: Trajectory
) -> None:
    earlier = [
        how(HOUSING, CircumstanceState.BLOCKING, assessed_on=date(2026, 2, 1)),
        how(DEBTS, CircumstanceState.FINE),
    ]
    await assess_circumstances(session, by=operator, trajectory_id=trajectory.id, assessed=earlier)
    now = how(HOUSING, CircumstanceState.ARRANGED, arrangement="Lives with family until May")
    await assess_circumstances(session, by=operator, trajectory_id=trajectory.id, assessed=[now])
    current = select(Circumstance).where(col(Circumstance.superseded_at).is_(None))
    assert {(one.domain, one.state) for one in await session.scalars(current)} == {
        (HOUSING, CircumstanceState.ARRANGED),
        (DEBTS, CircumstanceState.FINE),
    }
    assert len(list(await session.scalars(select(Circumstance)))) == 3


@pytest.mark.parametrize(
    ("said", "field"),
    [
        (how(HOUSING, CircumstanceState.FINE, assessed_on=TOMORROW), "assessed_on"),
        (how(HOUSING, CircumstanceState.FINE, assessed_on=date(2026, 1, 1)), "assessed_on"),
        (how(HOUSING, CircumstanceState.ARRANGED), "arrangement"),
    ],
)
async def test_an_assessment_is_not_of_tomorrow_nor_older_than_the_current_one_and_says_what_was_arranged(
    session: AsyncSession,
    operator: Actor,
    make: Factory,
    trajectory: Trajectory,
    said: CircumstanceFields,
    field: str,
) -> None:
    await make.circumstance(trajectory, assessed_on=date(2026, 2, 1))
    with pytest.raises(InvalidInput) as refused:
        await assess_circumstances(session, by=operator, trajectory_id=trajectory.id, assessed=[said])
    assert [error.name for error in refused.value.errors] == [field]


async def test_the_log_tells_that_circumstances_were_assessed_and_not_what_they_are(
    session: AsyncSession, operator: Actor, trajectory: Trajectory
) -> None:
    debts = how(DEBTS, CircumstanceState.BLOCKING)
    (recorded,) = await assess_circumstances(session, by=operator, trajectory_id=trajectory.id, assessed=[debts])
    act = (await session.scalars(select(AuditEvent).where(AuditEvent.object_type == "circumstance"))).one()
    assert (act.object_id, act.changes) == (recorded.id, {})
