"""What reading one cell gives: a value, a value with a notice, or why there is none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from app.exchange.cell import Cell
from app.exchange.wording import Wording

Value = str | int | bool | Decimal | dt.date | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Misread:
    """A cell that gives no value.

    ``reason`` has a blank ``%(what)s`` for the name of the column. ``readings`` holds the values between
    which somebody has to choose; with them it is a conflict, without them an error.
    """

    reason: Wording
    right: Wording
    readings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Noticed:
    """A value that was mended on the way in, with the kind of mending: it is counted and shown."""

    value: Value
    notice: str


Reading = Value | Misread | Noticed
Reader = Callable[[Cell, dt.date], Reading]
"""Reads a cell that is not blank. The day is today: it decides the century of a two-digit birth year."""
