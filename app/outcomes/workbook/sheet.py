"""A sheet of a workbook, before it is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.rules.sentence import Sentence

Cell = Sentence | str | int | float | Decimal | None


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One sheet; what is a sentence is put in the language of the reader.

    A float is a share and is shown in per cents; a Decimal is any other number that is not whole.
    """

    name: Sentence
    heads: Sequence[str]
    lines: Sequence[Sequence[Cell]]
    widths: Sequence[int]
