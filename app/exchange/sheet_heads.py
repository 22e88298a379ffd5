"""Finding the heads of a sheet: any order, any case, spaces or accents, below a title line or not."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from app.exchange.cell import RawRow, RawSheet, is_blank, shown
from app.exchange.refusals import FileRefused
from app.exchange.workbook_parts import Content, Sheet
from app.rules.folded_text import folded_closely
from app.rules.sentence import Sentence

ROWS_TO_LOOK_IN = 10


@dataclass(frozen=True, slots=True)
class Heads:
    """Where each field stands, the heads nobody knows, and the rows below the heads."""

    places: dict[str, int]
    unknown: tuple[str, ...]
    rows: tuple[RawRow, ...]


def find_heads(sheet: Sheet[Content], raw: RawSheet) -> Heads:
    """The heads of a sheet. Raises FileRefused when a required column is missing or one stands there twice.

    The row of heads is the one among the first rows that names most of our columns.
    """
    fields = {folded_closely(column.head): column.field for column in sheet.columns}

    def columns_named(row: RawRow) -> int:
        return len({folded_closely(shown(cell)) for cell in row.cells} & fields.keys())

    first_rows = raw.rows[:ROWS_TO_LOOK_IN]
    if not first_rows:
        return Heads({}, (), ())
    head_row = max(first_rows, key=columns_named)
    heads = [folded_closely(shown(cell)) for cell in head_row.cells]
    _refuse_missing(sheet, set(heads))
    _refuse_twice(sheet, heads)
    return Heads(
        places={fields[head]: place for place, head in enumerate(heads) if head in fields},
        unknown=tuple(
            shown(cell)
            for cell, head in zip(head_row.cells, heads, strict=True)
            if head not in fields and not is_blank(cell)
        ),
        rows=raw.rows[raw.rows.index(head_row) + 1 :],
    )


def _refuse_missing(sheet: Sheet[Content], heads: set[str]) -> None:
    missing = [column.head for column in sheet.columns if column.required and folded_closely(column.head) not in heads]
    if missing:
        raise FileRefused(
            Sentence(
                "Sheet %(sheet)s has no column %(columns)s. Give the column that head, or remove the sheet.",
                sheet=sheet.name,
                columns=", ".join(missing),
            )
        )


def _refuse_twice(sheet: Sheet[Content], heads: list[str]) -> None:
    times = Counter(heads)
    twice = [column.head for column in sheet.columns if times[folded_closely(column.head)] > 1]
    if twice:
        raise FileRefused(
            Sentence(
                "Sheet %(sheet)s has the column %(columns)s more than once. Keep one of them.",
                sheet=sheet.name,
                columns=", ".join(twice),
            )
        )
