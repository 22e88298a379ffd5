"""Small made-up populations, counted into the rows of a report, from people up so that all sums hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from random import Random

from app.rules.disclosure import PublishedRow
from app.rules.outcome_numbers import OutcomeRow, StateCounts, outcome_row

ANSWERS = ("yes", "no", "unanswered", "unreachable", "refused")
STATES = ("excluded", "not_yet_due", "due")
GROUPINGS = (("gender",), ("region",), ("region", "municipality"), ("gender", "region"))
"""What a report can be split by; a municipality stands under its region."""

Group = Mapping[str, str | None]


@dataclass(frozen=True)
class Person:
    """The groups someone is in, and per family of metrics about them where they stand and per metric the answer."""

    groups: tuple[Group, ...]
    state: dict[str, str]
    answer: dict[str, str]


@dataclass(frozen=True)
class Population:
    """People, and the metrics that are asked about them; a metric is named family:metric.

    `never` are the states that a metric leaves empty by its definition.
    """

    people: Sequence[Person]
    families: dict[str, Sequence[str]]
    never: dict[str, frozenset[str]] = field(default_factory=dict)

    def report(self, *split_by: str) -> list[OutcomeRow]:
        """The exact report with the total, every group, and the groups above these."""
        return list(self.rows_of(group for dimensions in tables(split_by) for group in self._groups(dimensions)))

    def rows_of(self, groups: Iterable[Group]) -> Iterator[OutcomeRow]:
        """The exact rows of these groups, also of one without anybody."""
        return (row for group in groups for row in self._rows(group))

    def rows_behind(self, published: Iterable[PublishedRow]) -> list[OutcomeRow]:
        """The exact rows of every group that is published, also of one without anybody."""
        return list(self.rows_of({str(row.group): row.group for row in published}.values()))

    def _groups(self, dimensions: Sequence[str]) -> list[Group]:
        found = {tuple(group[one] for one in dimensions) for person in self.people for group in person.groups}
        return [dict(zip(dimensions, values, strict=True)) for values in sorted(found, key=str)] if dimensions else [{}]

    def _rows(self, group: Group) -> Iterable[OutcomeRow]:
        everyone = [one for one in self.people if any(group.items() <= own.items() for own in one.groups)]
        for family, metrics in self.families.items():
            members = [one for one in everyone if family in one.state]
            for metric in metrics:
                counts = dict.fromkeys((*STATES[:2], *ANSWERS), 0)
                for person in members:
                    state = person.state[family]
                    counts[person.answer[metric] if state == "due" else state] += 1
                yield _row_of(metric, StateCounts(**counts), group, never=self.never.get(metric, frozenset()))


def tables(split_by: Sequence[str]) -> list[tuple[str, ...]]:
    """Of a grouping the parts that have rows: a municipality never without its region."""
    parts: list[tuple[str, ...]] = [()]
    for dimension in split_by:
        parts += [(*part, dimension) for part in parts if dimension != "municipality" or "region" in part]
    return parts


def exact_row(
    metric: str,
    counts: StateCounts,
    municipality: str = "",
    *,
    largest_employer_share: float | None = None,
    never: frozenset[str] = frozenset(),
) -> OutcomeRow:
    """A row of exact numbers, of the total unless a municipality is named."""
    group: Group = {"municipality": municipality} if municipality else {}
    return _row_of(metric, counts, group, largest_employer_share, never)


def _row_of(
    metric: str,
    counts: StateCounts,
    group: Group,
    largest_employer_share: float | None = None,
    never: frozenset[str] = frozenset(),
) -> OutcomeRow:
    return outcome_row(
        metric=metric,
        version=1,
        group=group,
        counts=counts,
        as_of=date(2026, 6, 30),
        known_at=datetime(2026, 7, 1, tzinfo=UTC),
        largest_employer_share=largest_employer_share,
        never=never,
    )


def random_population(random: Random) -> Population:
    """One to five municipalities in one or two regions and up to three metrics: a population that is hard to hide."""
    places = [(f"AM{random.randint(1, 2)}", f"GM{number:04}") for number in range(random.randint(1, 5))]
    families: dict[str, Sequence[str]] = {"life": [f"life:{n}" for n in range(random.randint(1, 2))]}
    if random.random() < 0.5:
        families["match"] = ["match:1"]
    overlap, women = random.choice((0.0, 0.0, 0.05)), random.choice((0.1, 0.5, 0.9))
    likely_state = [random.choice((0, 1, 1, 5)), random.choice((0, 1, 3, 20)), 20]
    likely_answer = {
        metric: [random.choice((0, 1, 3, 20)) for _ in ANSWERS[:-1]] + [1]
        for metrics in families.values()
        for metric in metrics
    }
    people = []
    for place in places:
        for _ in range(random.choice((1, 3, 8, 12, 15, 25, 40))):
            gender = "female" if random.random() < women else "male"
            lives = (place, random.choice(places)) if random.random() < overlap else (place,)
            people.append(
                Person(
                    groups=tuple({"gender": gender, "region": region, "municipality": own} for region, own in lives),
                    state={f: random.choices(STATES, likely_state)[0] for f in families},
                    answer={m: random.choices(ANSWERS, odds)[0] for m, odds in likely_answer.items()},
                )
            )
    return Population(people, families)
