"""The states of the people in each group as one stacked bar: shares of the cohort, or nothing where one is withheld."""

from __future__ import annotations

from dataclasses import dataclass

from app.outcomes.formats import AnyRow
from app.rules.sentence import Sentence

PARTS: tuple[tuple[str, Sentence, tuple[str, ...]], ...] = (
    ("yes", Sentence("Yes"), ("yes",)),
    ("no", Sentence("No"), ("no",)),
    ("unknown", Sentence("Not known"), ("unanswered", "unreachable", "refused")),
    ("later", Sentence("Not yet due"), ("not_yet_due",)),
    ("excluded", Sentence("Left out"), ("excluded",)),
)
"""Each part of a bar: its kind, its name, and the states in it."""


@dataclass(frozen=True)
class BarPart:
    """One part of a bar: how many people, from where to how far, in percent of the whole bar."""

    kind: str
    name: Sentence
    count: int
    start: float
    width: float


def bar_parts(row: AnyRow) -> list[BarPart] | None:
    """The parts of a group's bar that are not empty; None where a count is withheld or there is nobody."""
    counts: list[tuple[str, Sentence, int]] = []
    for kind, name, states in PARTS:
        values = [getattr(row, state) for state in states]
        if not all(isinstance(value, int) for value in values):
            return None
        counts.append((kind, name, sum(values)))
    everyone = sum(count for *_, count in counts)
    if not everyone:
        return None
    parts, start = [], 0.0
    for kind, name, count in counts:
        width = 100 * count / everyone
        if count:
            parts.append(BarPart(kind, name, count, round(start, 2), round(width, 2)))
        start += width
    return parts
