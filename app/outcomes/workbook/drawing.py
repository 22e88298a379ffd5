"""Draws sheets as an .xlsx file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from app.outcomes.workbook.sheet import Sheet

A4 = 9


class Formats:
    """How cells look."""

    def __init__(self, workbook: xlsxwriter.Workbook) -> None:
        self.head = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        self.text = workbook.add_format({"text_wrap": True, "valign": "top"})
        self.share = workbook.add_format({"num_format": "0%", "valign": "top"})
        self.count = workbook.add_format({"num_format": "#,##0", "valign": "top"})
        self.amount = workbook.add_format({"num_format": "#,##0.00", "valign": "top"})

    def of(self, number: float | Decimal) -> Format:
        """How a number looks: a float is a share, a Decimal any other that is not whole."""
        if isinstance(number, Decimal):
            return self.amount
        return self.share if isinstance(number, float) else self.count


def drawn(sheets: Iterable[Sheet], put: Callable[[str], str], *, created: datetime) -> bytes:
    """The file; the same sheets give the same bytes. Text is written as text, so that nothing in it can run."""
    target = BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as workbook:
        workbook.set_properties({"created": created.astimezone(UTC).replace(tzinfo=None)})
        formats = Formats(workbook)
        for sheet in sheets:
            _draw(workbook.add_worksheet(put(sheet.name)), sheet, formats, put)
    return target.getvalue()


def _draw(worksheet: Worksheet, sheet: Sheet, formats: Formats, put: Callable[[str], str]) -> None:
    for column, width in enumerate(sheet.widths):
        worksheet.set_column(column, column, width)
    for column, head in enumerate(sheet.heads):
        worksheet.write_string(0, column, put(head), formats.head)
    last = 0
    for last, line in enumerate(sheet.lines, start=1 if sheet.heads else 0):
        for column, cell in enumerate(line):
            if isinstance(cell, str):
                worksheet.write_string(last, column, put(cell), formats.text)
            elif cell is not None:
                worksheet.write_number(last, column, cell, formats.of(cell))
    if sheet.heads:
        worksheet.freeze_panes(1, 0)
        worksheet.autofilter(0, 0, last, len(sheet.heads) - 1)
    worksheet.set_landscape()
    worksheet.set_paper(A4)
    worksheet.fit_to_pages(1, 0)
