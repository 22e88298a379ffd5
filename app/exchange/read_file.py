"""A file opened, read and sorted: everything that can be said of it without the database."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from app.exchange.cell import RawSheet
from app.exchange.consistency import inconsistencies
from app.exchange.dossier_sorting import sort_into_dossiers
from app.exchange.dossiers import Dossiers
from app.exchange.workbook_file import open_workbook
from app.exchange.workbook_reading import ReadWorkbook, read_workbook


@dataclass(frozen=True, slots=True)
class ReadFile:
    """The sheets as they stand in the file, the rows as they were read, and the dossiers with their problems."""

    sheets: list[RawSheet]
    workbook: ReadWorkbook
    dossiers: Dossiers

    @property
    def row_count(self) -> int:
        """How many rows below the heads there are, on all sheets together."""
        return sum(len(sheet.rows) for sheet in self.workbook.sheets())


def read_file(content: bytes, today: dt.date) -> ReadFile:
    """Read a whole file. Raises FileRefused when it can not be read at all. This takes the processor, not the net."""
    sheets = open_workbook(content)
    workbook = read_workbook(sheets, today)
    dossiers = sort_into_dossiers(workbook)
    for dossier in dossiers:
        dossier.problems += inconsistencies(dossier, today)
    return ReadFile(sheets, workbook, dossiers)
