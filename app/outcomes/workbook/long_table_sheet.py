"""The long table of a report: the same lines as the CSV, in the words of the API."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from app.outcomes.duration_formats import AnyDuration, duration_lines
from app.outcomes.formats import NUMBERS, AnyRow, group_as_text
from app.outcomes.further_figures import FurtherLine
from app.outcomes.language_matrices import Matrices
from app.outcomes.language_matrix_formats import matrix_lines
from app.outcomes.workbook.sheet import Cell, Sheet
from app.rules.disclosure import Suppressed
from app.rules.sentence import Sentence


def long_table_sheet(
    rows: Iterable[AnyRow], durations: Iterable[AnyDuration], levels: Matrices, further: Iterable[FurtherLine]
) -> Sheet:
    """A line per number: metric, group, state and value."""
    return Sheet(
        name=Sentence("Long table"),
        heads=("metric", "group", "state", "value"),
        lines=[
            *(line for row in rows for line in _of_row(row)),
            *(line for duration in durations for line in duration_lines(duration)),
            *matrix_lines(levels),
            *further,
        ],
        widths=(34, 34, 16, 12),
    )


def _of_row(row: AnyRow) -> Iterator[Sequence[Cell]]:
    for field in NUMBERS:
        value = getattr(row, field)
        yield row.metric, group_as_text(row), field, value.value if isinstance(value, Suppressed) else value
