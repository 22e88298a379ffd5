"""What a report page shows of language levels: a square of levels at the start and now, and the same as lines."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.language import Language, say
from app.rules.language_matrix import LEVELS, LanguageMatrix
from app.rules.sentence import Sentence

SIDE, LEFT, TOP = 44, 72, 28
"""Of a cell, of the names beside the square and of those above it, in units of the drawing."""


@dataclass(frozen=True)
class MatrixLevel:
    """A level and where its name stands: how far down and how far across."""

    name: str
    short: str
    middle: float
    across: float


@dataclass(frozen=True)
class MatrixCell:
    """One square; `people` is None where nobody is or where it is withheld."""

    x: int
    y: int
    people: int | None
    shade: float
    same: bool
    """Whether the level is the one at the start."""


@dataclass(frozen=True)
class MatrixBlock:
    """The levels between the lowest and the highest that anybody has."""

    title: str
    in_words: str
    exact: bool
    levels: Sequence[MatrixLevel]
    cells: Sequence[MatrixCell]
    lines: Sequence[tuple[str, str, int]]
    width: int
    height: int
    left: int = LEFT
    side: int = SIDE


def matrix_block(matrix: LanguageMatrix, title: str, language: Language) -> MatrixBlock | None:
    """The square; None where there is nobody, or everything is withheld."""
    if not matrix.cells:
        return None
    places = sorted({place for cell in matrix.cells for place in cell})
    shown = range(places[0], places[-1] + 1)
    most = max(matrix.cells.values())
    lines = [(_level(start, language), _level(now, language), n) for (start, now), n in matrix.cells.items()]
    return MatrixBlock(
        title=title,
        in_words=f"{title}. " + "; ".join(f"{start} → {now}: {people}" for start, now, people in lines),
        exact=matrix.exact,
        levels=[
            MatrixLevel(
                _level(place, language),
                LEVELS[place] if place else "<A1",
                TOP + (at + 0.5) * SIDE,
                LEFT + (at + 0.5) * SIDE,
            )
            for at, place in enumerate(shown)
        ],
        cells=[
            MatrixCell(
                x=LEFT + column * SIDE,
                y=TOP + row * SIDE,
                people=(people := matrix.cells.get((start, now))),
                shade=round(0.15 + 0.85 * (people or 0) / most, 2),
                same=start == now,
            )
            for row, start in enumerate(shown)
            for column, now in enumerate(shown)
        ],
        lines=lines,
        width=LEFT + len(shown) * SIDE + 4,
        height=TOP + len(shown) * SIDE + 4,
    )


def _level(place: int, language: Language) -> str:
    return LEVELS[place] if place else say(Sentence("Below A1"), language)
