"""The counts of one table of a report as cells that add up, so that disclosure control can reason about them.

The cells of a table and of its parents are tied by sums: a cohort is excluded + not yet due + due, those who are due
are yes + no + the three kinds of unknown, and the groups of a column add up to the row above them (or to a little
more, when a person is in two groups). Metrics about the same people at the same moment have cohort, excluded, not yet
due and due in common: such a count is one cell here, so that no metric can give away what another withholds.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from app.rules.outcome_numbers import OutcomeRow
from app.rules.report_tables import Table

POPULATION_FIELDS = ("cohort", "excluded", "not_yet_due", "due")
ANSWER_FIELDS = ("yes", "no", "unanswered", "unreachable", "refused")
COUNT_FIELDS = POPULATION_FIELDS + ANSWER_FIELDS

Columns = Mapping[str, Sequence[OutcomeRow]]
"""Per metric the rows of the report, in one order."""

Place = tuple[str, int, str]
"""Where a count stands: metric, row and count."""

Sum = tuple[tuple[int, int], ...]
"""Cells with their sign; the signed sum is the same in every world that the reader can imagine."""


@dataclass(slots=True)
class ReportCells:
    """A cell is an index; the lists say of each its value, where it stands and the signed sums it is part of.

    `own` are the cells of the table itself, without those of its parents.
    """

    values: list[int] = field(default_factory=list)
    places: list[list[Place]] = field(default_factory=list)
    by_place: dict[Place, int] = field(default_factory=dict)
    sums: list[Sum] = field(default_factory=list)
    sums_of: list[list[tuple[int, int]]] = field(default_factory=list)
    own: range = range(0)

    def count_of(self, cell: int) -> str:
        """Which count a cell is, by its name."""
        return self.places[cell][0][2]


def lay_out(columns: Columns, table: Table) -> ReportCells:
    """The cells of a table of the report and those of the rows that it adds up to."""
    cells = ReportCells()
    known: dict[tuple[Hashable, int], int] = {}
    above = [parent for parent, _ in table.sums]
    owners = {metric: _owners(metric, [rows[row] for row in (*above, *table.rows)]) for metric, rows in columns.items()}
    for part in (above, table.rows):
        first = len(cells.values)
        for metric, rows in columns.items():
            for row in part:
                for count in COUNT_FIELDS:
                    cell = known.setdefault((owners[metric][count], row), len(cells.values))
                    if cell == len(cells.values):
                        cells.values.append(value_of(rows[row], count))
                        cells.places.append([])
                    cells.places[cell].append((metric, row, count))
                    cells.by_place[metric, row, count] = cell
        cells.own = range(first, len(cells.values))
    cells.sums = sorted(set(_sums(cells, columns, table)))
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
    cohort = ("cohort", tuple(row.cohort for row in rows))
    population = tuple((row.cohort, row.excluded, row.not_yet_due, row.due) for row in rows)
    return {
        "cohort": cohort,
        **{count: (count, population) for count in POPULATION_FIELDS[1:]},
        **{count: (count, metric) for count in ANSWER_FIELDS},
    }


def _sums(cells: ReportCells, columns: Columns, table: Table) -> Iterable[Sum]:
    for metric in columns:
        for row in table.rows:
            yield _sum(cells, (metric, row, "cohort"), [(metric, row, part) for part in POPULATION_FIELDS[1:]])
            yield _sum(cells, (metric, row, "due"), [(metric, row, part) for part in ANSWER_FIELDS])
        for parent, rows in table.sums:
            for count in COUNT_FIELDS:
                yield _sum(cells, (metric, parent, count), [(metric, row, count) for row in rows])


def _sum(cells: ReportCells, whole: Place, parts: Iterable[Place]) -> Sum:
    return ((cells.by_place[whole], -1), *((cells.by_place[place], 1) for place in parts))
