"""Nobody works out a withheld count, whatever the population: over a thousand reports are attacked."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from app.rules.disclosure import publish
from app.rules.outcome_numbers import StateCounts
from tests.rules.disclosure_attacker import plan_attack, worked_out
from tests.rules.random_reports import exact_row, random_report

REPORTS_PER_BATCH = 100


@pytest.mark.parametrize("batch", range(11))
def test_an_attacker_with_a_solver_is_left_with_three_values_or_more(batch: int) -> None:
    attacks = []
    for seed in range(batch * REPORTS_PER_BATCH, (batch + 1) * REPORTS_PER_BATCH):
        random = Random(seed)  # noqa: S311 -- made-up people, no secrets
        exact = random_report(random)
        threshold = random.choice((5, 10, 10, 10, 20))
        attacks.append(plan_attack(exact, publish(exact, threshold), threshold))
    assert {seed: found for seed, found in enumerate(worked_out(attacks)) if found} == {}


def test_the_attacker_succeeds_when_only_small_counts_are_withheld() -> None:
    exact = [exact_row("retention", StateCounts(yes=12, no=12, unanswered=12, refused=1))]
    careful = publish(exact, 12)
    careless = [replace(careful[0], cohort=35, due=35, yes=10, no=10, unanswered=10, unreachable=0)]
    assert worked_out([plan_attack(exact, careful, 12)]) == [[]]
    assert worked_out([plan_attack(exact, careless, 12)]) == [[("retention", "", "refused")]]
