"""Readers of plain cells: text, numbers, yes or no, words from a closed list."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from app.exchange.cell import Cell, shown
from app.exchange.reading import ColumnContext, Misread, Reader, Reading
from app.rules.folded_text import folded
from app.rules.sentence import Sentence

YES = frozenset({"ja", "j", "x", "yes", "y", "waar", "true"})
NO = frozenset({"nee", "n", "no", "onwaar", "false"})

EXCEL_FAULTS = frozenset({"#N/A", "#N/B", "#VALUE!", "#WAARDE!", "#REF!", "#VERW!", "#NAME?", "#NAAM?", "#DIV/0!"})


def a_text(longest: int) -> Reader:
    """Text, trimmed. A formula-like start (``=``, ``+``, ``-``, ``@``) stays text like any other."""

    def read(cell: Cell, column: ColumnContext) -> Reading:
        text = shown(cell)
        if text in EXCEL_FAULTS:
            return Misread(
                Sentence("%(what)s holds a fault of the spreadsheet", what=column.called),
                Sentence("text, not a formula that fails"),
            )
        if len(text) > longest:
            return Misread(
                Sentence("%(what)s is too long", what=column.called),
                Sentence("at most %(limit)s characters", limit=str(longest)),
            )
        if "\x00" in text:
            return Misread(
                Sentence("%(what)s holds a character that can not be kept", what=column.called), Sentence("plain text")
            )
        return text

    return read


def a_whole_number(low: int, high: int) -> Reader:
    """A whole number within bounds, both included."""

    def read(cell: Cell, column: ColumnContext) -> Reading:
        number = _number(cell)
        right = Sentence("a whole number from %(low)s to %(high)s", low=str(low), high=str(high))
        if number is None or number != number.to_integral_value():
            return Misread(Sentence("%(what)s is not a whole number", what=column.called), right)
        if not low <= number <= high:
            return Misread(Sentence("%(what)s out of range", what=column.called), right)
        return int(number)

    return read


def a_decimal(low: int, high: int, *, decimals: int) -> Reader:
    """A number within bounds, with a comma or a point, rounded to so many decimals."""
    smallest_step = Decimal(1).scaleb(-decimals)

    def read(cell: Cell, column: ColumnContext) -> Reading:
        number = _number(cell)
        right = Sentence("a number from %(low)s to %(high)s, such as 14,75", low=str(low), high=str(high))
        if number is None:
            return Misread(Sentence("%(what)s is not a number", what=column.called), right)
        if not low <= number <= high:
            return Misread(Sentence("%(what)s out of range", what=column.called), right)
        return number.quantize(smallest_step, ROUND_HALF_UP)

    return read


def yes_or_no(cell: Cell, column: ColumnContext) -> Reading:
    """``ja``, ``j`` or ``x`` is yes, ``nee`` or ``n`` is no; an empty cell is unknown, never no."""
    if isinstance(cell, bool):
        return cell
    word = folded(shown(cell))
    if word in YES:
        return True
    if word in NO:
        return False
    return Misread(Sentence("%(what)s is neither yes nor no", what=column.called), Sentence("ja or nee"))


def one_of(words: Mapping[str, str]) -> Reader:
    """A word from a closed list, given as Dutch word → code; the codes themselves are understood too."""
    codes = {folded(word): code for word, code in words.items()}
    codes |= {code: code for code in words.values()} | {code.replace("_", " "): code for code in words.values()}
    right = Sentence("one of: %(choices)s", choices=", ".join(dict.fromkeys(_first_word_per_code(words))))

    def read(cell: Cell, column: ColumnContext) -> Reading:
        code = codes.get(folded(shown(cell)))
        return (
            code if code is not None else Misread(Sentence("%(what)s that does not exist", what=column.called), right)
        )

    return read


def several(read_one: Reader) -> Reader:
    """Several values in one cell with ``;`` between them, each read on its own."""

    def read(cell: Cell, column: ColumnContext) -> Reading:
        parts: list[Cell] = [part for part in cell.split(";") if part.strip()] if isinstance(cell, str) else [cell]
        values: list[str] = []
        for part in parts:
            reading = read_one(part, column)
            if not isinstance(reading, str):
                return reading
            if reading not in values:
                values.append(reading)
        return tuple(values)

    return read


def _first_word_per_code(words: Mapping[str, str]) -> list[str]:
    first: dict[str, str] = {}
    for word, code in words.items():
        first.setdefault(code, word)
    return list(first.values())


def _number(cell: Cell) -> Decimal | None:
    """The cell as a number; a comma or a point starts the decimals, a euro sign in front is let by."""
    if isinstance(cell, bool):
        return None
    if isinstance(cell, float | int):
        return Decimal(repr(cell))
    if not isinstance(cell, str):
        return None
    text = cell.strip().removeprefix("€").strip()
    if not re.fullmatch(r"-?[0-9]{1,12}([.,][0-9]{1,6})?", text):
        return None
    return Decimal(text.replace(",", "."))
