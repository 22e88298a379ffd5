"""The rules and the naive day-by-day judge come to the same state for every metric."""

from __future__ import annotations

from itertools import product

import pytest

from app.rules.metrics import METRICS
from app.rules.outcomes import outcome_of
from tests.outcomes.oracle import Oracle
from tests.outcomes.random_lives import AS_OF, Maker


@pytest.mark.parametrize("seed", range(10))
def test_five_hundred_random_lives(seed: int) -> None:
    maker = Maker(seed)
    for _ in range(500):
        life = maker.life()
        cut = life.seen_on(AS_OF)
        oracle = Oracle(life, AS_OF)
        for trajectory, metric in product(cut.trajectories, METRICS.values()):
            by_rules = outcome_of(metric, trajectory, cut, AS_OF)
            assert by_rules == oracle.state(metric.code, trajectory), f"{metric.code}: {life}"
