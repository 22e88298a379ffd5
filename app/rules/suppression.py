"""Which counts of a report are withheld, so that nobody can be recognised in it.

First what is too small in itself: a count of one up to the threshold, and everything under a whole that
is so small. Then as little else as is needed to keep each of those from being worked out: a count is
only safe when the reader must allow for at least three values (see ``other_worlds``).

The tables of a report are decided one after the other, the total first, each by itself and the tables above it. So a
row is the same in every report that it stands in, whatever that report is split by. Every world that makes a count of
a table safe is carried on into the tables below it, and the worlds of a table leave all rows above it as they are: what
a reader of one grouping must allow for, a reader of all of them must allow for as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from app.rules.other_worlds import UNLIMITED, Changes, OtherWorlds, rounded
from app.rules.outcome_numbers import OutcomeRow
from app.rules.report_cells import (
    ANSWER_FIELDS,
    COUNT_FIELDS,
    Columns,
    OtherDay,
    Place,
    ReportCells,
    Sum,
    lay_out,
    value_of,
)
from app.rules.report_tables import Table

OTHER_VALUES_TRIED = 8
"""The nearest ones; where none of these can be true, the count is hard to hide and more is withheld."""

LARGEST_EMPLOYER_SHARE = 0.8
"""Above this share the answers of a group are those about one employer."""

PRICES = {
    "unreachable": 1,
    "refused": 1,
    "unanswered": 2,
    "excluded": 2,
    "not_yet_due": 2,
    "no": 5,
    "yes": 6,
    "cohort": 9,
    "due": 10,
}
"""How much a reader loses with each count: the kinds of unknown go before yes, no and due."""

PRICE_STEP = 10_000
BUDGETS = (0, 3 * PRICE_STEP, 8 * PRICE_STEP, 20 * PRICE_STEP, UNLIMITED)
"""First look for worlds that cost nothing, then for ever dearer ones."""

World = Mapping[Place, int]
"""By how much the counts of a table differ in another world."""


@dataclass
class Decision:
    """What a table withholds, and how it looks in the worlds that the rows below it must leave possible, by number.

    A blank table withholds every count, so that no reader can tell which of them are small.
    """

    withheld: frozenset[Place]
    worlds: dict[int, World]
    is_blank: bool = False

    def placed(self, there: Callable[[Place], Place | None]) -> Decision:
        """The same decision with every place told otherwise; places without another are left out."""
        return Decision(
            frozenset(place for each in self.withheld if (place := there(each))),
            {n: {place: by for p, by in world.items() if (place := there(p))} for n, world in self.worlds.items()},
            self.is_blank,
        )


@dataclass
class Proof:
    """All worlds of a report so far. One that a table adds to a world of the tables above it has that as its base."""

    bases: dict[int, int | None] = field(default_factory=dict)
    next_number: int = 0

    def add(self, base: int | None) -> int:
        """The number of a new world."""
        number, self.next_number = self.next_number, self.next_number + 1
        self.bases[number] = base
        return number

    def above(self, parents: Sequence[Decision]) -> dict[int, World]:
        """Each world that a parent knows, as the parents look in it together; the others are as in its base."""
        numbers = sorted({number for parent in parents for number in parent.worlds})
        return {number: {p: by for one in parents for p, by in self._of(one, number).items()} for number in numbers}

    def _of(self, table: Decision, number: int | None) -> World:
        while number is not None and number not in table.worlds:
            number = self.bases[number]
        return {} if number is None else table.worlds[number]


def decide(
    columns: Columns,
    table: Table,
    parents: Sequence[Decision],
    threshold: int,
    proof: Proof,
    other_days: Sequence[tuple[OtherDay, Decision]] = (),
) -> Decision:
    """Withhold what is small, what would give it back, and what keeps a world from looking the same.

    The parents are the decisions about the tables above; what was decided about this table on other days stays possible
    like those.
    """
    if any(parent.is_blank for parent in parents):
        return _blank(columns, table)
    cells = lay_out(columns, table, [day for day, _ in other_days])
    worlds = OtherWorlds(cells, threshold, {cell: _price(cells, cell) for cell in cells.own})
    worlds.withhold(cells.by_place[place] for parent in parents for place in parent.withheld if place in cells.by_place)
    worlds.withhold(_withheld_in_themselves(cells, columns, table, threshold))
    _withhold_what_subtracts(worlds)
    fixed = [*parents, *(decision for _, decision in other_days)]
    search = _Search(worlds, proof, {n: _in_cells(cells, world) for n, world in proof.above(fixed).items()})
    if not search.carry_on() or not all(
        search.make_safe(cell) for cell in (*cells.own, *cells.growths) if worlds.is_small(cell)
    ):
        return _blank(columns, table)
    _withhold_what_subtracts(worlds)
    return Decision(
        frozenset(place for cell in cells.own if cell in worlds.withheld for place in cells.places[cell]),
        {number: _in_places(cells, world) for number, world in search.found.items()},
    )


def _blank(columns: Columns, table: Table) -> Decision:
    everything = frozenset((metric, row, count) for metric in columns for row in table.rows for count in COUNT_FIELDS)
    return Decision(everything, {}, is_blank=True)


def _in_cells(cells: ReportCells, world: World) -> Changes:
    return {cells.by_place[place]: by for place, by in world.items() if place in cells.by_place}


def _in_places(cells: ReportCells, world: Changes) -> World:
    return {place: by for cell, by in world.items() for place in cells.places[cell]}


@dataclass
class _Search:
    """The search for the worlds of one table. `above` are those of its parents, `found` how it looks in each."""

    worlds: OtherWorlds
    proof: Proof
    above: Mapping[int, Changes]
    found: dict[int, Changes] = field(default_factory=dict)

    def carry_on(self) -> bool:
        """Carry on each world of the rows above; False where that is not possible."""
        for number, above in self.above.items():
            found = next((w for b in BUDGETS if (w := self.worlds.carry_on(above, b)) is not None), None)
            if found is None:
                return False
            self.found[number] = found
        return True

    def make_safe(self, cell: int) -> bool:
        """Withhold more until the cell could have enough other values; False when no search finds them."""
        worlds = self.worlds
        value = worlds.cells.values[cell]
        changes = sorted(
            (other - value for other in range(worlds.threshold) if other != value),
            key=lambda change: (abs(change), change),
        )[:OTHER_VALUES_TRIED]
        for budget in BUDGETS:
            for base in (None, *self._worlds_above(cell)):
                for change in changes:
                    if worlds.is_safe(cell):
                        return True
                    if value + change not in worlds.other_values[cell]:
                        above = {} if base is None else self.above[base]
                        for world in worlds.look_for(cell, change, budget, above):
                            self.found[self.proof.add(base)] = world
        return worlds.is_safe(cell)

    def _worlds_above(self, cell: int) -> list[int]:
        """The worlds in which a whole of this count differs, or what it or one of its neighbours was on another day."""
        cells = self.worlds.cells
        near = {other for number, _ in cells.sums_of[cell] for other, _ in cells.sums[number]}
        ties = {number for one in near for number, _ in cells.sums_of[one] if number >= cells.ties}
        wholes = near.union(other for number in ties for other, _ in cells.sums[number]) - set(cells.own)
        return [number for number, above in self.above.items() if not wholes.isdisjoint(above)]


def _price(cells: ReportCells, cell: int) -> int:
    return PRICES[cells.count_of(cell)] * PRICE_STEP + min(cells.values[cell], PRICE_STEP - 1)


def _withheld_in_themselves(cells: ReportCells, columns: Columns, table: Table, threshold: int) -> Iterable[int]:
    for metric, rows in columns.items():
        for row in table.rows:
            for count in COUNT_FIELDS:
                if _too_telling(rows[row], count, threshold):
                    yield cells.by_place[metric, row, count]


def _too_telling(row: OutcomeRow, count: str, threshold: int) -> bool:
    """Whether a count is withheld by itself: it, or a whole that it is part of, is about too few people."""
    about = [count, "cohort"]
    if count in ANSWER_FIELDS:
        about.append("due")
        if (row.largest_employer_share or 0) > LARGEST_EMPLOYER_SHARE:
            return True
    return any(0 < value_of(row, whole) < threshold for whole in about)


def _withhold_what_subtracts(worlds: OtherWorlds) -> None:
    """Withhold more in each sum from which a reader would get a withheld count, or a small one, by subtracting."""
    unsettled = True
    while unsettled:
        unsettled = False
        for terms in worlds.cells.sums[: worlds.cells.ties]:
            others = [cell for cell, _ in terms if cell in worlds.price and cell not in worlds.withheld]
            if others and _gives_back(worlds, terms):
                worlds.withhold([min(others, key=worlds.price.__getitem__)])
                unsettled = True


def _gives_back(worlds: OtherWorlds, terms: Sum) -> bool:
    """Whether the counts shown in a sum leave only one withheld, or leave about so many that they are too few."""
    withheld = [cell for cell, _ in terms if cell in worlds.withheld]
    left = abs(sum(sign * rounded(worlds.cells.values[cell]) for cell, sign in terms if cell not in worlds.withheld))
    return len(withheld) == 1 or (len(withheld) > 1 and 0 < left < worlds.threshold)
