"""The figures from elsewhere beside those of a report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.outcomes.formats import AnyRow
from app.outcomes.references import compared
from app.outcomes.workbook.sheet import Cell, Sheet
from app.outcomes.workbook.words import WorkbookWords
from app.rules.reference_comparison import Reference
from app.rules.sentence import Sentence


def references_sheet(references: Sequence[Reference], rows: Sequence[AnyRow], words: WorkbookWords) -> Sheet | None:
    """That share, ours of everyone, and the difference with its interval; None where nothing is held beside ours."""
    lines = [*_lines(references, rows, words)]
    if not lines:
        return None
    return Sheet(
        name=Sentence("Figures from elsewhere"),
        heads=(
            Sentence("Metric"),
            Sentence("What is counted there"),
            Sentence("Where from"),
            Sentence("Their number of people"),
            Sentence("Their share"),
            Sentence("Our share"),
            Sentence("Ours less theirs"),
            Sentence("95%% interval from"),
            Sentence("95%% interval to"),
            Sentence("What it means"),
        ),
        lines=lines,
        widths=(34, 34, 34, 12, 12, 12, 12, 12, 12, 60),
    )


def _lines(references: Sequence[Reference], rows: Sequence[AnyRow], words: WorkbookWords) -> Iterator[Sequence[Cell]]:
    for one, row, found in compared(references, rows):
        shares = one.share, row.rate
        difference = (found.difference, found.low, found.high) if found else (None, None, None)
        yield words.title(one.metric), one.what, one.where, one.people, *shares, *difference, one.meaning
