"""An attacker who knows the report, its sums, the rounding and the threshold, and solves for the rest.

He even knows of each withheld count whether it is below the threshold, and how many people are in two
groups at once. He shares no code with the algorithm: a solver for integer programmes finds
the least and the most that each small count can be.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp

from app.rules.disclosure import PublishedRow, Suppressed
from app.rules.outcome_numbers import OutcomeRow

PARTS_OF_COHORT = ("excluded", "not_yet_due", "due")
PARTS_OF_DUE = ("yes", "no", "unanswered", "unreachable", "refused")
COUNTS = ("cohort", *PARTS_OF_COHORT, *PARTS_OF_DUE)
SHARED = ("cohort", *PARTS_OF_COHORT)
MANY = 10_000

Place = tuple[str, str, str]


@dataclass
class Attack:
    """Everything the attacker knows, as bounds per count and sums over counts."""

    places: list[Place]
    low: NDArray[np.float64]
    high: NDArray[np.float64]
    truth: NDArray[np.float64]
    sums: LinearConstraint
    small: list[int]

    def extreme(self, direction: NDArray[np.float64]) -> NDArray[np.float64]:
        """The counts, obeying all that is known, that are least in this direction."""
        answer = milp(
            direction,
            constraints=self.sums,
            bounds=Bounds(self.low, self.high),
            integrality=np.ones(len(self.low)),
        )
        assert answer.x is not None, answer.message
        return np.round(answer.x)

    def worked_out(self, possible_values: int) -> list[Place]:
        """The small counts of which the attacker is left with fewer values than this."""
        values = {cell: {int(self.truth[cell])} for cell in self.small}

        def look(direction: NDArray[np.float64]) -> None:
            world = self.extreme(direction)
            for cell in self.small:
                values[cell] |= set(range(int(min(*values[cell], world[cell])), int(world[cell]) + 1))

        everything = np.zeros(len(self.low))
        everything[self.small] = 1
        look(everything)
        look(-everything)
        for cell in self.small:
            for sign in (1, -1):
                if len(values[cell]) < possible_values:
                    look(sign * np.eye(1, len(self.low), cell)[0])
        return [self.places[cell] for cell in self.small if len(values[cell]) < possible_values]


def plan_attack(exact: Sequence[OutcomeRow], published: Sequence[PublishedRow], threshold: int) -> Attack:
    places: dict[Place, int] = {}
    low: list[float] = []
    high: list[float] = []
    truth: list[float] = []
    metrics = sorted({row.metric for row in exact})
    groups = sorted({_name(row) for row in exact})
    for row, shown in zip(exact, published, strict=True):
        for count in COUNTS:
            value = getattr(row, count)
            places[row.metric, _name(row), count] = len(low)
            least, most = _known(getattr(shown, count), value, threshold)
            low.append(least)
            high.append(most)
            truth.append(value)
    equations: list[tuple[dict[int, int], float]] = []
    for metric in metrics:
        for group in groups:
            for whole, parts in (("cohort", PARTS_OF_COHORT), ("due", PARTS_OF_DUE)):
                terms = {places[metric, group, part]: 1 for part in parts}
                equations.append(({places[metric, group, whole]: -1, **terms}, 0))
            for other in metrics:
                if _same_people(exact, metric, other):
                    equations += [
                        ({places[metric, group, count]: 1, places[other, group, count]: -1}, 0)
                        for count in SHARED
                    ]
        for count in COUNTS if len(groups) > 1 else ():
            total = places[metric, "", count]
            cells = [places[metric, group, count] for group in groups if group]
            overlap = sum(truth[cell] for cell in cells) - truth[total]
            equations.append(({total: -1, **dict.fromkeys(cells, 1)}, overlap))
    equations = [(terms, result) for terms, result in equations if any(terms.values()) and len(terms) > 1]
    matrix = np.zeros((len(equations), len(low)))
    for number, (terms, _) in enumerate(equations):
        for cell, factor in terms.items():
            matrix[number, cell] = factor
    results = np.array([result for _, result in equations])
    return Attack(
        places=list(places),
        low=np.array(low),
        high=np.array(high),
        truth=np.array(truth),
        sums=LinearConstraint(matrix, results, results),
        small=[cell for cell, value in enumerate(truth) if 0 < value < threshold],
    )


def _known(shown: int | Suppressed, value: int, threshold: int) -> tuple[float, float]:
    if not isinstance(shown, Suppressed):
        return (0, 0) if shown == 0 else (max(shown - 2, threshold), shown + 2)
    return (0, threshold - 1) if value < threshold else (threshold, MANY)


def _same_people(rows: Sequence[OutcomeRow], metric: str, other: str) -> bool:
    """Whether two metrics are about the same people at the same moment, which their definitions tell."""
    return metric < other and metric.split(":")[0] == other.split(":")[0] and bool(rows)


def _name(row: OutcomeRow) -> str:
    return ",".join(f"{dimension}={value}" for dimension, value in row.group.items())
