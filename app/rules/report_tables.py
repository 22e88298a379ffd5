"""The tables of a report: the total, what it is split by, and what these are split by in turn.

Split by gender and by municipality, a report has the total, a row per gender, a row per municipality and a row for each
of both together: a table with a column and a row of totals. Municipalities of a region stand under the region. Every
row of a table adds up, with its neighbours, to a row of each table above it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Group = Mapping[str, str | None]
Key = frozenset[tuple[str, str | None]]

TOTAL_ROW = 0


@dataclass(frozen=True)
class Table:
    """The rows that are split by the same things, as numbers in the report; parents are numbers of tables.

    `sums` tells for each row of a parent which rows of this table add up to it.
    """

    dimensions: frozenset[str]
    rows: tuple[int, ...]
    parents: tuple[int, ...]
    sums: tuple[tuple[int, tuple[int, ...]], ...]


def tables_of(groups: Sequence[Group]) -> list[Table]:
    """The tables of a report with these rows, parents first. The first row is the total, of which the group is empty.

    Raises ValueError when a row is not part of a row of each table above it.
    """
    keys: list[Key] = [frozenset(group.items()) for group in groups]
    by_dimensions: defaultdict[frozenset[str], list[int]] = defaultdict(list)
    for row, group in enumerate(groups):
        by_dimensions[frozenset(group)].append(row)
    if by_dimensions[frozenset()] != [TOTAL_ROW]:
        raise ValueError("a report has one total, and it comes first")
    ordered = sorted(by_dimensions, key=lambda dimensions: (len(dimensions), sorted(dimensions)))
    tables = []
    for dimensions in ordered:
        above = [number for number, other in enumerate(ordered) if other < dimensions]
        parents = [one for one in above if not any(ordered[one] < ordered[other] for other in above)]
        sums = [
            part
            for parent in parents
            for part in _sums(keys, by_dimensions[ordered[parent]], by_dimensions[dimensions])
        ]
        tables.append(Table(dimensions, tuple(by_dimensions[dimensions]), tuple(parents), tuple(sums)))
    return tables


def _sums(keys: Sequence[Key], parents: Sequence[int], rows: Sequence[int]) -> list[tuple[int, tuple[int, ...]]]:
    sums = [(parent, tuple(row for row in rows if keys[parent] <= keys[row])) for parent in parents]
    if sum(len(parts) for _, parts in sums) != len(rows):
        raise ValueError("a row is part of one row of every table above it")
    return sums
