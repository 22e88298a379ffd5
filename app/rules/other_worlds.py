"""What else could be true, as far as a reader of the report can tell.

A world is one set of counts that obeys the sums of the report. Two worlds look the same when they lead
to the same report: each shown count rounds to the same number, and each count that was withheld for being
small is still small. A count is safe when worlds that look the same differ in it.

Every world found here is a proof by example. The search may fail to find one that exists; it never
claims one that does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.rules.report_cells import ReportCells

ROUNDED_TO = 5
UNLIMITED = 10**9
SEARCH_STEPS = 200
"""A search that takes longer gives up, and more is withheld instead."""

OTHER_VALUES_NEEDED = 2
"""A small count may have at least three values, as far as a reader can tell."""

MULTIPLES_TRIED = (-1, 2, -2)
"""Where a world is found, those that differ from the truth in the other direction or twice as much may do as well."""

Changes = dict[int, int]

SHARED = 1000
"""Ways that take a part of a surplus come after those that take it all."""

NOTHING_ABOVE: Changes = {}

Way = tuple[int, int, bool, int, int]
"""One way to mend a sum: its price, how many sums it puts off, whether the cell is shown, the cell and its change."""


def rounded(count: int) -> int:
    """The count to the nearest multiple of five."""
    return (count + ROUNDED_TO // 2) // ROUNDED_TO * ROUNDED_TO


@dataclass
class _Choice:
    """How a sum may yet be mended, how it is now, and the cells for which it could not be mended otherwise."""

    ways: list[Way]
    budget: int
    reasons: set[int]
    price: int = 0
    cell: int = -1


class OtherWorlds:
    """The worlds that look like the true one, given which cells of a table are withheld.

    The rows above the table stay as they are, unless a world of theirs is carried on. ``price`` says per cell what it
    costs the reader when it is withheld too. ``other_values`` holds per cell what else it is in the worlds that were
    found.
    """

    def __init__(self, cells: ReportCells, threshold: int, price: Mapping[int, int]) -> None:
        self.cells = cells
        self.threshold = threshold
        self.price = price
        self.withheld: set[int] = set()
        self.other_values: list[set[int]] = [set() for _ in cells.values]
        self._seen = [self._room_when_shown(value) for value in cells.values]
        self._unseen = [self._room_when_withheld(value) for value in cells.values]
        self._own = range(cells.own.start, len(cells.values))
        for cell in range(cells.own.start):
            self._seen[cell] = self._unseen[cell] = 0, 0
        self.blank(cells.growths)
        self._changes: Changes = {}
        self._surplus: Changes = {}
        self._steps = 0
        self._may_share = False

    def is_small(self, cell: int) -> bool:
        return 0 < self.cells.values[cell] < self.threshold

    def is_safe(self, cell: int) -> bool:
        """Whether enough other values were found for a cell."""
        return len(self.other_values[cell]) >= OTHER_VALUES_NEEDED

    def withhold(self, cells: Iterable[int]) -> None:
        """From now on no reader sees these cells."""
        for cell in cells:
            self.withheld.add(cell)
            self._seen[cell] = self._unseen[cell]

    def blank(self, cells: Iterable[int]) -> None:
        """Withhold these cells together with all around them, so that no reader can tell which of them are small."""
        for cell in cells:
            self.withheld.add(cell)
            self._seen[cell] = self._unseen[cell] = -self.cells.values[cell], UNLIMITED

    def carry_on(self, above: Changes, budget: int) -> Changes | None:
        """How the table looks in a world of the rows above it: the changes of its own cells, or None where none fits.

        Cells that would look different in it are withheld from now on, up to the budget.
        """
        world = self._search(above, budget)
        if world is not None:
            self._note(world)
        return world

    def look_for(self, cell: int, change: int, budget: int, above: Changes = NOTHING_ABOVE) -> list[Changes]:
        """Worlds in which this withheld cell differs by the change, or by a multiple of it; none when none is found.

        The rows above the table differ as they do in a world of theirs. Cells that would look different in it are
        withheld from now on, up to the budget.
        """
        if not self._looks_the_same({cell: change}):
            return []
        world = self._search({**above, cell: change}, budget)
        if world is None:
            return []
        self._note(world)
        found = [world]
        for multiple in () if above else MULTIPLES_TRIED:
            more = {other: by * multiple for other, by in world.items()}
            if self._looks_the_same(more) and self._is_news(more):
                self._note(more)
                found.append(more)
        return found

    def _search(self, start: Changes, budget: int) -> Changes | None:
        shares = (False, True) if any(abs(by) > 1 for by in start.values()) else (False,)
        if not any(self._found(start, budget, may_share=share) for share in shares):
            return None
        own = {cell: by for cell, by in self._changes.items() if cell in self._own}
        self.withhold([cell for cell, by in own.items() if not self._looks_the_same({cell: by})])
        return own

    def _found(self, start: Changes, budget: int, *, may_share: bool) -> bool:
        self._steps, self._may_share = SEARCH_STEPS, may_share
        self._changes, self._surplus = {}, {}
        for cell, change in start.items():
            self._change(cell, change)
        return self._settle(budget)

    def _note(self, world: Changes) -> None:
        for cell, by in world.items():
            self.other_values[cell].add(self.cells.values[cell] + by)

    def _is_news(self, world: Changes) -> bool:
        return any(
            self.is_small(cell)
            and not self.is_safe(cell)
            and self.cells.values[cell] + by not in self.other_values[cell]
            for cell, by in world.items()
        )

    def _looks_the_same(self, world: Changes) -> bool:
        return all(self._seen[cell][0] <= by <= self._seen[cell][1] for cell, by in world.items())

    def _settle(self, budget: int) -> bool:
        """Mend the sum with the fewest ways to mend it, until every sum is right again.

        Where a sum has no way left, the last choice that had part in it is made otherwise, and not just the last one.
        """
        choices: list[_Choice] = []
        while self._surplus:
            choices.append(self._choice(choices, budget))
            while not choices[-1].ways:
                reasons = choices.pop().reasons
                while choices and choices[-1].cell not in reasons:
                    self._undo(choices.pop())
                if not choices:
                    return False
                self._undo(choices[-1])
                choices[-1].reasons |= reasons
            self._steps -= 1
            if self._steps < 0:
                return False
            budget = self._choose(choices[-1])
        return True

    def _choice(self, earlier: Sequence[_Choice], budget: int) -> _Choice:
        number, ways, is_poor = self._fewest_ways(budget)
        reasons = {cell for cell, _ in self.cells.sums[number]}
        if is_poor:
            reasons.update(one.cell for one in earlier if one.price)
        return _Choice(sorted(ways, reverse=True), budget, reasons)

    def _choose(self, choice: _Choice) -> int:
        choice.price, _, _, choice.cell, change = choice.ways.pop()
        self._change(choice.cell, change)
        return choice.budget - choice.price

    def _undo(self, choice: _Choice) -> None:
        self._change(choice.cell, -self._changes[choice.cell])
        del self._changes[choice.cell]

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

    def _fewest_ways(self, budget: int) -> tuple[int, list[Way], bool]:
        fewest: tuple[int, list[Way], bool] | None = None
        for number, surplus in self._surplus.items():
            ways, is_poor = self._ways(number, surplus, budget)
            if fewest is None or len(ways) < len(fewest[1]):
                fewest = number, ways, is_poor
            if len(fewest[1]) < 2:
                break
        assert fewest  # noqa: S101  there is a sum to mend
        return fewest

    def _ways(self, number: int, surplus: int, budget: int) -> tuple[list[Way], bool]:
        """The cells that can mend a sum at no cost or, withheld from now on, at a cost within the budget.

        A larger surplus may also be shared: then a cell takes half of it, or what it has room for. Also told is whether
        there would be more ways if there were more to spend.
        """
        changes, seen, withheld, sums_of = self._changes, self._seen, self.withheld, self.cells.sums_of
        ways: list[Way] = []
        is_poor = False
        for cell, sign in self.cells.sums[number]:
            if cell in changes:
                continue
            change = -surplus if sign > 0 else surplus
            low, high = seen[cell]
            if low <= change <= high:
                ways.append((0, len(sums_of[cell]), cell not in withheld, cell, change))
            elif cell not in withheld:
                price = self.price.get(cell, UNLIMITED + 1)
                unseen_low, unseen_high = self._unseen[cell]
                if price > budget:
                    is_poor = True
                elif unseen_low <= change <= unseen_high:
                    ways.append((price, len(sums_of[cell]), True, cell, change))
            if self._may_share and not -2 < change < 2:
                part = min(max(change - int(change / 2), low), high)
                if part:
                    ways.append((0, SHARED + len(sums_of[cell]), cell not in withheld, cell, part))
        return ways, is_poor

    def _room_when_shown(self, value: int) -> tuple[int, int]:
        """The least and the most by which a shown count may differ: it rounds to the same, and is not small."""
        if not value:
            return 0, 0
        middle, half = rounded(value), ROUNDED_TO // 2
        return max(middle - half, self.threshold) - value, middle + half - value

    def _room_when_withheld(self, value: int) -> tuple[int, int]:
        """The least and the most by which a withheld count may differ: a small one stays small."""
        return -value, (UNLIMITED if value >= self.threshold else self.threshold - 1) - value
