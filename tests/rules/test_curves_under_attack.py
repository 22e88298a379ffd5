"""Nobody works out a count from curves and squares of levels beside the counts of the same report.

A few populations are tried each time; with BESTENDIG_POPULATIONS=1000 so many.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from os import environ
from random import Random

from app.rules.disclosure import PublishedRow, publish
from app.rules.language_matrix import LanguageMatrix, published_matrix
from app.rules.outcome_numbers import OutcomeRow, StateCounts
from tests.rules.beside_counts import More, who_knows_the_definitions, with_more
from tests.rules.curve_attacker import curves_beside_counts
from tests.rules.disclosure_attacker import Attack, Place, plan_attack, worked_out
from tests.rules.matrix_attacker import BY_LEVEL, LISTENING, SPEAKING, Levels, random_levels, squares_beside_counts
from tests.rules.random_lives import UNKNOWN, random_lives
from tests.rules.random_reports import GROUPINGS, Population, exact_row

POPULATIONS = int(environ.get("BESTENDIG_POPULATIONS", "8"))
AT_ONCE = 25

Groupings = Sequence[tuple[str, ...]]
Beside = Callable[[Mapping[Place, int], bool], More]
"""What stands beside the counts, and whether the attacker is told which numbers are small."""


@dataclass(frozen=True)
class Call:
    """All groupings of one population, as they are and as they were published."""

    exact: Sequence[OutcomeRow]
    reports: Sequence[Sequence[PublishedRow]]
    threshold: int
    never: Mapping[str, Collection[str]]

    def total(self, metric: str) -> PublishedRow:
        return next(row for row in self.reports[0] if row.metric == metric and not row.group)

    def attack(self, beside: Beside, *, tells_small: bool) -> Attack:
        counts = plan_attack(self.exact, self.reports, self.threshold, tells_small=tells_small)
        counts = who_knows_the_definitions(counts, self.never)
        truth = dict(zip(counts.places, map(int, counts.truth), strict=True))
        return with_more(counts, beside(truth, tells_small))


def call(population: Population, random: Random, groupings: Groupings) -> Call:
    threshold = random.choice((5, 10, 10, 10, 20))
    split_by = random.sample(groupings, random.randint(1, 3))
    reports = [publish(population.report(*dimensions), threshold) for dimensions in split_by]
    exact = population.rows_behind(row for report in reports for row in report)
    return Call(exact, reports, threshold, population.never)


def given_away(calls: Sequence[tuple[Call, Beside]]) -> list[list[Place]]:
    """What the attacker works out, who is not told which counts are small where a whole table is withheld."""
    ever: list[list[Place]] = []
    for start in range(0, len(calls), AT_ONCE):
        now = calls[start : start + AT_ONCE]
        found = worked_out([one.attack(beside, tells_small=True) for one, beside in now])
        again = [one for one, places in zip(now, found, strict=True) if places]
        ever += worked_out([one.attack(beside, tells_small=False) for one, beside in again])
    return [places for places in ever if places]


def with_curves(seed: int) -> tuple[Call, Beside]:
    random = Random(seed)  # noqa: S311 -- made-up people, no secrets
    lives = random_lives(random)
    one = call(lives.population, random, GROUPINGS)
    curves = lives.published_curves(one.reports[0], one.threshold)
    return one, lambda exact, tells: curves_beside_counts(lives, curves, exact, one.threshold, tells_small=tells)


def with_squares(seed: int, *, of: Collection[str]) -> tuple[Call, Beside]:
    random = Random(seed)  # noqa: S311 -- made-up people, no secrets
    levels = random_levels(random)
    one = call(levels.population, random, BY_LEVEL)
    squares = {skill: published_square(one, levels, skill) for skill in of}
    return one, lambda exact, tells: squares_beside_counts(levels, squares, exact, one.threshold, tells_small=tells)


def published_square(one: Call, levels: Levels, skill: str) -> LanguageMatrix:
    total = one.total(skill)
    return published_matrix(levels.cells[skill], yes=total.yes, no=total.no, threshold=one.threshold)


def test_an_attacker_who_puts_the_curves_beside_the_counts_is_left_with_three_values_or_more() -> None:
    assert given_away([with_curves(seed) for seed in range(POPULATIONS)]) == []


def test_an_attacker_who_puts_squares_of_levels_beside_the_counts_is_left_with_three_values_or_more() -> None:
    assert given_away([with_squares(seed, of=[LISTENING]) for seed in range(POPULATIONS)]) == []


def test_the_square_of_speaking_would_give_a_count_away_beside_a_split_by_the_level_at_the_start() -> None:
    assert given_away([with_squares(336, of=[LISTENING])]) == []
    assert given_away([with_squares(336, of=[LISTENING, SPEAKING])]) != []


def test_who_knows_that_a_metric_has_no_unknown_people_works_nothing_out() -> None:
    """Nine and nine of 18, shown as 20: were anybody unknown, it could be eight and nine; nobody can be here."""
    never = frozenset(UNKNOWN)
    row = exact_row("placed", StateCounts(yes=9, no=9, not_yet_due=115), never=never)
    careless = publish([replace(row, never=frozenset())])
    for shown, found in ((publish([row]), []), (careless, ["yes", "no"])):
        attack = who_knows_the_definitions(plan_attack([row], [shown], 10), {"placed": never})
        assert [count for _, _, count in worked_out([attack])[0]] == found
