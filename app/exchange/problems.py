"""What is wrong with a cell or a row, so that its owner can find and mend it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.exchange.workbook_parts import SheetName
from app.rules.sentence import Sentence


class ProblemKind(StrEnum):
    """An error has no usable value; a conflict has two, and somebody has to choose."""

    ERROR = "error"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong: where, what stands there, why it can not be, and what would be right.

    ``row`` is the number the spreadsheet shows; ``readings`` are the values of a conflict.
    """

    sheet: SheetName
    row: int
    column: str
    value: str
    reason: Sentence
    right: Sentence
    readings: tuple[str, ...] = ()

    @property
    def kind(self) -> ProblemKind:
        """A conflict when there are two values to choose from, else an error."""
        return ProblemKind.CONFLICT if self.readings else ProblemKind.ERROR
