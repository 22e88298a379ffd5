"""Figures beside the rows of a report: sheets of its workbook for people, lines of its long table for programs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.outcomes.workbook.sheet import Sheet

FurtherLine = tuple[str, str, str, str | int | float | Decimal | None]
"""Metric, group, state and value."""


@dataclass(frozen=True)
class FurtherFigures:
    """The same figures in both forms; also in a line a float is a share."""

    sheets: Sequence[Sheet] = ()
    lines: Sequence[FurtherLine] = ()


NO_FURTHER_FIGURES = FurtherFigures()


def rounded(number: float | None) -> Decimal | None:
    """A number with two decimals, for a cell."""
    return None if number is None else Decimal(f"{number:.2f}")
