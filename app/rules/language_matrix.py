"""From which language level to which: how many people per skill, exact or as it may be published.

Published is only a count of at least the threshold, rounded to five, where the number of those who gained (or of those
who did not) is published as well. Every other cell is withheld, also an empty one: nobody can tell nobody from a few.
What is left for the withheld cells is then at least three different numbers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.rules.disclosure import PublishedCount
from app.rules.language_levels import CEFR_LEVELS
from app.rules.other_worlds import OTHER_VALUES_NEEDED, rounded
from app.rules.shown_counts import least

LEVELS = ("below A1", *CEFR_LEVELS)
"""The levels by how many of the CEFR somebody has reached."""

CELLS = tuple((start, now) for start in range(len(LEVELS)) for now in range(len(LEVELS)))
Cell = tuple[int, int]
"""The level at the start and the level now, as places in `LEVELS`."""


@dataclass(frozen=True)
class LanguageMatrix:
    """People by level at the start and now. Exact has every cell in which there is anybody; else the rest is withheld.

    `people` is None in a published one: with the number who are due it would tell of how many nothing is known.
    """

    cells: Mapping[Cell, int]
    people: int | None
    exact: bool


def exact_matrix(cells: Mapping[Cell, int]) -> LanguageMatrix:
    """Everyone, for the team of the programme."""
    return LanguageMatrix(dict(sorted(cells.items())), sum(cells.values()), exact=True)


def published_matrix(
    cells: Mapping[Cell, int], *, yes: PublishedCount, no: PublishedCount, threshold: int
) -> LanguageMatrix:
    """What may be published of it beside the published numbers of those who gained and who did not.

    Where such a number is withheld so are its cells. Its cells say no more about it than it does itself, and leave
    room for other people in those that are withheld, also to who knows it exactly.
    """
    told: dict[Cell, int] = {}
    for whole, has_gained in ((yes, True), (no, False)):
        people = {cell: cells[cell] for cell in CELLS if gained(cell) is has_gained and cells.get(cell, 0)}
        large = sorted((cell for cell in people if people[cell] >= threshold), key=lambda cell: people[cell])
        if isinstance(whole, int):
            while large and _tells_too_much({cell: people[cell] for cell in large}, people, whole, threshold):
                large.pop(0)
            told |= {cell: rounded(people[cell]) for cell in large}
    return LanguageMatrix(dict(sorted(told.items())), None, exact=False)


def _tells_too_much(shown: Mapping[Cell, int], people: Mapping[Cell, int], whole: int, threshold: int) -> bool:
    """Whether the cells together say more than the whole, or who knows the whole knows what is in the other cells."""
    at_least = sum(least(rounded(many), threshold) for many in shown.values())
    room = sum(people.values()) - at_least
    return at_least > least(whole, threshold) or (len(shown) < len(people) and room < OTHER_VALUES_NEEDED)


def gained(cell: Cell) -> bool:
    """Whether somebody in this cell has reached at least one level more."""
    start, now = cell
    return now > start
