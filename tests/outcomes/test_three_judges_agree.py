"""The rules, the SQL and the naive day-by-day judge give everybody the same states and the same waits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.outcomes.duration_sql import waits_statement
from app.outcomes.report import ReportRequest, outcome_report, read_without_names, trajectory_states
from app.rules.durations import DURATIONS, Duration, wait_of_person
from app.rules.metrics import METRICS
from app.rules.outcome_facts import Life
from app.rules.outcome_state import OutcomeState
from app.rules.outcomes import outcome_of
from tests.outcomes.oracle import Oracle
from tests.outcomes.oracle_of_durations import naive_waits
from tests.outcomes.random_lives import AS_OF, Maker
from tests.outcomes.stored_lives import StoredLives

KNOWN_AT = datetime(2024, 7, 10, tzinfo=UTC)
LIVES_PER_SEED = 4_000


@pytest.mark.parametrize("seed", range(5))
async def test_thousands_of_random_lives(seed: int, session: AsyncSession, operator: Actor) -> None:
    maker = Maker(seed)
    lives = [maker.life() for _ in range(LIVES_PER_SEED)]
    stored = StoredLives(recorded_at=datetime(2024, 7, 1, tzinfo=UTC))
    for number, life in enumerate(lives):
        stored.add(life, number)
    await stored.write(session)

    asked = ReportRequest(metrics=tuple(METRICS.values()), as_of=AS_OF, known_at=KNOWN_AT)
    by_sql = await trajectory_states(session, by=operator, asked=asked)
    waits_by_sql = await read_without_names(session, waits_statement(tuple(DURATIONS.values())), operator, asked)

    people_by_sql = await outcome_report(session, by=operator, asked=asked)

    people: Counter[tuple[str, str]] = Counter()
    waits: Counter[tuple[str, int, bool]] = Counter()
    for life in lives:
        cut, oracle = life.seen_on(AS_OF), Oracle(life, AS_OF)
        of_person: dict[str, str] = {}
        for one in sorted(cut.trajectories, key=lambda one: (one.registered_on, one.number)):
            naive = known({code: oracle.state(code, one) for code in METRICS})
            assert known({code: outcome_of(metric, one, cut, AS_OF) for code, metric in METRICS.items()}) == naive, life
            assert by_sql[stored.ids[one.id]] == naive, life
            of_person = naive | of_person
        people.update(of_person.items())
        by_calendar = naive_waits(oracle)
        assert waits_by_rules(cut) == by_calendar, life
        waits.update((code, *wait) for code, wait in by_calendar.items())
    assert {(row.metric, state): getattr(row, state) for row in people_by_sql for state in OutcomeState} == {
        (code, state): people[code, state] for code in METRICS for state in OutcomeState
    }
    assert not any(getattr(row, state) for row in people_by_sql for state in row.never)
    assert {(row["duration"], row["days"], row["is_over"]): row["people"] for row in waits_by_sql} == waits
    assert {(code, over) for code, _, over in waits} == {(code, over) for code in Duration for over in (True, False)}


def waits_by_rules(cut: Life) -> dict[str, tuple[int, bool]]:
    """Duration → days, and whether it is over, as the pure rules have it."""
    waits = {code: wait_of_person(DURATIONS[code], cut.trajectories, cut, AS_OF) for code in Duration}
    return {code: (wait.days, wait.is_over) for code, wait in waits.items() if wait}


def known(states: Mapping[str, str | None]) -> dict[str, str]:
    """Without the metrics that are not about the trajectory."""
    return {code: state for code, state in states.items() if state is not None}
