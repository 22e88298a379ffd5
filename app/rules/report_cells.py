"""The counts of one report as cells that add up, so that disclosure control can reason about them.

A report is the total and the groups of one grouping, for several metrics. Its cells are tied by sums:
a cohort is excluded + not yet due + due, those who are due are yes + no + the three kinds of unknown,
and the groups of a column add up to its total (or to a little more, when a person is in two groups).
Metrics about the same people at the same moment have cohort, excluded, not yet due and due in common:
such a count is one cell here, so that no metric can give away what another withholds.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field

from app.rules.outcome_numbers import OutcomeRow

POPULATION_FIELDS = ("cohort", "excluded", "not_yet_due", "due")
ANSWER_FIELDS = ("yes", "no", "unanswered", "unreachable", "refused")
COUNT_FIELDS = POPULATION_FIELDS + ANSWER_FIELDS

TOTAL_ROW = 0

Sum = tuple[tuple[int, int], ...]
"""Cells with their sign; the signed sum is the same in every world that the reader can imagine."""


@dataclass(slots=True)
class ReportCells:
    """A cell is an index; the lists say of each its value, count, row and the signed sums it is part of."""

    values: list[int] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    sums: list[Sum] = field(default_factory=list)
    sums_of: list[list[tuple[int, int]]] = field(default_factory=list)
    by_place: dict[tuple[str, int, str], int] = field(default_factory=dict)

    def cell(self, metric: str, row: int, count: str) -> int:
        """The cell of a metric's count in a row; row 0 is the total, the groups follow from 1."""
        return self.by_place[metric, row, count]

    def of_total(self) -> list[int]:
        return [cell for cell, row in enumerate(self.rows) if row == TOTAL_ROW]

    def of_groups(self) -> list[int]:
        return [cell for cell, row in enumerate(self.rows) if row != TOTAL_ROW]


def lay_out(columns: dict[str, Sequence[OutcomeRow]]) -> ReportCells:
    """The cells of a report, given per metric its rows: the total first, then every group in one order."""
    cells = ReportCells()
    known: dict[tuple[Hashable, int], int] = {}
    for metric, rows in columns.items():
        owners = _owners(metric, rows)
        for row_number, row in enumerate(rows):
            for count in COUNT_FIELDS:
                key = (owners[count], row_number)
                if key not in known:
                    known[key] = len(cells.values)
                    cells.values.append(value_of(row, count))
                    cells.fields.append(count)
                    cells.rows.append(row_number)
                cells.by_place[metric, row_number, count] = known[key]
    cells.sums = sorted(set(_sums(cells, columns)))
    cells.sums_of = [[] for _ in cells.values]
    for number, terms in enumerate(cells.sums):
        for cell, sign in terms:
            cells.sums_of[cell].append((number, sign))
    return cells


def value_of(row: OutcomeRow, count: str) -> int:
    """The exact count of a row by its name."""
    value: int = getattr(row, count)
    return value


def _owners(metric: str, rows: Sequence[OutcomeRow]) -> dict[str, Hashable]:
    """What each count is a property of: metrics with the same population share its cells."""
    cohort = ("cohort", tuple(value_of(row, "cohort") for row in rows))
    population = tuple(tuple(value_of(row, count) for count in POPULATION_FIELDS) for row in rows)
    return {
        "cohort": cohort,
        **{count: (count, population) for count in POPULATION_FIELDS[1:]},
        **{count: (count, metric) for count in ANSWER_FIELDS},
    }


def _sums(cells: ReportCells, columns: dict[str, Sequence[OutcomeRow]]) -> Iterable[Sum]:
    for metric, rows in columns.items():
        for row in range(len(rows)):
            yield _sum(cells, metric, row, "cohort", POPULATION_FIELDS[1:])
            yield _sum(cells, metric, row, "due", ANSWER_FIELDS)
        if len(rows) > 1:
            for count in COUNT_FIELDS:
                total = cells.cell(metric, TOTAL_ROW, count)
                groups = (cells.cell(metric, row, count) for row in range(1, len(rows)))
                yield ((total, -1), *((cell, 1) for cell in groups))


def _sum(cells: ReportCells, metric: str, row: int, whole: str, parts: Sequence[str]) -> Sum:
    return ((cells.cell(metric, row, whole), -1), *((cells.cell(metric, row, part), 1) for part in parts))
