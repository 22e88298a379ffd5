"""The language levels of a report: a line per skill, level at the start and level now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.outcomes.language_matrices import Matrices
from app.outcomes.workbook.sheet import Cell, Sheet
from app.outcomes.workbook.words import WorkbookWords
from app.rules.language_matrix import LEVELS, LanguageMatrix
from app.rules.sentence import Sentence


def levels_sheet(levels: Matrices, words: WorkbookWords) -> Sheet | None:
    """How many people went from which level to which; None where nothing is told of levels."""
    if not levels:
        return None
    return Sheet(
        name=Sentence("Language levels"),
        heads=(
            Sentence("Metric"),
            Sentence("Level at the start"),
            Sentence("Level now"),
            Sentence("How many people"),
        ),
        lines=[line for code, matrix in levels.items() for line in _lines(words.title(code), matrix)],
        widths=(34, 16, 16, 14),
    )


def _lines(title: str, matrix: LanguageMatrix) -> Iterator[Sequence[Cell]]:
    """Of what is published the rest is withheld."""
    for (start, now), people in matrix.cells.items():
        yield title, LEVELS[start], LEVELS[now], people
    if not matrix.exact:
        yield title, Sentence("All others"), None, Sentence("withheld")
