"""Groups beside each other: by how much does a share differ, and how sure is that?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.rules.disclosure import PublishedRow
from app.rules.intervals import newcombe_interval
from app.rules.outcome_numbers import OutcomeRow

AnyRow = OutcomeRow | PublishedRow


@dataclass(frozen=True)
class Comparison:
    """The rate of one group less that of what it is held against, with its 95 % interval; as fractions.

    `row` is the group; `against` is the one other group, or None for all the other groups together.
    """

    row: AnyRow
    against: AnyRow | None
    difference: float
    low: float
    high: float


def comparisons(rows: Sequence[AnyRow]) -> list[Comparison]:
    """Of two groups the first against the second; of more, each against the others together. From counts as shown.

    A group without a rate is not compared and not part of the others: who is withheld stays withheld.
    """
    counted = [(row, *counts) for row in rows if row.group and (counts := _yes_and_known(row))]
    if sum(bool(row.group) for row in rows) == 2:
        counted = counted if len(counted) == 2 else []
    found = []
    for row, yes, known in counted[:1] if len(counted) == 2 else counted:
        others = [other for other in counted if other[0] is not row]
        other_yes, other_known = sum(other[1] for other in others), sum(other[2] for other in others)
        interval = newcombe_interval(yes, known, other_yes, other_known)
        if interval:
            against = others[0][0] if len(others) == 1 else None
            found.append(Comparison(row, against, yes / known - other_yes / other_known, *interval))
    return found


def _yes_and_known(row: AnyRow) -> tuple[int, int] | None:
    if row.rate is None or not isinstance(row.yes, int) or not isinstance(row.no, int):
        return None
    return row.yes, row.yes + row.no
