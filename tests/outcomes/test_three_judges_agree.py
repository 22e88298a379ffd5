"""The rules, the SQL and the naive day-by-day judge give every trajectory the same state for every metric."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from datetime import UTC, datetime

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.outcomes.report import ReportRequest, trajectory_states
from app.rules.metrics import METRICS
from app.rules.outcome_facts import Life
from app.rules.outcomes import outcome_of
from tests.outcomes.oracle import Oracle
from tests.outcomes.random_lives import AS_OF, Maker
from tests.outcomes.stored_lives import StoredLives

KNOWN_AT = datetime(2024, 7, 10, tzinfo=UTC)
LIVES_PER_SEED = 1_000


@pytest.mark.parametrize("seed", range(5))
async def test_a_thousand_random_lives(seed: int, session: AsyncSession, operator: Actor) -> None:
    maker = Maker(seed)
    lives = [maker.life() for _ in range(LIVES_PER_SEED)]
    stored = StoredLives(recorded_at=datetime(2024, 7, 1, tzinfo=UTC))
    for number, life in enumerate(lives):
        stored.add(life, number)
    await stored.write(session)

    asked = ReportRequest(metrics=tuple(METRICS.values()), as_of=AS_OF, known_at=KNOWN_AT)
    by_sql = await trajectory_states(session, by=operator, asked=asked)

    for life in lives:
        naive = by_oracle(life)
        assert by_rules(life) == naive, life
        assert {one.id: by_sql[stored.ids[one.id]] for one in life.seen_on(AS_OF).trajectories} == naive, life


def by_rules(life: Life) -> dict[Hashable, dict[str, str]]:
    """Trajectory → metric code → state, as the pure rules have it."""
    cut = life.seen_on(AS_OF)
    return {
        one.id: known({code: outcome_of(metric, one, cut, AS_OF) for code, metric in METRICS.items()})
        for one in cut.trajectories
    }


def by_oracle(life: Life) -> dict[Hashable, dict[str, str]]:
    """The same, as the naive judge has it."""
    oracle = Oracle(life, AS_OF)
    return {
        one.id: known({code: oracle.state(code, one) for code in METRICS}) for one in life.seen_on(AS_OF).trajectories
    }


def known(states: Mapping[str, str | None]) -> dict[str, str]:
    """Without the metrics that are not about the trajectory."""
    return {code: state for code, state in states.items() if state is not None}
