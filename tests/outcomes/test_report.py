"""A report: whom it counts, in which groups, from what was known when, and who may ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor, Audience, Membership
from app.database import session_for
from app.errors import NotFound
from app.models import Cohort, Observation, Organisation, Placement, Programme, Trajectory
from app.outcomes.report import ReportRequest, outcome_report, trajectory_states
from app.outcomes.statement import Dimension
from app.rules.code_lists import EvidenceSource, Gender, Role, TrajectoryState
from app.rules.metrics import METRICS
from app.rules.outcome_numbers import OutcomeRow
from tests.conftest import Statements
from tests.factories import MOMENT, Factory

AS_OF = date(2026, 3, 1)
STARTED: dict[str, Any] = {"registered_on": date(2025, 1, 6), "started_on": date(2025, 2, 3)}
FIRST_JOB: dict[str, Any] = {"starts_on": date(2025, 3, 3)}
SIX_MONTHS_LATER = date(2025, 9, 3)

IN_WORK = METRICS["retention_6_months_in_work"]


def asked(**fields: Any) -> ReportRequest:
    return ReportRequest(**{"metrics": (IN_WORK,), "as_of": AS_OF, "known_at": MOMENT, **fields})


async def report(by: Actor, **fields: Any) -> list[OutcomeRow]:
    async with session_for(by) as session:
        return list(await outcome_report(session, by=by, asked=asked(**fields)))


def groups(rows: list[OutcomeRow]) -> list[tuple[Mapping[str, str | None], int | None]]:
    return [(row.group, row.cohort) for row in rows]


async def person_still_in_work(make: Factory, programme: Programme, **fields: Any) -> Placement:
    trajectory = await make.trajectory(programme, **{**STARTED, **fields})
    job = await make.placement(trajectory, **FIRST_JOB)
    await make.observation(trajectory, job, observed_on=SIX_MONTHS_LATER, source=EvidenceSource.EMPLOYER)
    return job


async def test_a_metric_about_nobody_is_shown_with_zeros_and_no_rate(operator: Actor, make: Factory) -> None:
    await make.programme()

    (row,) = await report(operator)

    assert (row.cohort, row.due, row.rate, row.group) == (0, 0, None, {})


async def test_groups_follow_the_total_and_what_nobody_recorded_comes_last(operator: Actor, make: Factory) -> None:
    programme = await make.programme()
    for gender in (Gender.MALE, None, Gender.FEMALE, Gender.FEMALE):
        person = await make.participant(programme, profile={"gender": gender})
        await person_still_in_work(make, programme, participant=person)

    rows = await report(operator, group_by=(Dimension.GENDER,))

    assert groups(rows) == [({}, 4), ({"gender": "female"}, 2), ({"gender": "male"}, 1), ({"gender": None}, 1)]


async def test_cohorts_of_one_name_in_two_programmes_stay_apart(operator: Actor, make: Factory) -> None:
    for name in ("Leren en werken", "Zorg"):
        programme = await make.programme(name=name)
        await person_still_in_work(make, programme, cohort_id=(await make.cohort(programme, name="1")).id)

    rows = await report(operator, group_by=(Dimension.COHORT,))

    assert [row.group for row in rows[1:]] == [
        {"programme": "Leren en werken", "cohort": "1"},
        {"programme": "Zorg", "cohort": "1"},
    ]


async def test_a_person_with_two_trajectories_counts_once_in_the_total_and_once_in_each_group(
    operator: Actor, make: Factory
) -> None:
    first, second = await make.programme(name="A"), await make.programme(name="B")
    person = await make.participant(first)
    await person_still_in_work(make, first, participant=person)
    await person_still_in_work(make, second, participant=person)

    rows = await report(operator, group_by=(Dimension.PROGRAMME,))

    assert groups(rows) == [({}, 1), ({"programme": "A"}, 1), ({"programme": "B"}, 1)]


async def test_a_second_job_or_observation_on_the_same_day_does_not_multiply_a_person(
    operator: Actor, make: Factory
) -> None:
    programme = await make.programme()
    trajectory = await make.trajectory(programme, **STARTED)
    for _ in range(2):
        job = await make.placement(trajectory, **FIRST_JOB)
        await make.observation(trajectory, job, observed_on=SIX_MONTHS_LATER)
        await make.observation(trajectory, observed_on=SIX_MONTHS_LATER)

    (row,) = await report(operator)

    assert (row.cohort, row.yes) == (1, 1)


async def test_a_superseded_observation_counts_for_nothing_but_did_before(operator: Actor, make: Factory) -> None:
    programme = await make.programme()
    trajectory = await make.trajectory(programme, **STARTED)
    job = await make.placement(trajectory, **FIRST_JOB)
    mistaken = await make.observation(trajectory, job, observed_on=SIX_MONTHS_LATER)
    corrected_at = MOMENT + timedelta(days=7)
    async with session_for(Actor.operator(corrected_at)) as session:
        stored = await session.get_one(Observation, mistaken.id)
        stored.superseded_at = corrected_at

    (before,) = await report(operator)
    (after,) = await report(operator, known_at=corrected_at)

    assert (before.yes, before.unanswered) == (1, 0)
    assert (after.yes, after.unanswered) == (0, 1)


async def test_last_quarters_report_gives_last_quarters_number_again(operator: Actor, make: Factory) -> None:
    programme = await make.programme()
    trajectory = await make.trajectory(programme, **STARTED)
    job = await make.placement(trajectory, **FIRST_JOB)
    heard_at = MOMENT + timedelta(days=30)
    async with session_for(Actor.operator(heard_at)) as session:
        stored = await session.get_one(Placement, job.id)
        stored.ends_on, stored.end_source = date(2025, 12, 31), EvidenceSource.EMPLOYER

    (then,) = await report(operator)
    (now,) = await report(operator, known_at=heard_at)

    assert (then.yes, then.unanswered) == (0, 1)
    assert (now.yes, now.unanswered) == (1, 0)


async def test_an_employer_that_changes_its_sector_changes_no_earlier_match(operator: Actor, make: Factory) -> None:
    programme, hospital = await make.programme(), await make.organisation(nace_section="Q")
    person = await make.participant(programme, profile={"wished_sectors": ["Q"]})
    await make.placement(await make.trajectory(programme, person, **STARTED), hospital, **FIRST_JOB)
    changed_at = MOMENT + timedelta(days=7)
    async with session_for(Actor.operator(changed_at)) as session:
        (await session.get_one(Organisation, hospital.id)).nace_section = "I"

    (before,) = await report(operator, metrics=(METRICS["match_wish"],))
    (after,) = await report(operator, metrics=(METRICS["match_wish"],), known_at=changed_at)

    assert (before.yes, before.no) == (1, 0)
    assert (after.yes, after.no) == (0, 1)


async def test_a_cohort_with_a_new_name_keeps_the_old_one_in_earlier_reports(operator: Actor, make: Factory) -> None:
    programme = await make.programme()
    cohort = await make.cohort(programme, name="Spring")
    await person_still_in_work(make, programme, cohort_id=cohort.id)
    renamed_at = MOMENT + timedelta(days=7)
    async with session_for(Actor.operator(renamed_at)) as session:
        (await session.get_one(Cohort, cohort.id)).name = "Summer"

    before = await report(operator, group_by=(Dimension.COHORT,))
    after = await report(operator, known_at=renamed_at, group_by=(Dimension.COHORT,))

    assert [row.group["cohort"] for row in before if row.group] == ["Spring"]
    assert [row.group["cohort"] for row in after if row.group] == ["Summer"]


async def test_at_the_moment_of_a_change_only_what_it_became_is_known(operator: Actor, make: Factory) -> None:
    job = await person_still_in_work(make, await make.programme(), municipality_name="Utrecht")
    moved_at = MOMENT + timedelta(days=7)
    async with session_for(Actor.operator(moved_at)) as session:
        stored = await session.get_one(Trajectory, job.trajectory_id)
        stored.municipality_name = "Zeist"

    rows = await report(operator, known_at=moved_at, group_by=(Dimension.MUNICIPALITY,))

    assert groups(rows) == [({}, 1), ({"municipality": "Zeist"}, 1)]


async def test_what_happened_after_the_reference_date_does_not_exist_yet(operator: Actor, make: Factory) -> None:
    programme = await make.programme()
    await person_still_in_work(make, programme)

    (earlier,) = await report(operator, as_of=SIX_MONTHS_LATER - timedelta(days=1))
    (on_the_day,) = await report(operator, as_of=SIX_MONTHS_LATER)
    (before_the_job,) = await report(operator, as_of=date(2025, 3, 2))

    assert (earlier.not_yet_due, earlier.due) == (1, 0)
    assert (on_the_day.not_yet_due, on_the_day.yes) == (0, 1)
    assert before_the_job.cohort == 0


async def test_the_share_of_the_largest_employer_is_known_to_disclosure_control(operator: Actor, make: Factory) -> None:
    programme, large = await make.programme(), await make.organisation()
    for employer in (large, large, large, None):
        trajectory = await make.trajectory(programme, **STARTED)
        await make.placement(trajectory, employer, **FIRST_JOB)

    (row,) = await report(operator)

    assert row.largest_employer_share == 0.75


async def test_a_report_is_one_statement(operator: Actor, make: Factory, statements: Statements) -> None:
    await person_still_in_work(make, await make.programme())
    statements.clear()

    await report(operator, metrics=tuple(METRICS.values()), group_by=tuple(Dimension))

    assert len(statements) == 1


def account(**membership: Any) -> Actor:
    return Actor(
        at=MOMENT,
        audience=Audience.TEAM,
        memberships=(Membership(**{"organisation_id": None, "programme_id": None, **membership}),),
    )


async def coordinator_of(make: Factory, programme: Programme) -> Actor:
    stored = await make.account(Role.COORDINATOR, programme=programme)
    return replace(account(role=Role.COORDINATOR, programme_id=programme.id), account_id=stored.id)


async def municipality(make: Factory, code: str) -> Actor:
    organisation = await make.organisation(roles=["municipality"], municipality_code=code)
    stored = await make.account(Role.MUNICIPALITY, organisation=organisation)
    actor = account(role=Role.MUNICIPALITY, organisation_id=organisation.id, municipality_code=code)
    return replace(actor, account_id=stored.id)


async def test_a_coordinator_reads_about_the_own_programme_what_the_operator_reads(
    operator: Actor, make: Factory
) -> None:
    own, other = await make.programme(), await make.programme()
    person = await make.participant(own)
    await person_still_in_work(make, own, participant=person)
    await person_still_in_work(make, other, participant=person)
    await person_still_in_work(make, other)
    scope: dict[str, Any] = {
        "metrics": tuple(METRICS.values()),
        "programmes": frozenset({own.id}),
        "group_by": tuple(Dimension),
    }

    assert await report(await coordinator_of(make, own), **scope) == await report(operator, **scope)


async def test_a_municipality_reads_about_its_residents_in_every_programme(make: Factory) -> None:
    for _ in range(2):
        await person_still_in_work(make, await make.programme(), municipality_code="GM0344")
    await person_still_in_work(make, await make.programme(), municipality_code="GM0363")
    by = await municipality(make, "GM0344")

    (row,) = await report(by, municipalities=frozenset({"GM0344"}))

    assert (row.cohort, row.yes) == (2, 2)


@pytest.mark.parametrize("scope", ["nothing", "programme", "municipality"])
async def test_a_scope_beyond_the_own_is_not_there(scope: str, make: Factory) -> None:
    own, other = await make.programme(), await make.programme()
    by = await coordinator_of(make, own)
    beyond: dict[str, dict[str, Any]] = {
        "nothing": {},
        "programme": {"programmes": frozenset({own.id, other.id})},
        "municipality": {"municipalities": frozenset({"GM0344"})},
    }

    with pytest.raises(NotFound):
        await report(by, **beyond[scope])


async def test_after_a_report_the_session_acts_as_before(make: Factory) -> None:
    programme = await make.programme()
    by = await coordinator_of(make, programme)

    async with session_for(by) as session:
        await outcome_report(session, by=by, asked=asked(programmes=frozenset({programme.id})))

        assert session.info["actor"] == by
        assert (await session.get_one(Programme, programme.id)).name == programme.name


async def test_the_states_of_trajectories_can_be_read_one_by_one(session: AsyncSession, make: Factory) -> None:
    programme = await make.programme()
    job = await person_still_in_work(make, programme)
    waiting = await make.trajectory(
        programme, registered_on=date(2025, 1, 6), started_on=None, state=TrajectoryState.REGISTERED
    )

    metrics = (METRICS["admitted"], IN_WORK)
    states = await trajectory_states(session, by=Actor.operator(MOMENT), asked=asked(metrics=metrics))

    assert states[job.trajectory_id] == {"admitted": "yes", "retention_6_months_in_work": "yes"}
    assert states[waiting.id] == {"admitted": "not_yet_due"}
