"""People of several programmes in several municipalities, and an attacker who reads about both kinds of scopes.

He puts all reports about both together, and knows that whoever lives in the municipality and is in the programme is
one and the same person in each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from random import Random

from app.rules.disclosure import PublishedRow, Suppressed
from app.rules.outcome_numbers import OutcomeRow
from tests.rules.disclosure_attacker import (
    COUNTS,
    MANY,
    PARTS_OF_COHORT,
    Attack,
    Group,
    Place,
    Sum,
    attack_on,
    blank_tables,
    dimensions_of,
    known_of,
    sums_of_rows,
)
from tests.rules.random_reports import ANSWERS, STATES, Person, Population

Scope = tuple[str, str]
"""("town", its name) or ("programme", its name)."""
DIMENSIONS = {"programme": "PQR", "town": "AUX", "gender": ("female", "male")}
"""And the groups of each; a town is a municipality."""


@dataclass(frozen=True)
class Told:
    """A report about a scope, split by some things: the rows as they are and as they were published."""

    scope: Scope
    exact: Sequence[OutcomeRow]
    published: Sequence[PublishedRow]


def within(population: Population, scope: Scope) -> Population:
    """The people of a scope."""
    return Population([one for one in population.people if scope in one.groups[0].items()], population.families)


def random_people(random: Random) -> Population:
    """Two or three programmes with people of two or three municipalities, one or two metrics about them."""
    metrics = [f"life:{number}" for number in range(random.randint(1, 2))]
    likely_state = [random.choice((0, 1, 1, 5)), random.choice((0, 1, 3, 20)), 20]
    likely_answer = {metric: [random.choice((0, 1, 3, 20)) for _ in ANSWERS[:-1]] + [1] for metric in metrics}
    women = random.choice((0.1, 0.5, 0.9))
    places = product(*(DIMENSIONS[one][: random.randint(2, 3)] for one in ("programme", "town")))
    people = [
        Person(
            groups=(
                {
                    "programme": programme,
                    "town": town,
                    "gender": "female" if random.random() < women else "male",
                },
            ),
            state={"life": random.choices(STATES, likely_state)[0]},
            answer={metric: random.choices(ANSWERS, odds)[0] for metric, odds in likely_answer.items()},
        )
        for programme, town in places
        for _ in range(random.choice((0, 1, 3, 8, 12, 15, 25, 40)))
    ]
    return Population(people, {"life": metrics})


def attack_over_scopes(
    population: Population, told: Sequence[Told], threshold: int, *, tells_small: bool = True
) -> Attack:
    """What somebody knows who may read all these reports together."""
    known: dict[Place, tuple[float, float]] = {}
    truth: dict[Place, int] = {}
    groups: Iterator[Group] = (
        frozenset(zip(DIMENSIONS, values, strict=True)) for values in product(*DIMENSIONS.values())
    )
    for group in groups:
        if any(one.scope in group for one in told):
            people = [person for person in population.people if group <= person.groups[0].items()]
            for row in Population(people, population.families).report():
                for count in COUNTS:
                    place = row.metric, group, count
                    truth[place], known[place] = getattr(row, count), (0, MANY)
    finest, wanted = list(truth), set()
    for one in told:
        shown = {place: count for row in one.published for place, count in _counts(row, one.scope)}
        blank = set() if tells_small else blank_tables(shown)
        for place, value in ((place, value) for row in one.exact for place, value in _counts(row, one.scope)):
            assert not isinstance(value, Suppressed)
            known_before = known.get(place, (0, MANY))
            more = (0, MANY) if dimensions_of(place) in blank else known_of(shown[place], value, threshold)
            truth[place], known[place] = value, (max(known_before[0], more[0]), min(known_before[1], more[1]))
            wanted.add(place)
    sums = [*sums_of_rows(list(truth)), *_parts(wanted, finest), *_shared(finest, population.families)]
    return attack_on(known, truth, sums, threshold, wanted)


def _counts(row: OutcomeRow | PublishedRow, scope: Scope) -> Iterator[tuple[Place, int | Suppressed]]:
    group: Group = frozenset({*row.group.items(), scope})
    for count in COUNTS:
        yield (row.metric, group, count), getattr(row, count)


def _parts(places: Iterable[Place], finest: Sequence[Place]) -> Iterator[Sum]:
    for place in places:
        parts = [one for one in finest if (one[0], one[2]) == (place[0], place[2]) and place[1] <= one[1]]
        if place not in parts:
            yield {place: -1, **dict.fromkeys(parts, 1)}, 0


def _shared(finest: Sequence[Place], families: Mapping[str, Sequence[str]]) -> Iterator[Sum]:
    for first, *others in families.values():
        for metric, group, count in finest:
            if metric == first and count in ("cohort", *PARTS_OF_COHORT):
                for other in others:
                    yield {(metric, group, count): 1, (other, group, count): -1}, 0
