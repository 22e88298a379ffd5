"""What else could be true, as far as a reader of the report can tell.

A world is one set of counts that obeys the sums of the report. Two worlds look the same when they lead
to the same report: each shown count rounds to the same number, and each count that was withheld for being
small is still small. A count is safe when worlds that look the same differ in it.

Every world found here is a proof by example. The search may fail to find one that exists; it never
claims one that does not.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from app.rules.report_cells import ReportCells

ROUNDED_TO = 5
UNLIMITED = 10**9
SEARCH_STEPS = 200
"""A search that takes longer gives up, and more is withheld instead."""

Changes = dict[int, int]

Way = tuple[int, bool, int, int]
"""One way to mend a sum: its price, whether the cell is shown, the cell and its change."""


def rounded(count: int) -> int:
    """The count to the nearest multiple of five."""
    return (count + ROUNDED_TO // 2) // ROUNDED_TO * ROUNDED_TO


@dataclass(slots=True)
class OtherWorlds:
    """The worlds that look like the true one, given which cells are withheld.

    ``price`` says per cell what it costs the reader when it is withheld too; a cell without a price may
    not be withheld.
    """

    cells: ReportCells
    threshold: int
    price: dict[int, int]
    withheld: set[int] = field(default_factory=set)
    other_values: defaultdict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    _steps: int = 0

    def is_small(self, cell: int) -> bool:
        return 0 < self.cells.values[cell] < self.threshold

    def look_for(self, cell: int, change: int, budget: int) -> None:
        """Look for a world in which this withheld cell differs by the change, and note what it shows.

        Cells that would look different in it are withheld from now on, up to the budget.
        """
        if self._price(cell, change) != 0:
            return
        self._steps = SEARCH_STEPS
        world = self._settle({cell: change}, self._disturb({}, cell, change), budget)
        if world is not None:
            self.withheld |= {other for other, by in world.items() if self._price(other, by) != 0}
            for other, by in world.items():
                self.other_values[other].add(self.cells.values[other] + by)

    def _settle(self, changes: Changes, unsettled: dict[int, int], budget: int) -> Changes | None:
        """Mend the sum with the fewest ways to mend it, until every sum is right again."""
        if not unsettled:
            return changes
        for price, _, cell, change in sorted(self._fewest_ways(changes, unsettled, budget)):
            self._steps -= 1
            if self._steps < 0:
                return None
            settled = self._settle({**changes, cell: change}, self._disturb(unsettled, cell, change), budget - price)
            if settled is not None:
                return settled
        return None

    def _disturb(self, unsettled: dict[int, int], cell: int, change: int) -> dict[int, int]:
        """The sums that are off, by how much, when this cell changes as well."""
        surplus = Counter(unsettled)
        for number, sign in self.cells.sums_of[cell]:
            surplus[number] += sign * change
        return {number: by for number, by in surplus.items() if by}

    def _fewest_ways(self, changes: Changes, unsettled: dict[int, int], budget: int) -> list[Way]:
        fewest: list[Way] | None = None
        for number, surplus in unsettled.items():
            ways = []
            for cell, sign in self.cells.sums[number]:
                if cell not in changes:
                    price = self._price(cell, -surplus * sign)
                    if price is not None and price <= budget:
                        ways.append((price, cell not in self.withheld, cell, -surplus * sign))
            if fewest is None or len(ways) < len(fewest):
                fewest = ways
            if len(fewest) < 2:
                break
        return fewest or []

    def _price(self, cell: int, change: int) -> int | None:
        """What it costs to let the cell differ so: nothing when no reader sees it, None when it may not."""
        value = self.cells.values[cell]
        most = UNLIMITED if value >= self.threshold else self.threshold - 1
        hidden_fits = 0 <= value + change <= most
        if cell in self.withheld:
            return 0 if hidden_fits else None
        if value and value + change >= self.threshold and rounded(value + change) == rounded(value):
            return 0
        return self.price.get(cell) if hidden_fits else None
