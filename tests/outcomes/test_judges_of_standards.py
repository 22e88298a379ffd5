"""The rules, the SQL and the naive judge give every trajectory the same state for every measure of a standard."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.outcomes.report import ReportRequest, trajectory_states
from app.rules.outcomes import outcome_of
from app.rules.standards import ASKED_ONLY
from tests.outcomes.lives_for_standards import StandardsMaker
from tests.outcomes.oracle_of_standards import OracleOfStandards
from tests.outcomes.random_lives import AS_OF
from tests.outcomes.stored_lives import StoredLives

LIVES = 1_000


@pytest.mark.parametrize("seed", [11])
async def test_a_thousand_random_lives(seed: int, session: AsyncSession, operator: Actor) -> None:
    maker = StandardsMaker(seed)
    lives = [maker.life() for _ in range(LIVES)]
    stored = StoredLives(recorded_at=datetime(2024, 7, 1, tzinfo=UTC))
    for number, life in enumerate(lives):
        stored.add(life, number)
    await stored.write(session)

    asked = ReportRequest(metrics=tuple(ASKED_ONLY.values()), as_of=AS_OF, known_at=datetime(2024, 7, 10, tzinfo=UTC))
    by_sql = await trajectory_states(session, by=operator, asked=asked)

    seen: Counter[tuple[str, str]] = Counter()
    for life in lives:
        oracle, cut = OracleOfStandards(life, AS_OF), life.seen_on(AS_OF)
        for one in cut.trajectories:
            naive = {code: state for code in ASKED_ONLY if (state := oracle.of_standard(code, one))}
            rules = {code: outcome_of(metric, one, cut, AS_OF) for code, metric in ASKED_ONLY.items()}
            assert {code: state.value for code, state in rules.items() if state} == naive, life
            assert {code: state.value for code, state in by_sql[stored.ids[one.id]].items()} == naive, life
            seen.update(naive.items())

    assert {code for code, state in seen if state == "yes"} == ASKED_ONLY.keys()
