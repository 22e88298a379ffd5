"""What an attacker knows beside the counts of a report: what definitions tell, and other numbers that hang on them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from scipy.sparse import coo_array

from tests.rules.disclosure_attacker import MANY, Attack, Group, Place, Sum

TOTAL: Group = frozenset()


@dataclass
class More:
    """What is known beside the counts: numbers that no row has, within bounds, and what adds up."""

    threshold: int
    known: dict[Place, tuple[float, float]] = field(default_factory=dict)
    truth: dict[Place, int] = field(default_factory=dict)
    sums: list[Sum] = field(default_factory=list)
    wanted: set[Place] = field(default_factory=set)

    def add(self, place: Place, value: int, known: tuple[float, float] = (0, MANY)) -> Place:
        """A number that only the attacker thinks of."""
        self.known[place], self.truth[place] = known, value
        return place

    def adds_up(self, whole: Sequence[Place], parts: Sequence[Place]) -> None:
        """The one is as much as the others together."""
        signs: dict[Place, int] = {}
        for places, sign in ((whole, -1), (parts, 1)):
            for place in places:
                signs[place] = signs.get(place, 0) + sign
        self.sums.append((signs, 0))


def who_knows_the_definitions(attack: Attack, never: Mapping[str, Collection[str]]) -> Attack:
    """The attack by somebody who knows which states a metric leaves empty."""
    is_empty = [count in never.get(metric, ()) for metric, _, count in attack.places]
    return replace(attack, high=np.where(is_empty, 0, attack.high))


def with_more(attack: Attack, more: More) -> Attack:
    """The attack by somebody who knows more than the counts."""
    places = [*attack.places, *more.truth]
    column_of = {place: number for number, place in enumerate(places)}
    rows, columns = (list(one) for one in attack.sums.coords)
    signs = list(attack.sums.data)
    for number, (terms, _) in enumerate(more.sums, start=attack.sums.shape[0]):
        rows += [number] * len(terms)
        columns += [column_of[place] for place in terms]
        signs += terms.values()
    truth = np.array(list(more.truth.values()), dtype=np.float64)
    return Attack(
        places=places,
        low=np.concatenate([attack.low, [low for low, _ in more.known.values()]]),
        high=np.concatenate([attack.high, [high for _, high in more.known.values()]]),
        truth=np.concatenate([attack.truth, truth]),
        sums=coo_array((signs, (rows, columns)), shape=(attack.sums.shape[0] + len(more.sums), len(places))),
        results=np.concatenate([attack.results, [result for _, result in more.sums]]),
        small=[*attack.small, *(column_of[p] for p in more.wanted if 0 < more.truth[p] < more.threshold)],
    )
