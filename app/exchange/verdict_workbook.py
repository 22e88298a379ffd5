"""The file handed back: its rows as they were read, with the verdict and the reason in two columns added."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from io import BytesIO

import xlsxwriter

from app.exchange.cell import Cell, RawRow, RawSheet, shown
from app.exchange.problems import Problem
from app.exchange.verdicts import VERDICT_NAMES, ImportReport, RowPlace, Verdict
from app.exchange.workbook_parts import SheetName
from app.rules.folded_text import folded_closely
from app.rules.sentence import Sentence

VERDICT = Sentence("Verdict")
REASON = Sentence("Reason")
EXCEL_BEGINS = 1900  # Excel has no earlier days; they are written as text


def verdict_workbook(sheets: list[RawSheet], report: ImportReport, translate: Callable[[str], str] = str) -> bytes:
    """An .xlsx with the sheets of the file. Every text is written as text, so that nothing in it can run."""
    verdicts = {(verdict.sheet, verdict.row): verdict for verdict in report.verdicts}
    ours = {folded_closely(name): name for name in SheetName}
    target = BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as workbook:
        day = workbook.add_format({"num_format": "dd-mm-yyyy"})
        for sheet in sheets:
            name = ours.get(folded_closely(sheet.name))
            if name is not None:
                _write_sheet(workbook.add_worksheet(name), name, sheet, verdicts, translate, day)
    return target.getvalue()


def _write_sheet(
    worksheet: xlsxwriter.worksheet.Worksheet,
    name: SheetName,
    sheet: RawSheet,
    verdicts: dict[RowPlace, Verdict],
    translate: Callable[[str], str],
    day: xlsxwriter.format.Format,
) -> None:
    added = max((len(row.cells) for row in sheet.rows), default=0)
    row_above: RawRow | None = None
    headed = False
    for row in sheet.rows:
        for place, cell in enumerate(row.cells):
            _write_cell(worksheet, row.number - 1, place, cell, day)
        verdict = verdicts.get((name, row.number))
        if verdict is not None:
            if row_above is not None and not headed:
                headed = True
                worksheet.write_string(row_above.number - 1, added, translate(VERDICT))
                worksheet.write_string(row_above.number - 1, added + 1, translate(REASON))
            worksheet.write_string(row.number - 1, added, translate(VERDICT_NAMES[verdict.kind]))
            worksheet.write_string(row.number - 1, added + 1, _reason(verdict, translate))
        row_above = row


def _write_cell(
    worksheet: xlsxwriter.worksheet.Worksheet, row: int, place: int, cell: Cell, day: xlsxwriter.format.Format
) -> None:
    """Text through ``write_string`` alone: the general ``write`` would turn ``=…`` into a formula."""
    if isinstance(cell, bool):
        worksheet.write_boolean(row, place, cell)
    elif isinstance(cell, float | int):
        worksheet.write_number(row, place, cell)
    elif isinstance(cell, dt.date) and cell.year >= EXCEL_BEGINS:
        worksheet.write_datetime(row, place, cell, day)
    elif cell:
        worksheet.write_string(row, place, shown(cell))


def _reason(verdict: Verdict, translate: Callable[[str], str]) -> str:
    if verdict.problems:
        return " ".join(translate(_sentence(problem)) for problem in verdict.problems)
    return translate(verdict.reason) if verdict.reason else ""


def _sentence(problem: Problem) -> Sentence:
    return Sentence(
        "%(column)s: %(reason)s. Right would be: %(right)s.",
        column=problem.column,
        reason=problem.reason,
        right=problem.right,
    )
