"""From the rows of a sheet to what they say, with every problem found on the way."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic

from app.exchange.cell import RawRow, RawSheet, is_blank, shown
from app.exchange.problems import Problem
from app.exchange.reading import ColumnContext, Misread, Noticed, Value
from app.exchange.sheet_heads import Heads, find_heads
from app.exchange.workbook_parts import Column, Content, Sheet
from app.rules.sentence import Sentence


@dataclass(frozen=True, slots=True)
class ReadRow(Generic[Content]):
    """One row: where it stands, what it says (None when a cell could not be read), and what was noticed."""

    sheet: Sheet[Content]
    raw: RawRow
    places: Mapping[str, int]
    fields: Mapping[str, Value]
    content: Content | None
    problems: tuple[Problem, ...]
    notices: tuple[str, ...]

    @property
    def said(self) -> Content:
        """What a row without problems says."""
        if self.content is None:
            raise LookupError("A row with problems says nothing that can be used.")
        return self.content

    def key(self, field: str) -> str | None:
        """A number by which rows refer to each other; also known when other cells could not be read."""
        value = self.fields.get(field)
        return value if isinstance(value, str) else None

    def shown(self, field: str) -> str:
        """The cell of a field as it stands in the file."""
        return shown(self.raw.cell(self.places.get(field)))

    def problem(self, field: str, reason: Sentence, right: Sentence, readings: tuple[str, ...] = ()) -> Problem:
        """A problem with a field of this row."""
        head = self.sheet.column_of(field).head
        return Problem(self.sheet.name, self.raw.number, head, self.shown(field), reason, right, readings)


@dataclass(frozen=True, slots=True)
class ReadSheet(Generic[Content]):
    """A sheet with its rows in the order of the file; ``heads`` is None when the file has no such sheet."""

    sheet: Sheet[Content]
    rows: tuple[ReadRow[Content], ...]
    heads: Heads | None


def read_sheet(sheet: Sheet[Content], raw: RawSheet | None, today: dt.date) -> ReadSheet[Content]:
    """Read every row of a sheet. Raises FileRefused when its heads can not be used."""
    if raw is None:
        return ReadSheet(sheet, (), None)
    heads = find_heads(sheet, raw)
    return ReadSheet(sheet, tuple(_read_row(sheet, heads, row, today) for row in heads.rows), heads)


def _read_row(sheet: Sheet[Content], heads: Heads, raw: RawRow, today: dt.date) -> ReadRow[Content]:
    fields: dict[str, Value] = {}
    problems: list[Problem] = []
    notices: list[str] = []
    for column in sheet.columns:
        cell = raw.cell(heads.places.get(column.field))
        if is_blank(cell):
            if column.required:
                problems.append(_missing(sheet, raw, column))
            continue
        reading = column.read(cell, ColumnContext(column.called, today))
        if isinstance(reading, Noticed):
            notices.append(reading.notice)
            reading = reading.value
        if isinstance(reading, Misread):
            problems.append(_misread(sheet, raw, column, shown(cell), reading))
        else:
            fields[column.field] = reading
    content = None if problems else sheet.content(**fields)
    return ReadRow(sheet, raw, heads.places, fields, content, tuple(problems), tuple(notices))


def _missing(sheet: Sheet[Content], raw: RawRow, column: Column) -> Problem:
    return Problem(
        sheet.name,
        raw.number,
        column.head,
        "",
        Sentence("%(what)s is missing", what=column.called),
        Sentence("fill in this cell"),
    )


def _misread(sheet: Sheet[Content], raw: RawRow, column: Column, value: str, misread: Misread) -> Problem:
    return Problem(
        sheet.name,
        raw.number,
        column.head,
        value,
        misread.reason,
        misread.right,
        misread.readings,
    )
