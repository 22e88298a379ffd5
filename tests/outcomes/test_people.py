"""The people behind a number: everyone once, in the state that the report counts, each with a reason that fits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from itertools import cycle

from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.outcomes.counted_otherwise import Otherwise, counted_otherwise
from app.outcomes.cross_table import Group
from app.outcomes.people import counted_people
from app.outcomes.report import ReportRequest, outcome_report
from app.outcomes.standard_report import standards_beside_ours
from app.outcomes.statement import Dimension
from app.rules.calendar import add_months
from app.rules.metric_parts import Question, UnknownPolicy
from app.rules.metrics import METRICS
from app.rules.outcome_state import OutcomeState
from app.rules.participation import Participation
from app.rules.standard_outcomes import OF_A_STAY, stay_index
from app.rules.standards import ASKED_ONLY
from app.rules.standards.esf_plus import EECR04
from app.rules.state_evidence import evidence
from app.rules.state_facts import LifeAtTarget
from app.rules.state_reason import Reason
from tests.outcomes.lives_for_standards import StandardsMaker
from tests.outcomes.random_lives import AS_OF, Maker
from tests.outcomes.stored_lives import StoredLives

FROM_28_HOURS = replace(METRICS["in_paid_work_at_end"], code="from_28_hours", minimum_hours=28)
KEPT_LONG_CONTRACT = replace(
    METRICS["retention_6_months_in_work"], code="kept_long_contract", minimum_contract_months=3
)
ASKED = ReportRequest(
    metrics=(*METRICS.values(), FROM_28_HOURS, KEPT_LONG_CONTRACT),
    as_of=AS_OF,
    known_at=datetime(2024, 7, 10, tzinfo=UTC),
    group_by=(Dimension.PROGRAMME,),
)
UNKNOWN_IS_NO = replace(
    METRICS["retention_6_months_in_work"], code="unknown_is_no", unknown_policy=UnknownPolicy.COUNTS_AS_NO
)
JUDGED = (OutcomeState.YES, OutcomeState.NO)
OF_THE_TEAM = {
    Reason.SPOKEN_TO_IN_TIME,
    Reason.SILENT_TOO_LONG,
    Reason.IN_BETTER_JOB,
    Reason.IN_NO_BETTER_JOB,
    Reason.WORKED_IN_PERIOD,
    Reason.NO_WORK_PROVEN,
}
LIFE_AGREES: Mapping[Reason, Callable[[LifeAtTarget], object]] = {
    Reason.OUT_OF_WORK: lambda life: life.last_seen_out or life.next_seen_out,
    Reason.IN_OTHER_WORK: lambda life: life.at_other_work,
    Reason.INTERRUPTED: lambda life: (life.longest_interruption or 0) > 31,
    Reason.LEFT_EMPLOYER: lambda life: life.left_employer,
    Reason.NO_YES_PROVEN: lambda life: life.in_work is None,
}
JUDGED_BY_DAYS = (
    "admitted",
    "placed_within_12_months",
    "in_paid_work_at_end",
    "match_level",
    "retention_6_months_in_work",
    "retention_6_months_uninterrupted",
    "retention_6_months_same_employer",
)


async def some_lives(session: AsyncSession, many: int) -> None:
    maker, stored = Maker(7), StoredLives(recorded_at=datetime(2024, 7, 1, tzinfo=UTC))
    for number in range(many):
        stored.add(maker.life(), number)
    await stored.write(session)


async def test_the_people_of_every_metric_and_group_add_up_to_the_report(
    session: AsyncSession, operator: Actor
) -> None:
    await some_lives(session, 60)
    report = await outcome_report(session, by=operator, asked=ASKED)
    rows = {(row.metric, row.group.get(Dimension.PROGRAMME, "everyone")): row for row in report}
    groups = sorted({group for _, group in rows}, key=str)
    assert len(groups) > 2
    for metric, group in zip(ASKED.metrics, cycle(groups[:3]), strict=False):
        within: Group = {} if group == "everyone" else {Dimension.PROGRAMME: group}
        people = await counted_people(session, by=operator, asked=replace(ASKED, metrics=(metric,)), group=within)
        states = Counter(person.state for person in people)
        assert {state: getattr(rows[metric.code, group], state) for state in OutcomeState} == {
            state: states[state] for state in OutcomeState
        }, (metric.code, group)


async def test_the_people_of_what_only_the_team_asks_add_up_and_have_their_days(
    session: AsyncSession, operator: Actor
) -> None:
    maker, stored = StandardsMaker(11), StoredLives(recorded_at=datetime(2024, 7, 1, tzinfo=UTC))
    for number in range(60):
        stored.add(maker.life(), number)
    await stored.write(session)
    one_per_question = {metric.question: metric for metric in ASKED_ONLY.values()}
    asked = replace(ASKED, metrics=tuple(one_per_question.values()), group_by=())
    report = {row.metric: row for row in await outcome_report(session, by=operator, asked=asked)}
    found: set[Reason] = set()
    for metric in asked.metrics:
        people = await counted_people(session, by=operator, asked=replace(asked, metrics=(metric,)))
        states = Counter(person.state for person in people)
        assert {state: getattr(report[metric.code], state) for state in OutcomeState} == {
            state: states[state] for state in OutcomeState
        }, metric.code
        for person in people:
            found.add(person.reason)
            facts = person.facts
            if person.reason in (Reason.SPOKEN_TO_IN_TIME, Reason.SILENT_TOO_LONG):
                assert facts.last_talk
                days = (AS_OF - facts.last_talk.on).days
                assert (days <= facts.last_talk.norm_days) is (person.reason is Reason.SPOKEN_TO_IN_TIME)
            if person.reason in (Reason.IN_BETTER_JOB, Reason.IN_NO_BETTER_JOB):
                assert facts.job_then
                assert (facts.first_job or facts.job_before) is not None
            if metric.question is Question.WORKED_IN_LAST_QUARTER and person.state in JUDGED:
                assert facts.target_day
                in_quarter = facts.worked_on and facts.worked_on >= add_months(facts.target_day, -3)
                assert bool(in_quarter) is (person.reason is Reason.WORKED_IN_PERIOD)
            if metric.index in OF_A_STAY and person.state in JUDGED:
                assert facts.stay
                stay = Participation(facts.stay.first_entry, facts.stay.last_exit, facts.stay.left_to)
                since = stay_index(metric.index, stay)
                assert since
                assert facts.target_day == add_months(since, metric.horizon_months)
            if person.state in JUDGED and metric.unknown_policy is not UnknownPolicy.COUNTS_AS_NO:
                assert evidence(metric, facts), metric.code
    assert found >= OF_THE_TEAM
    (employed,) = await standards_beside_ours(session, by=operator, asked=replace(asked, metrics=(EECR04.metric,)))
    for told in (employed.differences[0], employed.differences[-1]):
        way = Otherwise(told.change, came_back=told.is_by_coming_back)
        _, others = await counted_otherwise(session, by=operator, asked=asked, measure=EECR04, way=way)
        assert len(others) == sum(
            one.people
            for one in employed.differences
            if (one.change, one.is_by_coming_back) == (way.change, way.came_back)
        )


async def test_a_reason_agrees_with_the_days_that_it_names(session: AsyncSession, operator: Actor) -> None:
    await some_lives(session, 150)
    found: set[Reason] = set()
    for metric in (*(METRICS[code] for code in JUDGED_BY_DAYS), FROM_28_HOURS, UNKNOWN_IS_NO):
        for person in await counted_people(session, by=operator, asked=replace(ASKED, metrics=(metric,))):
            found.add(person.reason)
            day, life = person.facts.target_day, person.facts.life
            if person.state is OutcomeState.NOT_YET_DUE:
                to_come = day is None or day > AS_OF
                assert to_come or metric.unknown_policy is UnknownPolicy.IS_NOT_YET_DUE
                assert (person.reason is Reason.DAY_TO_COME) <= (day is not None and day > AS_OF)
            elif person.state is not OutcomeState.EXCLUDED:
                assert day is not None
                assert day <= AS_OF
            if person.reason in LIFE_AGREES:
                assert life is not None
                assert LIFE_AGREES[person.reason](life), person.reason
            if person.reason is Reason.BETWEEN_JOBS:
                assert life is not None
                assert life.all_ended is not None
                assert day is not None
                assert life.all_ended < day
    assert found >= set(Reason) - OF_THE_TEAM - {Reason.REFUSED, Reason.UNREACHABLE}
