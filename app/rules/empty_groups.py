"""Groups without anybody, in a table that is split by two things and withheld whole.

A row that is not there says that there is nobody. Where a table shows nothing, that can be all that a reader needs to
work out a count above it: who is in a region, and at one of three levels, can only be where there is a row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import reduce

from app.rules.report_tables import Group, Key, Table


def empty_groups(groups: Sequence[Group], table: Table, tables: Sequence[Table]) -> Iterator[Group]:
    """What the rows of the tables above it make together, and what it has no row for; none where it splits one table.

    `groups` are those of all rows of the report.
    """
    if len(table.parents) < 2:
        return
    above: list[Iterable[Key]] = [[_key(groups[row]) for row in tables[parent].rows] for parent in table.parents]
    there = {_key(groups[row]) for row in table.rows}
    for key in dict.fromkeys(reduce(_together, above)):
        if key not in there:
            values = dict(key)
            yield {name: values[name] for name in groups[table.rows[0]]}


def _together(ones: Iterable[Key], others: Iterable[Key]) -> Iterable[Key]:
    """Groups of both, but for those in which one name would have two values."""
    both = (one | other for one in ones for other in others)
    return [key for key in both if len(dict(key)) == len(key)]


def _key(group: Group) -> Key:
    return frozenset(group.items())
