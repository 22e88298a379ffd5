"""The counts of one table of a report as cells that add up, so that disclosure control can reason about them.

The cells of a table and of its parents are tied by sums: a cohort is excluded + not yet due + due, those who are due
are yes + no + the three kinds of unknown, and the groups of a column add up to the row above them (or to a little
more, when a person is in two groups). Metrics about the same people at the same moment have cohort, excluded, not yet
due and due in common: such a count is one cell here, so that no metric can give away what another withholds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from app.rules.outcome_numbers import OutcomeRow
from app.rules.report_tables import Table

POPULATION_FIELDS = ("cohort", "excluded", "not_yet_due", "due")
ANSWER_FIELDS = ("yes", "no", "unanswered", "unreachable", "refused")
COUNT_FIELDS = POPULATION_FIELDS + ANSWER_FIELDS
GROWING_FIELDS = ("cohort", "excluded", "due", "yes", "no")
"""As far as a reader knows these never fall from a day to a later one: nobody leaves, and what is known stays so."""

Columns = Mapping[str, Sequence[OutcomeRow]]
"""Per metric the rows of the report, in one order."""

Place = tuple[str, int, str]
"""Where a count stands: metric, row and count."""

Sum = tuple[tuple[int, int], ...]
"""Cells with their sign; the signed sum is the same in every world that the reader can imagine."""


@dataclass(frozen=True, kw_only=True)
class OtherDay:
    """The same table as it was published on another day: its growing counts, and which of its rows is which here.

    Its rows have numbers that no row of this report has. The same day, with other metrics, is both earlier and later.
    """

    counts: Mapping[Place, int]
    row_of: Mapping[int, int]
    is_earlier: bool
    is_later: bool


@dataclass(slots=True)
class ReportCells:
    """A cell is an index; the lists say of each its value, where it stands and the signed sums it is part of.

    `own` are the cells of the table itself, without those of its parents. The `growths` between this day and others
    come last, which no report shows; the sums from `ties` on say what they are.
    """

    values: list[int] = field(default_factory=list)
    places: list[list[Place]] = field(default_factory=list)
    by_place: dict[Place, int] = field(default_factory=dict)
    sums: list[Sum] = field(default_factory=list)
    sums_of: list[list[tuple[int, int]]] = field(default_factory=list)
    own: range = range(0)
    growths: range = range(0)
    ties: int = 0

    def count_of(self, cell: int) -> str:
        """Which count a cell is, by its name."""
        return self.places[cell][0][2]


def lay_out(columns: Columns, table: Table, other_days: Sequence[OtherDay] = ()) -> ReportCells:
    """The cells of a table of the report, those of the rows that it adds up to, and what it was on other days."""
    cells = ReportCells()
    for day in other_days:
        _add_day(cells, day)
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
    cells.ties = len(cells.sums)
    first = len(cells.values)
    for day in other_days:
        _tie(cells, day)
    cells.growths = range(first, len(cells.values))
    cells.sums_of = [[] for _ in cells.values]
    for number, terms in enumerate(cells.sums):
        for cell, sign in terms:
            cells.sums_of[cell].append((number, sign))
    return cells


def _add_day(cells: ReportCells, day: OtherDay) -> None:
    """The growing counts of a table on another day; metrics about the same people share them there as well."""
    vectors: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for (metric, _, count), value in sorted(day.counts.items()):
        vectors[metric, count].append(value)
    shared: dict[Hashable, int] = {}
    for (metric, row, count), value in day.counts.items():
        population = [tuple(vectors[metric, one]) for one in ("cohort", "excluded", "due")]
        owner = {"cohort": population[0], "excluded": tuple(population), "due": tuple(population)}.get(count, metric)
        cell = shared.setdefault((owner, row, count), len(cells.values))
        if cell == len(cells.values):
            cells.values.append(value)
            cells.places.append([])
        cells.places[cell].append((metric, row, count))
        cells.by_place[metric, row, count] = cell


def _tie(cells: ReportCells, day: OtherDay) -> None:
    """Tie the table to another day by what it grew, wherever it did not fall."""
    tied = set()
    for metric, row, count in day.counts:
        here, there = cells.by_place.get((metric, day.row_of[row], count)), cells.by_place[metric, row, count]
        if here is None or (here, there) in tied:
            continue
        tied.add((here, there))
        for is_tied, before, after in ((day.is_earlier, there, here), (day.is_later, here, there)):
            if is_tied and cells.values[after] >= cells.values[before]:
                cells.sums.append(((after, -1), (before, 1), (len(cells.values), 1)))
                cells.values.append(cells.values[after] - cells.values[before])
                cells.places.append([])


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
            answers = [part for part in ANSWER_FIELDS if part not in columns[metric][row].never]
            yield _sum(cells, (metric, row, "due"), [(metric, row, part) for part in answers])
        for parent, rows in table.sums:
            for count in COUNT_FIELDS:
                yield _sum(cells, (metric, parent, count), [(metric, row, count) for row in rows])


def _sum(cells: ReportCells, whole: Place, parts: Iterable[Place]) -> Sum:
    return ((cells.by_place[whole], -1), *((cells.by_place[place], 1) for place in parts))
