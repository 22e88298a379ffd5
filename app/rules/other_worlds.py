"""What else could be true, as far as a reader of the report can tell.

A world is one set of counts that obeys the sums of the report. Two worlds look the same when they lead
to the same report: each shown count rounds to the same number, and each count that was withheld for being
small is still small. A count is safe when worlds that look the same differ in it.

Every world found here is a proof by example. The search may fail to find one that exists; it never
claims one that does not.
"""

from __future__ import annotations

from collections.abc import Iterable

from app.rules.report_cells import ReportCells

ROUNDED_TO = 5
UNLIMITED = 10**9
SEARCH_STEPS = 200
"""A search that takes longer gives up, and more is withheld instead."""

MULTIPLES_TRIED = (-1, 2, -2)
"""Where a world is found, those that differ from the truth in the other direction or twice as much may do as well."""

Changes = dict[int, int]

Way = tuple[int, int, bool, int, int]
"""One way to mend a sum: its price, how many sums it puts off, whether the cell is shown, the cell and its change."""


def rounded(count: int) -> int:
    """The count to the nearest multiple of five."""
    return (count + ROUNDED_TO // 2) // ROUNDED_TO * ROUNDED_TO


class OtherWorlds:
    """The worlds that look like the true one, given which cells are withheld.

    ``price`` says per cell what it costs the reader when it is withheld too; a cell without a price may
    not be withheld. ``other_values`` holds per cell what else it is in the worlds that were found.
    """

    def __init__(self, cells: ReportCells, threshold: int, price: dict[int, int]) -> None:
        self.cells = cells
        self.threshold = threshold
        self.price = price
        self.withheld: set[int] = set()
        self.other_values: list[set[int]] = [set() for _ in cells.values]
        self._seen = [self._room_when_shown(value) for value in cells.values]
        self._unseen = [self._room_when_withheld(value) for value in cells.values]
        self._changes: Changes = {}
        self._surplus: Changes = {}
        self._steps = 0

    def is_small(self, cell: int) -> bool:
        return 0 < self.cells.values[cell] < self.threshold

    def withhold(self, cells: Iterable[int]) -> None:
        """From now on no reader sees these cells."""
        for cell in cells:
            self.withheld.add(cell)
            self._seen[cell] = self._unseen[cell]

    def look_for(self, cell: int, change: int, budget: int) -> None:
        """Look for a world in which this withheld cell differs by the change, and note what it shows.

        Cells that would look different in it are withheld from now on, up to the budget.
        """
        if not self._looks_the_same({cell: change}):
            return
        self._steps = SEARCH_STEPS
        self._changes, self._surplus = {}, {}
        self._change(cell, change)
        if self._settle(budget):
            world = self._changes
            self.withhold(other for other, by in world.items() if not self._looks_the_same({other: by}))
            self._note(world)
            for multiple in MULTIPLES_TRIED:
                more = {other: by * multiple for other, by in world.items()}
                if self._looks_the_same(more):
                    self._note(more)

    def _note(self, world: Changes) -> None:
        for cell, by in world.items():
            self.other_values[cell].add(self.cells.values[cell] + by)

    def _looks_the_same(self, world: Changes) -> bool:
        return all(self._seen[cell][0] <= by <= self._seen[cell][1] for cell, by in world.items())

    def _settle(self, budget: int) -> bool:
        """Mend the sum with the fewest ways to mend it, until every sum is right again."""
        if not self._surplus:
            return True
        for price, _, _, cell, change in sorted(self._fewest_ways(budget)):
            self._steps -= 1
            if self._steps < 0:
                return False
            self._change(cell, change)
            if self._settle(budget - price):
                return True
            self._change(cell, -change)
            del self._changes[cell]
        return False

    def _change(self, cell: int, change: int) -> None:
        """Let the cell differ as well; the surplus says which sums are off, and by how much."""
        self._changes[cell] = change
        surplus = self._surplus
        for number, sign in self.cells.sums_of[cell]:
            off = surplus.get(number, 0) + sign * change
            if off:
                surplus[number] = off
            else:
                del surplus[number]

    def _fewest_ways(self, budget: int) -> list[Way]:
        fewest: list[Way] | None = None
        for number, surplus in self._surplus.items():
            ways = self._ways(number, surplus, budget)
            if fewest is None or len(ways) < len(fewest):
                fewest = ways
            if len(fewest) < 2:
                break
        return fewest or []

    def _ways(self, number: int, surplus: int, budget: int) -> list[Way]:
        """The cells that can mend a sum at no cost or, withheld from now on, at a cost within the budget."""
        changes, seen, withheld, sums_of = self._changes, self._seen, self.withheld, self.cells.sums_of
        ways = []
        for cell, sign in self.cells.sums[number]:
            if cell in changes:
                continue
            change = -surplus if sign > 0 else surplus
            low, high = seen[cell]
            if low <= change <= high:
                ways.append((0, len(sums_of[cell]), cell not in withheld, cell, change))
            elif budget:
                price = self.price.get(cell, UNLIMITED + 1)
                low, high = self._unseen[cell]
                if price <= budget and low <= change <= high and cell not in withheld:
                    ways.append((price, len(sums_of[cell]), True, cell, change))
        return ways

    def _room_when_shown(self, value: int) -> tuple[int, int]:
        """The least and the most by which a shown count may differ: it rounds to the same, and is not small."""
        if not value:
            return 0, 0
        middle, half = rounded(value), ROUNDED_TO // 2
        return max(middle - half, self.threshold) - value, middle + half - value

    def _room_when_withheld(self, value: int) -> tuple[int, int]:
        """The least and the most by which a withheld count may differ: a small one stays small."""
        return -value, (UNLIMITED if value >= self.threshold else self.threshold - 1) - value
