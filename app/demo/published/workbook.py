"""Writes made-up people as a coordinator's workbook, in the words that coordinators use."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from io import BytesIO

import xlsxwriter

from app.demo.published.sheets import Sheets
from app.exchange import closed_lists
from app.exchange.workbook_layout import (
    OBSERVATIONS,
    PARTICIPANTS,
    PLACEMENTS,
    RATINGS,
    TRAJECTORIES,
)
from app.exchange.workbook_parts import Sheet

YES_NO = {True: "ja", False: "nee"}


def _first_words() -> dict[tuple[type, str], str]:
    """Kind of list and code → the first word that coordinators have for it."""
    words: dict[tuple[type, str], str] = {}
    for name, words_of_list in vars(closed_lists).items():
        if name.isupper():
            for word, code in words_of_list.items():
                words.setdefault((type(code), code), word)
    return words


WORDS = _first_words()


def workbook_of(sheets: Sheets) -> bytes:
    """An .xlsx that `bestendig import` takes; columns about which nothing is said are left out."""
    target = BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as workbook:
        day = workbook.add_format({"num_format": "dd-mm-yyyy"})
        written: tuple[tuple[Sheet[object], list[object]], ...] = (
            (PARTICIPANTS, [*sheets.participants]),
            (TRAJECTORIES, [*sheets.trajectories]),
            (PLACEMENTS, [*sheets.placements]),
            (OBSERVATIONS, [*sheets.observations]),
            (RATINGS, [*sheets.ratings]),
        )
        for sheet, rows in written:
            _write(workbook.add_worksheet(sheet.name), sheet, rows, day)
    return target.getvalue()


def _write(
    worksheet: xlsxwriter.worksheet.Worksheet,
    sheet: Sheet[object],
    rows: Iterable[object],
    day: xlsxwriter.format.Format,
) -> None:
    said = [
        column
        for column in sheet.columns
        if column.required or any(getattr(row, column.field) is not None for row in rows)
    ]
    worksheet.freeze_panes(1, 0)
    worksheet.write_row(0, 0, [column.head for column in said])
    for line, row in enumerate(rows, start=1):
        for place, column in enumerate(said):
            value = getattr(row, column.field)
            if isinstance(value, date):
                worksheet.write_datetime(line, place, value, day)
            elif value is not None:
                worksheet.write(line, place, _cell(value))
    worksheet.autofit()


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return YES_NO[value]
    if isinstance(value, StrEnum):
        return WORDS[type(value), value]
    return float(value) if isinstance(value, Decimal) else value
