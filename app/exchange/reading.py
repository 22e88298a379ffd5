"""What reading one cell gives: a value, a value with a notice, or why there is none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from app.exchange.cell import Cell
from app.rules.sentence import Sentence


@dataclass(frozen=True, slots=True)
class ColumnContext:
    """What a reader needs to know beside the cell: what the column is called, and which day it is."""

    called: Sentence
    today: dt.date


Value = str | int | bool | Decimal | dt.date | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Misread:
    """A cell that gives no value.

    ``readings`` holds the values between which somebody has to choose; with them it is a conflict, without
    them an error.
    """

    reason: Sentence
    right: Sentence
    readings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Noticed:
    """A value that was mended on the way in, with the kind of mending: it is counted and shown."""

    value: Value
    notice: str


Reading = Value | Misread | Noticed
Reader = Callable[[Cell, ColumnContext], Reading]
"""Reads a cell that is not blank."""
