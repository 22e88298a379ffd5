"""Two groups beside each other: by how much does a share differ, and how sure is that?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.rules.disclosure import PublishedRow
from app.rules.intervals import newcombe_interval
from app.rules.outcome_numbers import OutcomeRow


@dataclass(frozen=True)
class Comparison:
    """The rate of one group less that of the other, with its 95 % interval; as fractions."""

    difference: float
    low: float
    high: float


def compared(rows: Sequence[OutcomeRow | PublishedRow]) -> Comparison | None:
    """The first group against the second, from the counts as they are shown.

    None unless there are two groups that both have a rate: who is withheld is not compared.
    """
    groups = [row for row in rows if row.group]
    if len(groups) != 2:
        return None
    counts: list[int] = []
    for row in groups:
        if row.rate is None or not isinstance(row.yes, int) or not isinstance(row.no, int):
            return None
        counts += [row.yes, row.yes + row.no]
    interval = newcombe_interval(*counts)
    if interval is None:
        return None
    return Comparison(counts[0] / counts[1] - counts[2] / counts[3], *interval)
