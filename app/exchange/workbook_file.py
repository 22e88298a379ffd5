"""Opening the coordinator's file: an .xlsx, or a zip with the same sheets as .csv files.

A file that can not be trusted or read is refused here, with one sentence, before any row is looked at.
"""

from __future__ import annotations

from io import BytesIO

from python_calamine import CalamineError, CalamineWorkbook

from app.exchange.cell import RawSheet, rows_with_content
from app.exchange.csv_sheets import csv_sheets, is_csv_part
from app.exchange.refusals import FileRefused
from app.exchange.sheet_extent import refuse_oversized_sheets
from app.exchange.zip_contents import DAMAGED, unpack
from app.rules.sentence import Sentence

OLD_OFFICE_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP_MARK = b"PK\x03\x04"

EMPTY = Sentence("The file is empty.")
OLD_OR_LOCKED = Sentence("The file has a password or is an old Excel file (.xls). Save it as .xlsx without a password.")
NO_WORKBOOK = Sentence("The file is no Excel workbook (.xlsx) and no zip with .csv files.")


def open_workbook(content: bytes) -> list[RawSheet]:
    """The sheets of the file in its own order. Raises FileRefused with the reason."""
    _refuse_by_first_look(content)
    parts = unpack(content)
    if "xl/workbook.xml" in parts:
        refuse_oversized_sheets(parts)
        return _excel_sheets(content)
    if any(is_csv_part(name) for name in parts):
        return csv_sheets(parts)
    raise FileRefused(NO_WORKBOOK)


def _refuse_by_first_look(content: bytes) -> None:
    if not content:
        raise FileRefused(EMPTY)
    if content.startswith(OLD_OFFICE_MARK):
        raise FileRefused(OLD_OR_LOCKED)
    if not content.startswith(ZIP_MARK):
        raise FileRefused(NO_WORKBOOK)


def _excel_sheets(content: bytes) -> list[RawSheet]:
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(content))
        return [
            RawSheet(name, rows_with_content(workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)))
            for name in workbook.sheet_names
        ]
    except CalamineError as error:
        raise FileRefused(DAMAGED) from error
