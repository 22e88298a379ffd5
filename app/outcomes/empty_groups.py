"""The groups of a published report in which nobody is.

Where they were left out, or told, a reader would see in which groups the few people of a small one are not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, product
from typing import Any

from app.outcomes.grouping import not_together
from app.outcomes.report import ReportRequest
from app.rules.disclosure import SUPPRESSED, PublishedRow
from app.rules.report_cells import COUNT_FIELDS

Key = tuple[str, frozenset[tuple[str, str | None]]]
NO_RATES = dict.fromkeys(("response_rate", "rate", "lower", "upper", "interval_low", "interval_high"))


def with_empty_groups(rows: Sequence[PublishedRow], asked: ReportRequest) -> list[PublishedRow]:
    """The published rows and, of two things, every group of both; an empty one is withheld where what it is of is."""
    found = {_key(row): row for row in rows}
    if len(asked.group_by) == 2 and not not_together(*asked.group_by):
        for one, other in product(*([row for row in rows if row.group.keys() == set(axis)] for axis in asked.axes())):
            if one.metric == other.metric:
                nobody = _of_nobody(one, {**one.group, **other.group}, withheld=False)
                found.setdefault(_key(nobody), nobody)
    return [_hidden(row, found) if row.cohort == 0 else row for row in found.values()]


def _hidden(row: PublishedRow, found: Mapping[Key, PublishedRow]) -> PublishedRow:
    withheld = any(found[above].cohort is SUPPRESSED for above in _above(row) if above in found)
    return _of_nobody(row, row.group, withheld=True) if withheld else row


def _above(row: PublishedRow) -> Iterator[Key]:
    """The rows that a group is part of."""
    named = tuple(row.group.items())
    return ((row.metric, frozenset(part)) for size in range(len(named)) for part in combinations(named, size))


def _of_nobody(like: PublishedRow, group: Mapping[str, str | None], *, withheld: bool) -> PublishedRow:
    counts: dict[str, Any] = dict.fromkeys(COUNT_FIELDS, SUPPRESSED if withheld else 0)
    return replace(like, group=group, suppressed=withheld, **counts | NO_RATES)


def _key(row: PublishedRow) -> Key:
    return row.metric, frozenset(row.group.items())
