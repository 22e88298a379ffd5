"""Nobody works out a withheld count, whatever the population: over a thousand reports are attacked."""

from __future__ import annotations

from random import Random

import pytest

from app.rules.disclosure import Suppressed, publish
from tests.rules.disclosure_attacker import plan_attack
from tests.rules.random_reports import exact_row, random_report

POSSIBLE_VALUES = 3
REPORTS_PER_BATCH = 100


@pytest.mark.parametrize("batch", range(11))
def test_an_attacker_with_a_solver_is_left_with_three_values_or_more(batch: int) -> None:
    for seed in range(batch * REPORTS_PER_BATCH, (batch + 1) * REPORTS_PER_BATCH):
        random = Random(seed)
        exact = random_report(random)
        threshold = random.choice((5, 10, 10, 10, 20))
        published = publish(exact, threshold)
        attack = plan_attack(exact, published, threshold)
        assert attack.worked_out(POSSIBLE_VALUES) == [], f"report {seed}, threshold {threshold}"


def test_the_attacker_succeeds_when_only_small_counts_are_withheld() -> None:
    exact = [exact_row("retention", yes=10, no=1, unanswered=1)]
    careful = publish(exact)
    careless = [
        careful[0].__class__(**{**vars(careful[0]), "cohort": 10, "due": 10, "yes": 10}),
    ]
    assert isinstance(careless[0].no, Suppressed)
    found = plan_attack(exact, careless, 10).worked_out(2)
    assert {count for _, _, count in found} == {"no", "unanswered"}
    assert plan_attack(exact, careful, 10).worked_out(2) == []
