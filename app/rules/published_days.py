"""The tables of a report that were published on other days, and how a new one is decided in their light.

Nobody leaves a programme and what is known of somebody stays so; whoever has the reports of two days therefore knows
that most counts of the later one are no less than those of the earlier one. So a table is tied to the nearest days on
which it was published (`report_cells`), and every world that keeps a count of theirs safe is carried on into it, as it
is from the tables above. By how many a count grew is kept as safe as a count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol, TypeVar

from app.rules.report_cells import GROWING_FIELDS, Columns, OtherDay, Place, value_of
from app.rules.report_tables import Key, Table
from app.rules.suppression import Decision, Proof, decide

Moment = tuple[date, datetime]
"""As of which day, and as known when."""


@dataclass(frozen=True, kw_only=True)
class DecidedTable:
    """A table as it was decided on a day. The rows in its places are numbers in `groups`; `versions` are of metrics.

    `bases` tells of every world that it knows, or that is a base of one, on which other world it is built.
    """

    moment: Moment
    groups: Sequence[Key]
    versions: Mapping[str, int]
    counts: Mapping[Place, int]
    decision: Decision
    bases: Mapping[int, int | None]

    @property
    def dimensions(self) -> frozenset[str]:
        """What the table is split by; nothing when it is the total."""
        return frozenset(name for name, _ in self.groups[0])

    @property
    def is_blank(self) -> bool:
        """Whether all of it was withheld."""
        return self.decision.is_blank

    def decision_for(self, row_of: Mapping[int, int], versions: Mapping[str, int]) -> Decision:
        """What was decided, with rows numbered as in a report with these versions of metrics."""

        def here(place: Place) -> Place | None:
            metric, row, count = place
            is_same = self.versions[metric] == versions.get(metric)
            return (metric, row_of[row], count) if is_same and row in row_of else None

        return self.decision.placed(here)


@dataclass(frozen=True)
class PublishedDays:
    """What was published of a scope: `own` of the very report that is asked for again, `others` on the nearest days.

    `next_number` is that of the next world: higher than any that was ever used for the scope. `elsewhere` tells of
    each table the last other moment at which it can be read.
    """

    moment: Moment
    own: Sequence[DecidedTable] = ()
    others: Sequence[DecidedTable] = ()
    next_number: int = 0
    elsewhere: Mapping[frozenset[str], Moment] = field(default_factory=dict)


class KeptTable(Protocol):
    """A table that was published at some moment."""

    @property
    def moment(self) -> Moment:
        """As of which day, and as known when."""

    @property
    def dimensions(self) -> frozenset[str]:
        """What it is split by."""

    @property
    def is_blank(self) -> bool:
        """Whether all of it was withheld."""


Kept = TypeVar("Kept", bound=KeptTable)


def nearest_tables(tables: Iterable[Kept], moment: Moment) -> list[Kept]:
    """Of each table that tells anything the last ones before this moment and the first ones after it."""
    found = []
    by_dimensions: defaultdict[frozenset[str], list[Kept]] = defaultdict(list)
    for table in tables:
        if not table.is_blank:
            by_dimensions[table.dimensions].append(table)
    for same in by_dimensions.values():
        before = [one for one in same if _is_before(one.moment, moment)]
        after = [one for one in same if _is_before(moment, one.moment) and one not in before]
        found += [o for o in before if not any(o is not p and _is_before(o.moment, p.moment) for p in before)]
        found += [o for o in after if not any(o is not p and _is_before(p.moment, o.moment) for p in after)]
    return found


def decide_report(
    columns: Columns, tables: Sequence[Table], threshold: int, days: PublishedDays
) -> tuple[list[Decision], list[DecidedTable]]:
    """What each table of a report withholds, the total first; and what is to be kept of those that are new."""
    rows = next(iter(columns.values()))
    versions = {metric: rows[0].version for metric, rows in columns.items()}
    keys = [frozenset(row.group.items()) for row in rows]
    proof = Proof({n: base for one in (*days.own, *days.others) for n, base in one.bases.items()}, days.next_number)
    decisions: list[Decision] = []
    decided = []
    for table in tables:
        groups = [keys[row] for row in table.rows]
        kept = _of_table(days.own, table)
        if kept:
            row_of = {number: table.rows[groups.index(key)] for number, key in enumerate(kept[0].groups)}
            decisions.append(kept[0].decision_for(row_of, versions))
            continue
        other_days = _numbered(_of_table(days.others, table), table, keys, versions, days.moment)
        parents = [decisions[parent] for parent in table.parents]
        decisions.append(decide(columns, table, parents, threshold, proof, other_days))
        decided.append(_to_keep(columns, table, groups, versions, decisions[-1], proof, days.moment))
    return decisions, decided


def _of_table(tables: Iterable[DecidedTable], table: Table) -> list[DecidedTable]:
    return [one for one in tables if one.dimensions == table.dimensions]


def _is_before(one: Moment, other: Moment) -> bool:
    """Whether nothing was known, or had happened, at the one moment that was not at the other."""
    return one[0] <= other[0] and one[1] <= other[1]


def _numbered(
    tables: Sequence[DecidedTable], table: Table, keys: Sequence[Key], versions: Mapping[str, int], moment: Moment
) -> list[tuple[OtherDay, Decision]]:
    """Tables of other days, each with rows that are numbered after all that came before."""
    row_here = {keys[row]: row for row in table.rows}
    days = []
    first = len(keys)
    for one in tables:
        row_of = {number: first + number for number, key in enumerate(one.groups) if key in row_here}
        first += len(one.groups)
        day = OtherDay(
            counts={
                (metric, row_of[row], count): value
                for (metric, row, count), value in one.counts.items()
                if row in row_of and one.versions[metric] == versions.get(metric)
            },
            row_of={row_of[number]: row_here[key] for number, key in enumerate(one.groups) if number in row_of},
            is_earlier=_is_before(one.moment, moment),
            is_later=_is_before(moment, one.moment),
        )
        days.append((day, one.decision_for(row_of, versions)))
    return days


def _to_keep(
    columns: Columns,
    table: Table,
    groups: Sequence[Key],
    versions: Mapping[str, int],
    decision: Decision,
    proof: Proof,
    moment: Moment,
) -> DecidedTable:
    number_of = {row: number for number, row in enumerate(table.rows)}
    return DecidedTable(
        moment=moment,
        groups=groups,
        versions=versions,
        counts={
            (metric, number, count): value_of(rows[row], count)
            for metric, rows in columns.items()
            for number, row in enumerate(table.rows)
            for count in GROWING_FIELDS
        },
        decision=decision.placed(lambda place: (place[0], number_of[place[1]], place[2])),
        bases=dict(_bases(decision, proof)),
    )


def _bases(decision: Decision, proof: Proof) -> Iterator[tuple[int, int | None]]:
    for number in decision.worlds:
        one: int | None = number
        while one is not None:
            yield one, proof.bases[one]
            one = proof.bases[one]
