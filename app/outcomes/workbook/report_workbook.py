"""Puts the sheets of a report together: what it is about, the numbers, one long table, and what every metric means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from app.outcomes.duration_formats import AnyDuration
from app.outcomes.formats import AnyRow
from app.outcomes.further_figures import NO_FURTHER_FIGURES, FurtherFigures
from app.outcomes.language_matrices import NO_LEVELS, Matrices
from app.outcomes.workbook.crossed_sheet import crossed_sheet
from app.outcomes.workbook.curves_sheet import curves_sheet
from app.outcomes.workbook.definitions_sheet import definitions_sheet
from app.outcomes.workbook.drawing import drawn
from app.outcomes.workbook.levels_sheet import levels_sheet
from app.outcomes.workbook.long_table_sheet import long_table_sheet
from app.outcomes.workbook.numbers_sheet import numbers_sheet
from app.outcomes.workbook.references_sheet import references_sheet
from app.outcomes.workbook.sheet import Sheet
from app.outcomes.workbook.words import WorkbookWords
from app.rules.reference_comparison import Reference
from app.rules.sentence import Sentence


def report_workbook(
    rows: Sequence[AnyRow],
    durations: Sequence[AnyDuration] = (),
    levels: Matrices = NO_LEVELS,
    references: Sequence[Reference] = (),
    *,
    about: Iterable[tuple[Sentence, str]],
    words: WorkbookWords,
    known_at: datetime,
    further: FurtherFigures = NO_FURTHER_FIGURES,
) -> bytes:
    """The workbook; the same report gives the same bytes."""

    def sheets() -> Iterator[Sheet | None]:
        yield Sheet(name=Sentence("About this report"), heads=(), lines=[*about], widths=(32, 90))
        yield numbers_sheet(rows, words)
        yield crossed_sheet(rows, words)
        yield curves_sheet(durations, words)
        yield levels_sheet(levels, words)
        yield from further.sheets
        yield references_sheet(references, rows, words)
        yield long_table_sheet(rows, durations, levels, further.lines)
        yield definitions_sheet(rows, durations, words)

    return drawn((sheet for sheet in sheets() if sheet), words.put, created=known_at)
