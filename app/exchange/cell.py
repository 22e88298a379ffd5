"""A cell, a row and a sheet as they stand in the file, before anything is made of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

Cell = str | float | bool | dt.date | dt.time | dt.timedelta
BLANK = ""


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row that holds something, with its number as the spreadsheet shows it (from 1)."""

    number: int
    cells: tuple[Cell, ...]

    def cell(self, column: int | None) -> Cell:
        """The cell in a column; blank when the sheet or the row does not reach it."""
        return self.cells[column] if column is not None and column < len(self.cells) else BLANK


@dataclass(frozen=True, slots=True)
class RawSheet:
    """A sheet with its rows, empty ones left out."""

    name: str
    rows: tuple[RawRow, ...]


def rows_with_content(records: Iterable[Sequence[Cell]]) -> tuple[RawRow, ...]:
    """The records that hold anything, numbered as the spreadsheet numbers them."""
    return tuple(
        RawRow(number, tuple(record))
        for number, record in enumerate(records, start=1)
        if not all(is_blank(cell) for cell in record)
    )


def is_blank(cell: Cell) -> bool:
    """Whether a cell holds nothing, or nothing but spaces."""
    return isinstance(cell, str) and not cell.strip()


def shown(cell: Cell) -> str:
    """The cell as its owner would recognise it: days as 31-12-2023, whole numbers without ``.0``."""
    if isinstance(cell, bool):
        return "ja" if cell else "nee"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, float):
        return str(Decimal(repr(cell))).replace(".", ",")
    if isinstance(cell, dt.datetime | dt.date):
        return f"{cell:%d-%m-%Y}"
    return str(cell).strip()
