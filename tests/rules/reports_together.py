"""Puts what is known of several reports together: parts of each other, or the same on several days."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tests.rules.beside_counts import TOTAL
from tests.rules.curve_attacker import STEPS
from tests.rules.disclosure_attacker import COUNTS, MANY, Attack, Group, Place, Sum, attack_on

ONLY_GROW = ("cohort", "excluded", "due", "yes", "no")

Label = Group
"""Of which report a count is: of which day and, where there are several, of which scope."""


@dataclass
class Together:
    """What is known of all reports together; a place has in its group of which report it is."""

    known: dict[Place, tuple[float, float]] = field(default_factory=dict)
    truth: dict[Place, int] = field(default_factory=dict)
    sums: list[Sum] = field(default_factory=list)
    wanted: set[Place] = field(default_factory=set)

    def take(self, attack: Attack, label: Label) -> list[Place]:
        """All that is known of one report. Returns the small counts in it."""
        places = [labelled(place, label) for place in attack.places]
        self.known |= zip(places, zip(attack.low, attack.high, strict=True), strict=True)
        self.truth |= zip(places, map(int, attack.truth), strict=True)
        signs: list[dict[Place, int]] = [{} for _ in attack.results]
        for number, column, sign in zip(attack.sums.row, attack.sums.col, attack.sums.data, strict=True):
            signs[number][places[column]] = int(sign)
        self.sums += zip(signs, map(int, attack.results), strict=True)
        return [places[cell] for cell in attack.small]

    def put_together(self, whole: Label, parts: Sequence[Label]) -> None:
        """Each group of the one is made of the same group of the others."""
        for place in list(self._places(whole)):
            metric, group, count = place
            here = [labelled((metric, group - whole, count), part) for part in parts]
            here = [part for part in here if part in self.truth]
            assert self.truth[place] == sum(self.truth[part] for part in here), place
            self.sums.append(({place: -1, **dict.fromkeys(here, 1)}, 0))

    def tie(self, earlier: Label, later: Label, *, wants: bool = True) -> None:
        """Most numbers of a later day are no less; how much more they are is wanted of counts."""
        for metric, group, count in list(self._places(earlier)):
            kind, of_curve, of_square = count.split(" ")[0], "over" in count, " to " in count
            after = metric, group - earlier | later, count
            if after in self.truth and (kind in ONLY_GROW or of_curve or of_square):
                grown = self._does_not_fall([(metric, group, count)], [after])
                if wants and kind in ONLY_GROW:
                    self.wanted.add(grown)
        for name, step in itertools.product(("until_placed", "in_first_job"), STEPS):
            further = [
                [labelled((name, TOTAL, f"{kind} {at}"), day) for kind in ("over", "lost") for at in STEPS[step + 1 :]]
                for day in (earlier, later)
            ]
            if further[0] and further[0][0] in self.truth:
                self._does_not_fall(*further)

    def _places(self, label: Label) -> Iterator[Place]:
        """The counts of a report, and the cells of its curves and square."""
        for place in self.truth:
            parts = place[2].split(" ")
            is_cell = " to " in place[2] or (parts[0] in ("over", "lost") and len(parts) == 2)
            if label <= place[1] and (place[2] in COUNTS or is_cell):
                yield place

    def _does_not_fall(self, before: Sequence[Place], after: Sequence[Place]) -> Place:
        """The latter are together at least as many as the former; the place of what they grew."""
        grown = sum(self.truth[one] for one in after) - sum(self.truth[one] for one in before)
        assert grown >= 0, (before, after)
        place = before[0][0], before[0][1] | after[0][1], f"{len(after)} from {before[0][2]}"
        self.truth[place], self.known[place] = grown, (0, MANY)
        self.sums.append(({**dict.fromkeys(after, -1), **dict.fromkeys(before, 1), place: 1}, 0))
        return place

    def attack(self, threshold: int) -> Attack:
        """Somebody who knows all of it, and is after what is wanted."""
        return attack_on(self.known, self.truth, self.sums, threshold, self.wanted)


def labelled(place: Place, label: Label) -> Place:
    """A place as that of one of several reports."""
    metric, group, count = place
    return metric, group | label, count
