"""An attacker who has every grouping of a report, knows its sums, rounding and threshold, and solves for the rest.

He even knows which counts were withheld for being small, and how many people are in two groups at once. He
shares no code with the algorithm: a solver for integer programmes finds the least and the most that each
small count can be.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

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
TOLERANCE = 1e-6
POSSIBLE_VALUES = 3

Group = frozenset[tuple[str, str | None]]

Place = tuple[str, Group, str]
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
        for period, sign in product((2, 3, 5, 7), (1, -1)):
            if cells := open_cells():
                yield from look(cells, [sign if number % period else -sign for number in range(len(cells))])
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
    """Per attack the counts, obeying all that is known, that are least in its direction.

    Most come out whole by themselves; the solver is only told that people are whole where they do not.
    """
    found = _solve(attacks, directions, whole=False)
    broken = [number for number, world in enumerate(found) if np.abs(world - np.round(world)).max() > TOLERANCE]
    if broken:
        mended = _solve([attacks[one] for one in broken], [directions[one] for one in broken], whole=True)
        for number, world in zip(broken, mended, strict=True):
            found[number] = world
    return [np.round(world) for world in found]


def _solve(
    attacks: Sequence[Attack], directions: Sequence[NDArray[np.float64]], *, whole: bool
) -> list[NDArray[np.float64]]:
    results = np.concatenate([attack.results for attack in attacks])
    answer = milp(
        np.concatenate(directions),
        constraints=LinearConstraint(block_diag([attack.sums for attack in attacks], format="csr"), results, results),
        bounds=Bounds(*(np.concatenate([getattr(one, end) for one in attacks]) for end in ("low", "high"))),
        integrality=np.full(sum(map(len, directions)), int(whole)),
    )
    assert answer.x is not None, answer.message
    return np.split(answer.x, np.cumsum([len(direction) for direction in directions])[:-1])


def plan_attack(
    exact: Sequence[OutcomeRow], reports: Sequence[Sequence[PublishedRow]], threshold: int, *, tells_small: bool = True
) -> Attack:
    """What the attacker knows of reports on the same day, of which the exact rows are these.

    Metrics named family:name share the people of their family. Unless `tells_small`, a table of which everything is
    withheld does not tell him which of its counts are small.
    """
    shown = _put_together(reports)
    blank = set() if tells_small else blank_tables(shown)
    truth: dict[Place, int] = {}
    known: dict[Place, tuple[float, float]] = {}
    for row in exact:
        for count in COUNTS:
            place = (row.metric, _group(row), count)
            truth[place] = getattr(row, count)
            if place not in shown or dimensions_of(place) in blank:
                known[place] = 0, MANY
            else:
                known[place] = known_of(shown[place], truth[place], threshold)
    places = list(truth)
    sums = [*sums_of_rows(places), *_shared_counts(places), *_sums_of_columns(places, truth)]
    return attack_on(known, truth, sums, threshold, truth.keys())


def attack_on(
    known: Mapping[Place, tuple[float, float]],
    truth: Mapping[Place, int],
    sums: Sequence[Sum],
    threshold: int,
    wanted: Collection[Place],
) -> Attack:
    """Of each place the least and the most that is known, what adds up, and which small counts are wanted."""
    places = list(truth)
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
        small=[cell for cell, place in enumerate(places) if place in wanted and 0 < truth[place] < threshold],
    )


def _put_together(reports: Sequence[Sequence[PublishedRow]]) -> dict[Place, int | Suppressed]:
    """What the reports show; a row that stands in two of them has to be the same in both."""
    shown: dict[Place, int | Suppressed] = {}
    for report in reports:
        for row in report:
            for count in COUNTS:
                place = (row.metric, _group(row), count)
                assert shown.setdefault(place, getattr(row, count)) == getattr(row, count), f"{place} differs"
    return shown


def blank_tables(shown: dict[Place, int | Suppressed]) -> set[frozenset[str]]:
    tables = {dimensions_of(place) for place in shown}
    return tables - {dimensions_of(place) for place, count in shown.items() if not isinstance(count, Suppressed)}


def sums_of_rows(places: Sequence[Place]) -> Iterator[Sum]:
    for metric, group in dict.fromkeys((metric, group) for metric, group, _ in places):
        for whole, parts in (("cohort", PARTS_OF_COHORT), ("due", PARTS_OF_DUE)):
            yield {(metric, group, whole): -1, **{(metric, group, part): 1 for part in parts}}, 0


def _sums_of_columns(places: Sequence[Place], truth: dict[Place, int]) -> Iterator[Sum]:
    """For every row and every finer grouping: the groups in it add up to it, but for those who are in two."""
    by_table: defaultdict[tuple[str, str, frozenset[str]], list[Place]] = defaultdict(list)
    for place in places:
        by_table[place[0], place[2], dimensions_of(place)].append(place)
    for (metric, count, dimensions), finer in by_table.items():
        for (same_metric, same_count, coarser), rows in by_table.items():
            if (metric, count) == (same_metric, same_count) and coarser < dimensions:
                for row in rows:
                    groups = [place for place in finer if row[1] <= place[1]]
                    in_two_groups = sum(truth[place] for place in groups) - truth[row]
                    yield {row: -1, **dict.fromkeys(groups, 1)}, in_two_groups


def _shared_counts(places: Sequence[Place]) -> Iterator[Sum]:
    """Metrics about the same people at the same moment, which their definitions tell, agree on these."""
    metrics = sorted({metric for metric, _, _ in places})
    for metric, other in combinations(metrics, 2):
        if metric.split(":")[0] == other.split(":")[0]:
            for place in places:
                if place[0] == metric and place[2] in ("cohort", *PARTS_OF_COHORT):
                    yield {place: 1, (other, *place[1:]): -1}, 0


def known_of(shown: int | Suppressed, value: int, threshold: int) -> tuple[float, float]:
    if not isinstance(shown, Suppressed):
        return (0, 0) if shown == 0 else (max(shown - 2, threshold), shown + 2)
    return 0, threshold - 1 if value < threshold else MANY


def _group(row: OutcomeRow | PublishedRow) -> Group:
    return frozenset(row.group.items())


def dimensions_of(place: Place) -> frozenset[str]:
    return frozenset(dimension for dimension, _ in place[1])
