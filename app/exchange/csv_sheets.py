"""Sheets kept as .csv files in a zip, as spreadsheets in the Netherlands write them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from itertools import islice
from pathlib import PurePosixPath

from app.exchange.cell import RawSheet, rows_with_content
from app.exchange.refusals import FileRefused
from app.exchange.sheet_extent import MOST_COLUMNS, MOST_ROWS, TOO_MANY_ROWS, TOO_WIDE
from app.rules.sentence import Sentence

LINES_TO_JUDGE_BY = 10
LONGEST_LINE = 1_000_000
MOST_LINES = 10 * MOST_ROWS  # a note may run over several lines
NOT_A_TABLE = Sentence("A .csv file in the zip can not be read as a table. Save it again as CSV.")


def is_csv_part(name: str) -> bool:
    """Whether a part of the zip is one of our sheets; the shadow files that a Mac adds are not."""
    path = PurePosixPath(name)
    return path.suffix.lower() == ".csv" and not path.name.startswith(".") and "__MACOSX" not in path.parts


def csv_sheets(parts: dict[str, bytes]) -> list[RawSheet]:
    """The sheets, named after their files."""
    return [_sheet(PurePosixPath(name).stem, content) for name, content in parts.items() if is_csv_part(name)]


def _sheet(name: str, content: bytes) -> RawSheet:
    text = _decoded(content)
    records: list[list[str]] = []
    try:
        for record in csv.reader(_lines(text), delimiter=_delimiter(text)):
            records.append(record)
            if len(records) > MOST_ROWS:
                raise FileRefused(TOO_MANY_ROWS)
            if len(record) > MOST_COLUMNS:
                raise FileRefused(TOO_WIDE)
    except csv.Error as error:
        raise FileRefused(NOT_A_TABLE) from error
    return RawSheet(name, rows_with_content(records))


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _lines(text: str) -> Iterator[str]:
    """The lines one by one, so that a file of one endless row is refused before it is taken apart."""
    for number, line in enumerate(StringIO(text, newline="")):
        if number > MOST_LINES:
            raise FileRefused(TOO_MANY_ROWS)
        if len(line) > LONGEST_LINE:
            raise FileRefused(NOT_A_TABLE)
        yield line


def _delimiter(text: str) -> str:
    """Semicolon or comma: the one that gives the widest row among the first lines."""

    def widest(delimiter: str) -> int:
        first_rows = islice(csv.reader(_lines(text), delimiter=delimiter), LINES_TO_JUDGE_BY)
        return max((len(row) for row in first_rows), default=0)

    try:
        return max(";", ",", key=widest)
    except csv.Error as error:
        raise FileRefused(NOT_A_TABLE) from error
