"""From which language level to which: how many people per skill, exact or as it may be published.

Published is only a count of at least the threshold, rounded to five. Every other cell is withheld, also an empty one,
so that nobody can tell nobody from a few; and of the cells above the diagonal, and of the others, at least two are.
What is left of the published numbers of those who gained and who did not is then at least three different numbers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.rules.language_levels import CEFR_LEVELS
from app.rules.other_worlds import rounded

LEVELS = ("below A1", *CEFR_LEVELS)
"""The levels by how many of the CEFR somebody has reached."""

CELLS = tuple((start, now) for start in range(len(LEVELS)) for now in range(len(LEVELS)))
Cell = tuple[int, int]
"""The level at the start and the level now, as places in `LEVELS`."""


@dataclass(frozen=True)
class LanguageMatrix:
    """People by level at the start and now. Exact has every cell in which there is anybody; else the rest is withheld.

    `people` is None where it is withheld as well.
    """

    cells: Mapping[Cell, int]
    people: int | None
    exact: bool


def exact_matrix(cells: Mapping[Cell, int]) -> LanguageMatrix:
    """Everyone, for the team of the programme."""
    return LanguageMatrix(dict(sorted(cells.items())), sum(cells.values()), exact=True)


def published_matrix(cells: Mapping[Cell, int], threshold: int) -> LanguageMatrix:
    """What may be published of it."""
    people = sum(cells.values())
    shown = {cell for cell, count in cells.items() if count >= threshold}
    for region in ({cell for cell in CELLS if gained(cell)}, {cell for cell in CELLS if not gained(cell)}):
        by_size = sorted(shown & region, key=lambda cell: cells[cell])
        shown -= set(by_size[: max(0, 2 - len(region - shown))])
    told = {cell: rounded(cells[cell]) for cell in sorted(shown)}
    return LanguageMatrix(told, rounded(people) if people >= threshold else None, exact=False)


def gained(cell: Cell) -> bool:
    """Whether somebody in this cell has reached at least one level more."""
    start, now = cell
    return now > start
