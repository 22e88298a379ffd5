"""Deciding about a candidate: beside the check, against it with a reason, and with conditions."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from app.actor import Actor
from app.errors import InvalidInput
from app.models import Account, Programme, ScreeningDecision, Task, Trajectory
from app.rules.code_lists import CheckVerdict, Decision, Role, TrajectoryState
from app.rules.trajectory_states import Step
from app.use_cases.step_taken import StepTaken
from app.use_cases.take_step import take_step
from tests.factories import TODAY, Factory

NO_BENEFIT: list[dict[str, object]] = [{"kind": "benefit", "oneOf": ["none"]}]


@pytest.fixture
async def programme(make: Factory) -> Programme:
    return await make.programme(entry_requirements=NO_BENEFIT)


async def candidate(make: Factory, programme: Programme, benefit: str | None, **fields: Any) -> Trajectory:
    person = await make.participant(programme, {"benefit": benefit})
    return await make.trajectory(
        programme, person, **{"state": TrajectoryState.SCREENING, "started_on": None, "screened_on": TODAY, **fields}
    )


async def decide(session: AsyncSession, by: Actor, about: Trajectory, step: Step, **said: Any) -> ScreeningDecision:
    await take_step(
        session,
        by=by,
        trajectory_id=about.id,
        version=about.version,
        taken=StepTaken(step=step, **{"on_date": TODAY, **said}),
    )
    return (await session.scalars(select(ScreeningDecision))).one()


@pytest.mark.parametrize(
    ("benefit", "verdict"),
    [("none", CheckVerdict.MET), ("ww", CheckVerdict.NOT_MET), (None, CheckVerdict.UNKNOWN)],
)
async def test_the_check_of_that_moment_stands_beside_the_decision(
    session: AsyncSession, operator: Actor, make: Factory, programme: Programme, benefit: str | None, verdict: str
) -> None:
    about = await candidate(make, programme, benefit)
    kept = await decide(session, operator, about, Step.PUT_ON_WAITING_LIST)
    assert (kept.decision, kept.check_verdict) == (Decision.WAITING, verdict)
    assert [(one["requirement"], one["verdict"]) for one in kept.check_result] == [(NO_BENEFIT[0], verdict)]


async def test_where_a_programme_asks_nothing_there_was_no_check(
    session: AsyncSession, operator: Actor, make: Factory
) -> None:
    about = await candidate(make, await make.programme(), "ww")
    kept = await decide(session, operator, about, Step.ADMIT)
    assert (kept.check_verdict, kept.check_result) == (None, [])


async def test_admitting_somebody_who_does_not_meet_a_requirement_needs_a_reason(
    session: AsyncSession, operator: Actor, make: Factory, programme: Programme
) -> None:
    about = await candidate(make, programme, "ww")
    with pytest.raises(InvalidInput, match="why this person is admitted all the same") as refused:
        await decide(session, operator, about, Step.ADMIT, reason="  ")
    assert [error.name for error in refused.value.errors] == ["reason"]
    kept = await decide(session, operator, about, Step.ADMIT, reason="Worked in this trade for ten years")
    assert (kept.decision, kept.check_verdict) == (Decision.ADMITTED, CheckVerdict.NOT_MET)


async def test_declining_somebody_who_meets_everything_needs_a_reason_for_that(
    session: AsyncSession, operator: Actor, make: Factory, programme: Programme
) -> None:
    about = await candidate(make, programme, "none")
    with pytest.raises(InvalidInput, match="why this person is declined all the same"):
        await decide(session, operator, about, Step.DECLINE)


async def test_what_is_not_known_stands_in_nobodys_way(
    session: AsyncSession, operator: Actor, make: Factory, programme: Programme
) -> None:
    about = await candidate(make, programme, None)
    assert (await decide(session, operator, about, Step.ADMIT)).check_verdict is CheckVerdict.UNKNOWN


async def test_every_condition_becomes_a_task(
    session: AsyncSession, operator: Actor, make: Factory, programme: Programme
) -> None:
    about = await candidate(make, programme, "none")
    coach = await make.account(Role.COACH, programme=programme)
    kept = await decide(
        session,
        operator,
        about,
        Step.ADMIT,
        conditions=["Childcare on Wednesday", "Two lessons a week"],
        conditions_due_on=TODAY + timedelta(days=14),
        conditions_assigned_to=coach.id,
    )
    assert kept.decision is Decision.ADMITTED_WITH_CONDITIONS
    tasks = list(await session.scalars(select(Task).order_by(Task.title)))
    assert [(task.title, task.assigned_to, task.done_on) for task in tasks] == [
        ("Childcare on Wednesday", coach.id, None),
        ("Two lessons a week", coach.id, None),
    ]
    assert {(task.due_on, task.screening_decision_id) for task in tasks} == {(TODAY + timedelta(days=14), kept.id)}


@pytest.mark.parametrize(
    ("step", "said", "field"),
    [
        (Step.ADMIT, {}, "conditions_due_on"),
        (Step.ADMIT, {"conditions_due_on": TODAY - timedelta(days=1)}, "conditions_due_on"),
        (Step.PUT_ON_WAITING_LIST, {"conditions_due_on": TODAY}, "conditions"),
    ],
)
async def test_conditions_need_a_day_that_is_to_come_and_belong_to_an_admission(
    session: AsyncSession,
    operator: Actor,
    make: Factory,
    programme: Programme,
    step: Step,
    said: dict[str, date],
    field: str,
) -> None:
    about = await candidate(make, programme, "none")
    with pytest.raises(InvalidInput) as refused:
        await decide(session, operator, about, step, conditions=["Childcare"], **said)
    assert [error.name for error in refused.value.errors] == [field]
    assert (await session.scalars(select(Task))).all() == []


async def test_a_condition_is_not_given_to_somebody_outside_the_programme(
    session: AsyncSession, operator: Actor, make: Factory, programme: Programme
) -> None:
    about = await candidate(make, programme, "none")
    elsewhere: Account = await make.account(Role.COACH, programme=await make.programme())
    with pytest.raises(InvalidInput, match="not on the team") as refused:
        await decide(
            session,
            operator,
            about,
            Step.ADMIT,
            conditions=["Childcare"],
            conditions_due_on=TODAY,
            conditions_assigned_to=elsewhere.id,
        )
    assert [error.name for error in refused.value.errors] == ["conditions_assigned_to"]


async def test_a_decision_does_not_come_before_the_screening(
    session: AsyncSession, operator: Actor, make: Factory, programme: Programme
) -> None:
    about = await candidate(make, programme, "none", screened_on=date(2026, 2, 20))
    with pytest.raises(InvalidInput, match="The screening was on 2026-02-20") as refused:
        await decide(session, operator, about, Step.ADMIT, on_date=date(2026, 2, 19))
    assert [error.name for error in refused.value.errors] == ["on_date"]


async def test_a_screening_does_not_come_before_the_registration_and_keeps_its_day(
    session: AsyncSession, operator: Actor, make: Factory, programme: Programme
) -> None:
    registered = {"state": TrajectoryState.REGISTERED, "registered_on": date(2026, 2, 10), "screened_on": None}
    about = await candidate(make, programme, "none", **registered)
    early = StepTaken(step=Step.SCREEN, on_date=date(2026, 2, 9))
    with pytest.raises(InvalidInput, match="The registration was on 2026-02-10") as refused:
        await take_step(session, by=operator, trajectory_id=about.id, version=about.version, taken=early)
    assert [error.name for error in refused.value.errors] == ["on_date"]
    on_time = early.model_copy(update={"on_date": date(2026, 2, 12)})
    screened = await take_step(session, by=operator, trajectory_id=about.id, version=about.version, taken=on_time)
    assert screened.screened_on == date(2026, 2, 12)
