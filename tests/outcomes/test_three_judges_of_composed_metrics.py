"""The rules, the SQL and the naive judge agree on metrics that somebody composed from parts."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import UTC, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.outcomes.report import ReportRequest, trajectory_states
from app.rules.outcomes import outcome_of
from tests.outcomes.composed import composed
from tests.outcomes.composed_oracle import ComposedOracle
from tests.outcomes.oracle import Oracle
from tests.outcomes.random_lives import AS_OF, Maker
from tests.outcomes.stored_lives import StoredLives
from tests.outcomes.test_three_judges_agree import KNOWN_AT, known

LIVES = 150


async def test_hundreds_of_random_lives(session: AsyncSession, operator: Actor) -> None:
    metrics = composed()
    maker = Maker(21)
    lives = [maker.life() for _ in range(LIVES)]
    stored = StoredLives(recorded_at=datetime(2024, 7, 1, tzinfo=UTC))
    for number, life in enumerate(lives):
        stored.add(life, number)
    await stored.write(session)

    asked = ReportRequest(metrics=tuple(metrics), as_of=AS_OF, known_at=KNOWN_AT)
    by_sql = await trajectory_states(session, by=operator, asked=asked)

    shown: dict[str, Counter[str]] = defaultdict(Counter)
    for life in lives:
        cut = life.seen_on(AS_OF)
        oracle = Oracle(life, AS_OF)
        naive = {metric.code: ComposedOracle(oracle, metric) for metric in metrics}
        for one in cut.trajectories:
            expected = known({metric.code: naive[metric.code].state(one) for metric in metrics})
            by_rules = known({metric.code: outcome_of(metric, one, cut, AS_OF) for metric in metrics})
            assert by_rules == expected, life
            assert by_sql[stored.ids[one.id]] == expected, life
            for code, state in expected.items():
                shown[code][state] += 1
    assert all({"yes", "no"} <= states.keys() for states in shown.values())
