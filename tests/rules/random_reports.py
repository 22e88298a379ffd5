"""Small made-up populations, counted into the rows of a report, from people up so that all sums hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from random import Random

from app.rules.outcome_numbers import OutcomeRow, StateCounts, outcome_row

ANSWERS = ("yes", "no", "unanswered", "unreachable", "refused")
STATES = ("excluded", "not_yet_due", "due")


@dataclass(frozen=True)
class Person:
    """The groups someone is in, and per family of metrics where they stand and per metric the answer."""

    groups: tuple[str, ...]
    state: dict[str, str]
    answer: dict[str, str]


def count_people(
    people: Sequence[Person], families: dict[str, Sequence[str]], groups: Sequence[str]
) -> list[OutcomeRow]:
    """The exact report over these people; a metric is named family:metric."""
    rows = []
    for group in ("", *groups):
        members = [person for person in people if not group or group in person.groups]
        for family, metrics in families.items():
            for metric in metrics:
                counts = dict.fromkeys((*STATES[:2], *ANSWERS), 0)
                for person in members:
                    state = person.state[family]
                    counts[person.answer[metric] if state == "due" else state] += 1
                rows.append(exact_row(metric, StateCounts(**counts), group))
    return rows


def exact_row(
    metric: str, counts: StateCounts, group: str = "", *, largest_employer_share: float | None = None
) -> OutcomeRow:
    """A row of exact numbers, of the total unless a municipality is named."""
    return outcome_row(
        metric=metric,
        version=1,
        group={"municipality": group} if group else {},
        counts=counts,
        as_of=date(2026, 6, 30),
        known_at=datetime(2026, 7, 1, tzinfo=UTC),
        largest_employer_share=largest_employer_share,
    )


def random_report(random: Random) -> list[OutcomeRow]:
    """A report of one to five groups and up to three metrics, of a population that is hard to hide."""
    groups = [f"GM{number:04}" for number in range(random.randint(1, 5))]
    families: dict[str, Sequence[str]] = {"life": [f"life:{n}" for n in range(random.randint(1, 2))]}
    if random.random() < 0.5:
        families["match"] = ["match:1"]
    sizes = [random.choice((1, 3, 8, 12, 15, 25, 40)) for _ in groups]
    overlap = random.choice((0.0, 0.0, 0.05))
    likely_state = [random.choice((0, 1, 1, 5)), random.choice((0, 1, 3, 20)), 20]
    likely_answer = {
        metric: [random.choice((0, 1, 3, 20)) for _ in ANSWERS[:-1]] + [1]
        for metrics in families.values()
        for metric in metrics
    }
    people = []
    for group, size in zip(groups, sizes, strict=True):
        for _ in range(size):
            also = (random.choice(groups),) if random.random() < overlap else ()
            people.append(
                Person(
                    groups=(group, *also),
                    state={f: random.choices(STATES, likely_state)[0] for f in families},
                    answer={m: random.choices(ANSWERS, odds)[0] for m, odds in likely_answer.items()},
                )
            )
    return count_people(people, families, groups)
