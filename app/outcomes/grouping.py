"""The tables of a report that is split by more than one thing: rows, columns, and the totals of both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from app.outcomes.group_names import in_order
from app.outcomes.statement import Dimension, Grouping
from app.rules.disclosure import PublishedRow
from app.rules.sentence import Sentence

STANDS_UNDER: Mapping[Dimension, Grouping] = {
    Dimension.COHORT: (Dimension.PROGRAMME,),
    Dimension.MUNICIPALITY: (Dimension.REGION,),
    Dimension.START_QUARTER: (Dimension.START_YEAR,),
}
"""Each group of the one is part of one group of the others; those come first in the order of dimensions."""


def not_together(group_by: Dimension | None, and_by: Dimension | None) -> Sentence | None:
    """Why no table has the groups of the one down and those of the other across; None when it can."""
    if and_by is None:
        return None
    if group_by is None:
        return Sentence("First choose what to split by.")
    if group_by is and_by:
        return Sentence("Choose something else than above, or nothing.")
    if and_by in STANDS_UNDER.get(group_by, ()) or group_by in STANDS_UNDER.get(and_by, ()):
        return Sentence("The one is a part of the other. Split by one of them.")
    return None


def tables_above(group_by: Sequence[Dimension], *, names_repeat: bool = True) -> tuple[Grouping, ...]:
    """The total, what is asked for, and every table in between; where cohorts are of one programme, none for that."""
    above = {one: under for one, under in STANDS_UNDER.items() if names_repeat or one is not Dimension.COHORT}
    named = set(group_by)
    while more := {other for one in named for other in above.get(one, ())} - named:
        named |= more
    parts: list[Grouping] = [()]
    for dimension in sorted(named, key=list(Dimension).index):
        parts += [(*part, dimension) for part in parts if set(above.get(dimension, ())) <= set(part)]
    return tuple(sorted(parts, key=len))


def as_asked(rows: Iterable[PublishedRow], dimensions: Sequence[Dimension]) -> list[PublishedRow]:
    """The rows that were asked for, named by what was asked for: not the region of each municipality.

    They stand in the order of the groups, so that the place of a row does not tell that nobody is in it.
    """
    shown = []
    for row in sorted(rows, key=lambda row: in_order(row.group)):
        named = {dimension.value: row.group[dimension] for dimension in dimensions if dimension in row.group}
        whole = max(tables_above([Dimension(one) for one in named]), key=len)
        if set(whole) >= row.group.keys():
            shown.append(replace(row, group=named))
    return shown
