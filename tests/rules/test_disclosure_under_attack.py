"""Nobody works out a withheld count, whatever the population: over a thousand reports are attacked."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from app.rules.disclosure import publish
from app.rules.outcome_numbers import StateCounts
from tests.rules.disclosure_attacker import plan_attack, worked_out
from tests.rules.random_reports import GROUPINGS, exact_row, random_population

POPULATIONS_PER_BATCH = 100
BATCHES = 10
MOSTLY_BLANK = 0.1
"""In so few reports a table is withheld altogether; then nobody is told which of its counts are small."""


@pytest.mark.parametrize("batch", range(BATCHES))
def test_an_attacker_with_every_grouping_and_a_solver_is_left_with_three_values_or_more(batch: int) -> None:
    calls = []
    for seed in range(batch * POPULATIONS_PER_BATCH, (batch + 1) * POPULATIONS_PER_BATCH):
        random = Random(seed)  # noqa: S311 -- made-up people, no secrets
        population = random_population(random)
        threshold = random.choice((5, 10, 10, 10, 20))
        groupings = random.sample(GROUPINGS, random.randint(1, 3))
        reports = [publish(population.report(*split_by), threshold) for split_by in groupings]
        exact = {(row.metric, str(row.group)): row for split_by in groupings for row in population.report(*split_by)}
        calls.append((list(exact.values()), reports, threshold))
    found = worked_out([plan_attack(*call) for call in calls])
    again = [call for call, places in zip(calls, found, strict=True) if places]
    assert len(again) <= MOSTLY_BLANK * POPULATIONS_PER_BATCH
    assert [places for places in worked_out([plan_attack(*call, tells_small=False) for call in again]) if places] == []


def test_the_attacker_succeeds_when_only_small_counts_are_withheld() -> None:
    exact = [exact_row("retention", StateCounts(yes=12, no=12, unanswered=12, refused=1))]
    careful = publish(exact, 12)
    careless = [replace(careful[0], cohort=35, due=35, yes=10, no=10, unanswered=10, unreachable=0)]
    assert worked_out([plan_attack(exact, [careful], 12)]) == [[]]
    assert worked_out([plan_attack(exact, [careless], 12)]) == [[("retention", frozenset(), "refused")]]
