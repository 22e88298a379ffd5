"""Nobody works out a withheld count, from all groupings of all days: a thousand populations are tried."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from app.rules.disclosure import publish
from app.rules.outcome_numbers import StateCounts
from tests.rules.disclosure_attacker import plan_attack, worked_out
from tests.rules.random_reports import GROUPINGS, exact_row
from tests.rules.report_days import Told, attack_over_days, publish_days, random_days

POPULATIONS_PER_BATCH = 100
BATCHES = 10
MOSTLY_BLANK = 0.15
"""In so few populations a table is withheld altogether; then nobody is told which of its counts are small."""


def told_of(seed: int, *, are_tied: bool = True) -> tuple[list[Told], int]:
    """What is published of a random population, on one to three days in any order, and the threshold."""
    random = Random(seed)  # noqa: S311 -- made-up people, no secrets
    population = random_days(random)
    *earlier, last = range(len(population))
    days = [last, *random.sample(earlier, random.choice((0, 0, 0, 0, 1, 2)))]
    random.shuffle(days)
    groupings = random.sample(GROUPINGS, random.randint(1, 2 if len(days) > 1 else 3))
    threshold = random.choice((5, 10, 10, 10, 20))
    return publish_days(population, days, groupings, threshold, are_tied=are_tied), threshold


@pytest.mark.parametrize("batch", range(BATCHES))
def test_an_attacker_with_every_grouping_and_day_and_a_solver_is_left_with_three_values_or_more(batch: int) -> None:
    calls = [told_of(seed) for seed in range(batch * POPULATIONS_PER_BATCH, (batch + 1) * POPULATIONS_PER_BATCH)]
    assert sum(len(told) > 1 for told, _ in calls) >= POPULATIONS_PER_BATCH / 8
    found = worked_out([attack_over_days(told, threshold) for told, threshold in calls])
    again = [call for call, places in zip(calls, found, strict=True) if places]
    assert len(again) <= MOSTLY_BLANK * POPULATIONS_PER_BATCH
    assert [
        places for places in worked_out([attack_over_days(*call, tells_small=False) for call in again]) if places
    ] == []


def test_were_each_day_decided_by_itself_the_attacker_would_succeed() -> None:
    assert worked_out([attack_over_days(*told_of(40, are_tied=False), tells_small=False)]) != [[]]


def test_the_attacker_succeeds_when_only_small_counts_are_withheld() -> None:
    exact = [exact_row("retention", StateCounts(yes=12, no=12, unanswered=12, refused=1))]
    careful = publish(exact, 12)
    careless = [replace(careful[0], cohort=35, due=35, yes=10, no=10, unanswered=10, unreachable=0)]
    assert worked_out([plan_attack(exact, [careful], 12)]) == [[]]
    assert worked_out([plan_attack(exact, [careless], 12)]) == [[("retention", frozenset(), "refused")]]
