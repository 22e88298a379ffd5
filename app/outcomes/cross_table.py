"""The rows of a metric that is split by two things as a table: groups down, groups across, and the totals of both."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.outcomes.formats import AnyRow
from app.outcomes.statement import Grouping

Group = Mapping[str, str | None]
Key = frozenset[tuple[str, str | None]]


@dataclass(frozen=True)
class CrossTable:
    """Columns by name, and lines with a cell for each of them; the last line and the last column are the totals.

    `down` and `across` are what the lines and the columns are named by. A cell without anybody is None.
    """

    down: Grouping
    across: Grouping
    columns: Sequence[str]
    lines: Sequence[tuple[str, Sequence[AnyRow | None]]]


def cross_table(rows: Iterable[AnyRow], axes: Sequence[Grouping], name: Callable[[Group], str]) -> CrossTable | None:
    """The table of one metric; what has most groups goes down. None unless it is split by two things."""
    if len(axes) != 2:
        return None
    found: dict[Key, AnyRow] = {frozenset(row.group.items()): row for row in rows}
    down, across = sorted(axes, key=lambda axis: -len(_groups(found.values(), axis)))
    columns = [*_groups(found.values(), across), {}]
    return CrossTable(
        down,
        across,
        [name(column) for column in columns],
        [
            (name(line), [found.get(frozenset({**line, **column}.items())) for column in columns])
            for line in (*_groups(found.values(), down), {})
        ],
    )


def _groups(rows: Iterable[AnyRow], axis: Grouping) -> list[Group]:
    return [row.group for row in rows if row.group.keys() == set(axis)]
