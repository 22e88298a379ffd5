"""The tables of a report that is split by more than one thing: rows, columns, and the totals of both."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.outcomes.statement import Dimension, Grouping
from app.rules.disclosure import PublishedRow

STANDS_UNDER = {Dimension.MUNICIPALITY: Dimension.REGION, Dimension.COHORT: Dimension.PROGRAMME}
"""Each group of the one is part of one group of the other; cohorts only where several programmes have them."""


def tables_above(group_by: Sequence[Dimension], *, names_repeat: bool = True) -> tuple[Grouping, ...]:
    """The total, what is asked for, and every table in between; where cohorts are of one programme, none for that."""
    above = {one: other for one, other in STANDS_UNDER.items() if names_repeat or one is not Dimension.COHORT}
    named = dict.fromkeys(one for given in group_by for one in (above.get(given), given) if one)
    parts: list[Grouping] = [()]
    for dimension in sorted(named, key=list(Dimension).index):
        parts += [(*part, dimension) for part in parts if above.get(dimension, dimension) in (*part, dimension)]
    return tuple(sorted(parts, key=len))


def as_asked(rows: Iterable[PublishedRow], dimensions: Sequence[Dimension]) -> list[PublishedRow]:
    """The rows that were asked for, named by what was asked for: not the region of each municipality."""
    shown = []
    for row in rows:
        named = {dimension.value: row.group[dimension] for dimension in dimensions if dimension in row.group}
        whole = max(tables_above([Dimension(one) for one in named]), key=len)
        if set(whole) >= row.group.keys():
            shown.append(replace(row, group=named))
    return shown
