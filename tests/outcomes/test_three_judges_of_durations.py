"""The rules, the SQL and a naive judge who goes by the calendar give everybody the same wait."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.outcomes.duration_sql import WAITS_STATEMENT
from app.outcomes.report import ReportRequest, read_without_names
from app.rules.durations import Duration, wait_of_person
from app.rules.outcome_facts import Life, Placement, Trajectory
from tests.outcomes.oracle import Oracle
from tests.outcomes.random_lives import AS_OF, Maker
from tests.outcomes.stored_lives import StoredLives

KNOWN_AT = datetime(2024, 7, 10, tzinfo=UTC)
LIVES = 600


@pytest.mark.parametrize("seed", [11, 12])
async def test_hundreds_of_random_lives(seed: int, session: AsyncSession, operator: Actor) -> None:
    maker = Maker(seed)
    lives = [maker.life() for _ in range(LIVES)]
    stored = StoredLives(recorded_at=datetime(2024, 7, 1, tzinfo=UTC))
    naive: Counter[tuple[str, int, bool]] = Counter()
    for number, life in enumerate(lives):
        stored.add(life, number)
        by_calendar = naive_waits(life)
        assert waits_by_rules(life) == by_calendar, life
        naive.update((code, *wait) for code, wait in by_calendar.items())
    await stored.write(session)

    asked = ReportRequest(metrics=(), as_of=AS_OF, known_at=KNOWN_AT)
    rows = await read_without_names(session, WAITS_STATEMENT, operator, asked)

    assert {(row["duration"], row["days"], row["is_over"]): row["people"] for row in rows} == naive
    assert {(code, over) for code, _, over in naive} == {(code, over) for code in Duration for over in (True, False)}


def waits_by_rules(life: Life) -> dict[str, tuple[int, bool]]:
    cut = life.seen_on(AS_OF)
    waits = {code: wait_of_person(code, cut.trajectories, cut, AS_OF) for code in Duration}
    return {code: (wait.days, wait.is_over) for code, wait in waits.items() if wait}


def naive_waits(life: Life) -> dict[str, tuple[int, bool]]:
    oracle = Oracle(life, AS_OF)
    found: dict[str, tuple[int, bool]] = {}
    trajectories = [one for one in life.trajectories if oracle.exists(one.registered_on)]
    for one in sorted(trajectories, key=lambda one: (one.registered_on, one.number)):
        if one.started_on is None or not oracle.exists(one.started_on):
            continue
        own = [p for p in oracle.jobs if p.trajectory == one.id]
        found.setdefault("time_to_first_placement", until_placed(oracle, one, own, one.started_on.toordinal()))
        if own:
            first = min(own, key=lambda p: (p.starts_on, p.number))
            found.setdefault("time_in_first_job", in_job(oracle, one, first))
    return found


def until_placed(oracle: Oracle, trajectory: Trajectory, own: list[Placement], start: int) -> tuple[int, bool]:
    """Walk on from the start until a job begins, else until death or the reference date."""
    for day in range(start, oracle.as_of + 1):
        if any(p.starts_on.toordinal() == day for p in own):
            return day - start, True
    for day in range(start, oracle.as_of + 1):
        if oracle.dead(trajectory, day):
            return day - start, False
    return oracle.as_of - start, False


def in_job(oracle: Oracle, trajectory: Trajectory, first: Placement) -> tuple[int, bool]:
    """Take in contracts with the same employer until none is near enough to belong to the job."""
    job = [first]
    while True:
        ends = [oracle.end(p) for p in job]
        near = [
            p
            for p in oracle.jobs
            if p not in job and p.employer == first.employer and p.starts_on >= first.starts_on
            if None in ends or p.starts_on.toordinal() - 1 - max(end or 0 for end in ends) <= 31
        ]
        if not near:
            break
        job += near
    start = first.starts_on.toordinal()
    if None in ends:
        return max(max(oracle.own_proof[p.id]) for p in job) - start, False
    last = max(end or 0 for end in ends)
    died = oracle.dead(trajectory, last)
    return last - start + (0 if died else 1), not died
