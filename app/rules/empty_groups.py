"""The groups in which nobody is, of a report that is split by two things: every group of both has its row.

A row that is not there would say that there is nobody. So would a zero under a row that is withheld: it tells in which
groups the few people of a small one are not. And where a whole table is withheld, either can be all that a reader needs
to work out a count above it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import reduce
from itertools import combinations

from app.rules.outcome_numbers import OutcomeRow, StateCounts, outcome_row
from app.rules.report_cells import COUNT_FIELDS, Columns, Place
from app.rules.report_tables import Group, Key, Table
from app.rules.suppression import Decision


def with_empty_groups(columns: Columns, tables: Sequence[Table]) -> Columns:
    """Per metric its rows, and after them one for each group of the tables above a table that has no row in it.

    Where municipalities stand under regions, there is none of a municipality in another region.
    """
    groups = [row.group for row in next(iter(columns.values()))]
    empty = list(_empty_groups(groups, tables))
    return {metric: [*rows, *(_nobody(rows[0], group) for group in empty)] for metric, rows in columns.items()}


def withheld_places(columns: Columns, tables: Sequence[Table], decisions: Sequence[Decision]) -> set[Place]:
    """What the tables withhold, and all about a group without anybody where a row above it or its whole table is."""
    withheld = {place for decision in decisions for place in decision.withheld}
    rows = next(iter(columns.values()))
    blank = {table.dimensions for table, decision in zip(tables, decisions, strict=True) if decision.is_blank}
    number_of = {_key(row.group): number for number, row in enumerate(rows)}
    of_nobody = set()
    for key, number in number_of.items():
        above = [number_of[part] for part in _parts(key) if part in number_of]
        for metric, of_metric in columns.items():
            if of_metric[number].cohort == 0 and (
                frozenset(rows[number].group) in blank or any((metric, row, "cohort") in withheld for row in above)
            ):
                of_nobody |= {(metric, number, count) for count in COUNT_FIELDS}
    return withheld | of_nobody


def _empty_groups(groups: Sequence[Group], tables: Sequence[Table]) -> Iterator[Group]:
    of_tables: list[Collection[Key]] = []
    for table in tables:
        there = dict.fromkeys(_key(groups[row]) for row in table.rows)
        above = [of_tables[parent] for parent in table.parents]
        empty = [key for key in reduce(_together, above) if key not in there] if len(above) > 1 else []
        of_tables.append([*there, *empty])
        for values in map(dict, empty):
            yield {name: values[name] for name in groups[table.rows[0]]}


def _together(ones: Iterable[Key], others: Iterable[Key]) -> Collection[Key]:
    """Groups of both, but for those in which one name would have two values."""
    both = (one | other for one in ones for other in others)
    return [key for key in dict.fromkeys(both) if len(dict(key)) == len(key)]


def _nobody(like: OutcomeRow, group: Group) -> OutcomeRow:
    return outcome_row(
        metric=like.metric,
        version=like.version,
        group=group,
        counts=StateCounts(),
        as_of=like.as_of,
        known_at=like.known_at,
    )


def _parts(key: Key) -> Iterator[Key]:
    """What a group is part of."""
    return (frozenset(part) for size in range(len(key)) for part in combinations(key, size))


def _key(group: Group) -> Key:
    return frozenset(group.items())
