"""The people behind a number: everyone once, in the state that the report counts, each with a reason that fits."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from itertools import cycle

from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.outcomes.people import counted_people
from app.outcomes.report import ReportRequest, outcome_report
from app.outcomes.statement import Dimension
from app.rules.metric_definition import UnknownPolicy
from app.rules.metrics import METRICS
from app.rules.outcome_state import OutcomeState
from app.rules.state_reason import Reason
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
    rows = {(row.metric, tuple(row.group.values())): row for row in report}
    groups = sorted({group for _, group in rows}, key=str)
    assert len(groups) > 2
    for metric, group in zip(ASKED.metrics, cycle(groups[:3]), strict=False):
        people = await counted_people(session, by=operator, asked=replace(ASKED, metrics=(metric,)), group=group)
        states = Counter(person.state for person in people)
        assert {state: getattr(rows[metric.code, group], state) for state in OutcomeState} == {
            state: states[state] for state in OutcomeState
        }, (metric.code, group)


async def test_a_reason_agrees_with_the_days_that_it_names(session: AsyncSession, operator: Actor) -> None:
    await some_lives(session, 150)
    found: set[Reason] = set()
    for metric in (*(METRICS[code] for code in JUDGED_BY_DAYS), FROM_28_HOURS):
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
            if person.reason is Reason.OUT_OF_WORK:
                assert life is not None
                assert life.last_seen_out or life.next_seen_out
            if person.reason is Reason.BETWEEN_JOBS:
                assert life is not None
                assert life.all_ended is not None
                assert day is not None
                assert life.all_ended < day
            if person.reason is Reason.IN_OTHER_WORK:
                assert life is not None
                assert life.at_other_work
            if person.reason is Reason.INTERRUPTED:
                assert life is not None
                assert life.longest_interruption is not None
                assert life.longest_interruption > 31
            if person.reason is Reason.LEFT_EMPLOYER:
                assert life is not None
                assert life.left_employer
    assert found >= set(Reason) - {Reason.REFUSED, Reason.UNREACHABLE}
