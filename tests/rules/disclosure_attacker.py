"""An attacker who knows the report, its sums, the rounding and the threshold, and solves for the rest.

He even knows which counts were withheld for being small, and how many people are in two groups at once. He
shares no code with the algorithm: a solver for integer programmes finds the least and the most that each
small count can be.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import block_diag, coo_array

from app.rules.disclosure import PublishedRow, Suppressed
from app.rules.outcome_numbers import OutcomeRow

PARTS_OF_COHORT = ("excluded", "not_yet_due", "due")
PARTS_OF_DUE = ("yes", "no", "unanswered", "unreachable", "refused")
COUNTS = ("cohort", *PARTS_OF_COHORT, *PARTS_OF_DUE)
MANY = 10_000
POSSIBLE_VALUES = 3

Place = tuple[str, str, str]
"""Metric, group and count; the group of the total is empty."""

Sum = tuple[dict[Place, int], int]
"""Signs per place, and what they add up to."""


Worlds = Generator[NDArray[np.float64], NDArray[np.float64], list[Place]]


@dataclass
class Attack:
    """Everything the attacker knows, as bounds per count and sums over counts."""

    places: list[Place]
    low: NDArray[np.float64]
    high: NDArray[np.float64]
    truth: NDArray[np.float64]
    sums: coo_array
    results: NDArray[np.float64]
    small: list[int]

    def worked_out(self, possible_values: int) -> Worlds:
        """The small counts that the attacker narrows down to a range of fewer values than this.

        It asks for the counts that are least in a direction, and is sent them.
        """
        low, high = self.truth.copy(), self.truth.copy()

        def open_cells() -> list[int]:
            return [cell for cell in self.small if high[cell] - low[cell] + 1 < possible_values]

        def look(cells: list[int], signs: Iterable[int]) -> Generator[NDArray[np.float64], NDArray[np.float64], None]:
            direction = np.zeros(len(self.low))
            direction[cells] = list(signs)
            world = yield direction
            np.minimum(low, world, out=low)
            np.maximum(high, world, out=high)

        for sign in (1, -1):
            yield from look(self.small, [sign] * len(self.small))
        for period in (2, 3, 5):
            if cells := open_cells():
                yield from look(cells, [1 if number % period else -1 for number in range(len(cells))])
        for cell in open_cells():
            if cell in open_cells():
                yield from look([cell], [1])
                yield from look([cell], [-1])
        return [self.places[cell] for cell in open_cells()]


def worked_out(attacks: Sequence[Attack], possible_values: int = POSSIBLE_VALUES) -> list[list[Place]]:
    """Per attack the small counts that it works out. The attacks are carried on side by side, which is quicker."""
    answers: list[list[Place]] = [[] for _ in attacks]
    running = {number: attack.worked_out(possible_values) for number, attack in enumerate(attacks) if attack.small}
    directions = {number: next(worlds) for number, worlds in running.items()}
    while directions:
        found = _least([attacks[number] for number in directions], list(directions.values()))
        asked, directions = list(directions), {}
        for number, world in zip(asked, found, strict=True):
            try:
                directions[number] = running[number].send(world)
            except StopIteration as end:
                answers[number] = end.value
    return answers


def _least(attacks: Sequence[Attack], directions: Sequence[NDArray[np.float64]]) -> list[NDArray[np.float64]]:
    """Per attack the counts, obeying all that is known, that are least in its direction."""
    results = np.concatenate([attack.results for attack in attacks])
    answer = milp(
        np.concatenate(directions),
        constraints=LinearConstraint(block_diag([attack.sums for attack in attacks], format="csr"), results, results),
        bounds=Bounds(*(np.concatenate([getattr(one, end) for one in attacks]) for end in ("low", "high"))),
        integrality=np.ones(sum(len(direction) for direction in directions)),
    )
    assert answer.x is not None, answer.message
    ends = np.cumsum([len(direction) for direction in directions])
    return np.split(np.round(answer.x), ends[:-1])


def plan_attack(exact: Sequence[OutcomeRow], published: Sequence[PublishedRow], threshold: int) -> Attack:
    """What the attacker knows of a report. Metrics named family:name share the people of their family."""
    truth: dict[Place, int] = {}
    known: dict[Place, tuple[float, float]] = {}
    for row, shown in zip(exact, published, strict=True):
        for count in COUNTS:
            place = (row.metric, _name(row), count)
            truth[place] = getattr(row, count)
            known[place] = _known(getattr(shown, count), truth[place], threshold)
    places = list(truth)
    sums = [*_sums_of_rows(places), *_shared_counts(places), *_sums_of_columns(places, truth)]
    column_of = {place: number for number, place in enumerate(places)}
    terms = [
        (number, column_of[place], sign) for number, (signs, _) in enumerate(sums) for place, sign in signs.items()
    ]
    rows, columns, signs = zip(*terms, strict=True)
    return Attack(
        places=places,
        low=np.array([known[place][0] for place in places]),
        high=np.array([known[place][1] for place in places]),
        truth=np.array(list(truth.values()), dtype=np.float64),
        sums=coo_array((signs, (rows, columns)), shape=(len(sums), len(places))),
        results=np.array([result for _, result in sums]),
        small=[cell for cell, place in enumerate(places) if 0 < truth[place] < threshold],
    )


def _sums_of_rows(places: Sequence[Place]) -> Iterator[Sum]:
    for metric, group in sorted({(metric, group) for metric, group, _ in places}):
        for whole, parts in (("cohort", PARTS_OF_COHORT), ("due", PARTS_OF_DUE)):
            yield {(metric, group, whole): -1, **{(metric, group, part): 1 for part in parts}}, 0


def _sums_of_columns(places: Sequence[Place], truth: dict[Place, int]) -> Iterator[Sum]:
    for metric, group, count in places:
        groups = [place for place in places if place[::2] == (metric, count) and place[1]]
        if not group and groups:
            in_two_groups = sum(truth[place] for place in groups) - truth[metric, group, count]
            yield {(metric, group, count): -1, **dict.fromkeys(groups, 1)}, in_two_groups


def _shared_counts(places: Sequence[Place]) -> Iterator[Sum]:
    """Metrics about the same people at the same moment, which their definitions tell, agree on these."""
    metrics = sorted({metric for metric, _, _ in places})
    for metric, other in combinations(metrics, 2):
        if metric.split(":")[0] == other.split(":")[0]:
            for place in places:
                if place[0] == metric and place[2] in ("cohort", *PARTS_OF_COHORT):
                    yield {place: 1, (other, *place[1:]): -1}, 0


def _known(shown: int | Suppressed, value: int, threshold: int) -> tuple[float, float]:
    if not isinstance(shown, Suppressed):
        return (0, 0) if shown == 0 else (max(shown - 2, threshold), shown + 2)
    return 0, threshold - 1 if value < threshold else MANY


def _name(row: OutcomeRow) -> str:
    return ",".join(f"{dimension}={value}" for dimension, value in row.group.items())
