"""The rules, the SQL and the naive day-by-day judge give every trajectory the same state for every metric."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from app.outcomes.report import ReportRequest
from app.outcomes.statement import states_statement
from app.rules.metrics import METRICS
from app.rules.outcomes import outcome_of
from tests.outcomes.oracle import Oracle
from tests.outcomes.random_lives import AS_OF, Maker
from tests.outcomes.stored_lives import StoredLives

KNOWN_AT = datetime(2024, 7, 10, tzinfo=UTC)
LIVES_PER_SEED = 1_000


@pytest.mark.parametrize("seed", range(6))
async def test_a_thousand_random_lives(seed: int, session: AsyncSession) -> None:
    maker = Maker(seed)
    lives = [maker.life() for _ in range(LIVES_PER_SEED)]
    stored = StoredLives(recorded_at=datetime(2024, 7, 1, tzinfo=UTC))
    for number, life in enumerate(lives):
        stored.add(life, number)
    await stored.write(session)

    by_sql = await states_by_sql(session, AS_OF)

    for life in lives:
        cut, oracle = life.seen_on(AS_OF), Oracle(life, AS_OF)
        for trajectory in cut.trajectories:
            sql = by_sql[stored.ids[trajectory.id]]
            rules = {code: outcome_of(metric, trajectory, cut, AS_OF) for code, metric in METRICS.items()}
            naive = {code: oracle.state(code, trajectory) for code in METRICS}
            assert rules == naive, life
            assert sql == naive, life


async def states_by_sql(session: AsyncSession, as_of: date) -> dict[object, dict[str, str | None]]:
    metrics = tuple(METRICS.values())
    asked = ReportRequest(metrics=metrics, as_of=as_of, known_at=KNOWN_AT)
    result = await session.execute(states_statement(metrics), asked.parameters())
    return {row["trajectory_id"]: {code: row[code] for code in METRICS} for row in result.mappings()}
