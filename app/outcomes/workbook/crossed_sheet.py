"""The rates of a report that is split by two things: groups down, groups across."""

from __future__ import annotations

from collections.abc import Sequence

from app.outcomes.cross_table import CrossTable
from app.outcomes.formats import AnyRow
from app.outcomes.workbook.sheet import Cell, Sheet
from app.outcomes.workbook.words import WorkbookWords
from app.rules.sentence import Sentence


def crossed_sheet(rows: Sequence[AnyRow], words: WorkbookWords) -> Sheet | None:
    """Per metric and group of what goes down, the rate for each group of what goes across; None without the split."""
    tables = _tables(rows, words)
    if not tables:
        return None
    return Sheet(
        name=Sentence("Rows and columns"),
        heads=(Sentence("Metric"), Sentence("Group"), *next(iter(tables.values())).columns),
        lines=[
            (words.title(code), name, *(_rate(row) for row in cells))
            for code, table in tables.items()
            for name, cells in table.lines
        ],
        widths=(34, 26),
    )


def _tables(rows: Sequence[AnyRow], words: WorkbookWords) -> dict[str, CrossTable]:
    """The table of each metric, by its code; nothing where the rows are not split by two things."""
    by_metric: dict[str, list[AnyRow]] = {}
    for row in rows:
        by_metric.setdefault(row.metric, []).append(row)
    return {code: table for code, of_metric in by_metric.items() if (table := words.cross(of_metric))}


def _rate(row: AnyRow | None) -> Cell:
    """A rate; a word where it is withheld, and nothing where there is none."""
    if row is None or row.rate is not None:
        return row.rate if row else None
    return Sentence("withheld") if row.suppressed else None
