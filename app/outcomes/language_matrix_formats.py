"""Language levels for other programs: JSON objects, and lines of the one long table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from app.outcomes.language_matrices import Matrices
from app.rules.disclosure import SUPPRESSED
from app.rules.language_matrix import LEVELS, LanguageMatrix

WITHHELD = SUPPRESSED.value


def matrix_lines(matrices: Matrices) -> Iterator[tuple[str, str, str, int | str | None]]:
    """Metric, group, state and value; of a published matrix every cell that is not there is withheld."""
    for code, matrix in matrices.items():
        if matrix.people is not None:
            yield code, "", "level_people", matrix.people
        for (start, now), people in matrix.cells.items():
            yield code, "", f"level_{LEVELS[start]}_to_{LEVELS[now]}".replace(" ", "_"), people
        if not matrix.exact:
            yield code, "", "level_other", WITHHELD


def matrix_objects(matrices: Matrices) -> list[dict[str, object]]:
    """Published matrices as JSON objects."""
    return [
        {
            "metric": code,
            "cells": [
                {"start": LEVELS[start], "now": LEVELS[now], "people": people}
                for (start, now), people in matrix.cells.items()
            ],
        }
        for code, matrix in matrices.items()
    ]


def matrices_of(told: Iterable[Mapping[str, Any]]) -> Matrices:
    """Published matrices back from their JSON objects."""
    return {
        one["metric"]: LanguageMatrix(
            {(LEVELS.index(cell["start"]), LEVELS.index(cell["now"])): cell["people"] for cell in one["cells"]},
            None,
            exact=False,
        )
        for one in told
    }
