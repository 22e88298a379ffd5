"""An attacker who has all that one reader may have: scopes that overlap, on several days, with every grouping.

He knows all that a reader of one report knows from its counts, curves and squares; that who is in two scopes is one and
the same person in both; and that from one day to a later one most numbers do not fall.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tests.rules.beside_counts import TOTAL, who_knows_the_definitions, with_more
from tests.rules.curve_attacker import STEPS, curves_beside_counts
from tests.rules.disclosure_attacker import COUNTS, MANY, Attack, Place, Sum, attack_on, plan_attack
from tests.rules.lives_over_days import Asked, Seen
from tests.rules.matrix_attacker import LISTENING, squares_beside_counts
from tests.rules.publisher import Publisher, Scope, Told
from tests.rules.random_reports import Group
from tests.rules.report_days import ONLY_GROW


def attack_on_everything(of: Publisher, *, tells_small: bool = True, knows_empty: bool = False) -> Attack:
    """What somebody knows who has all that was given.

    Who `knows_empty` has heard elsewhere in which two scopes there is nobody.
    """
    history, told, threshold = of.history, of.told, of.threshold
    together = _Known()
    days_of: defaultdict[str, set[int]] = defaultdict(set)
    for one in told:
        attack = _of_report(history.asked, one, threshold, tells_small)
        together.take(attack, str(one.scope), one.day)
        together.wanted |= {_labelled(attack.places[cell], str(one.scope), one.day) for cell in attack.small}
        days_of[str(one.scope)].add(one.day)
    reported = set(days_of)
    parts = _parts({one.scope for one in told})
    if knows_empty:
        parts = [part for part in parts if any(part.has(one.person.groups[0]) for one in history.days[-1])]
    groups = {str(row.group): row.group for one in told for row in one.exact}.values()
    for part, day in itertools.product(parts, {one.day for one in told}):
        people = [one for one in history.days[day] if part.has(one.person.groups[0])]
        in_part = [group for group in groups if part.has(group)]
        together.take(_unpublished(history.asked, people, in_part, threshold), str(part), day)
        days_of[str(part)].add(day)
    for one in told if parts else ():
        together.put_together(one, [part for part in parts if part.is_of(one.scope)])
    for scope, days in days_of.items():
        for earlier, later in itertools.pairwise(sorted(days)):
            together.tie(scope, earlier, later, wants=scope in reported)
    return attack_on(together.known, together.truth, together.sums, threshold, together.wanted)


@dataclass(frozen=True)
class _Part:
    """People who are in the same scopes: of one of the programmes or of none, and of one of the towns or of none."""

    scopes: Mapping[str, Scope | None]
    told: Collection[Scope]

    def __str__(self) -> str:
        return "part " + "".join(map(str, self.scopes.values()))

    def is_of(self, scope: Scope) -> bool:
        """Whether these people are in the scope."""
        return self.scopes[scope.dimension] == scope

    def has(self, group: Group) -> bool:
        """Whether somebody of this group can be one of them."""
        for dimension, own in self.scopes.items():
            scope = Scope(dimension, str(group[dimension])) if dimension in group else own
            if scope != own and (own or scope in self.told):
                return False
        return True


def _parts(scopes: Collection[Scope]) -> list[_Part]:
    """The parts of which all scopes are made; none where no two have anybody in common."""
    told: defaultdict[str, list[Scope | None]] = defaultdict(lambda: [None])
    for scope in sorted(scopes, key=str):
        told[scope.dimension].append(scope)
    if len(told) < 2:
        return []
    parts = (dict(zip(told, names, strict=True)) for names in itertools.product(*told.values()))
    return [_Part(part, scopes) for part in parts if any(part.values())]


def _of_report(asked: Asked, one: Told, threshold: int, tells_small: bool) -> Attack:
    counts = plan_attack(one.exact, one.published, threshold, tells_small=tells_small)
    return _with_what_stands_beside(counts, asked, one.people, threshold, one, tells_small=tells_small)


def _unpublished(asked: Asked, people: Sequence[Seen], groups: Iterable[Group], threshold: int) -> Attack:
    counts = plan_attack(list(asked.population(people).rows_of(groups)), [], threshold)
    return _with_what_stands_beside(counts, asked, people, threshold, None, tells_small=False)


def _with_what_stands_beside(
    counts: Attack, asked: Asked, people: Sequence[Seen], threshold: int, told: Told | None, *, tells_small: bool
) -> Attack:
    """The counts with the curves and the square of the same people, told or not."""
    attack = who_knows_the_definitions(counts, asked.population(people).never)
    truth = dict(zip(counts.places, map(int, counts.truth), strict=True))
    if lives := asked.lives(people):
        curves = told.curves if told else (None, None)
        attack = with_more(attack, curves_beside_counts(lives, curves, truth, threshold, tells_small=tells_small))
    if levels := asked.levels(people):
        square = {LISTENING: told.square} if told and told.square else {}
        attack = with_more(
            attack, squares_beside_counts(levels, square, counts.places, threshold, tells_small=tells_small)
        )
    return attack


@dataclass
class _Known:
    """What is known of all reports together; a place has the scope and the day in its group."""

    known: dict[Place, tuple[float, float]] = field(default_factory=dict)
    truth: dict[Place, int] = field(default_factory=dict)
    sums: list[Sum] = field(default_factory=list)
    wanted: set[Place] = field(default_factory=set)

    def take(self, attack: Attack, scope: str, day: int) -> None:
        """All that is known of one scope on one day."""
        places = [_labelled(place, scope, day) for place in attack.places]
        self.known |= zip(places, zip(attack.low, attack.high, strict=True), strict=True)
        self.truth |= zip(places, map(int, attack.truth), strict=True)
        signs: list[dict[Place, int]] = [{} for _ in attack.results]
        for number, column, sign in zip(attack.sums.row, attack.sums.col, attack.sums.data, strict=True):
            signs[number][places[column]] = int(sign)
        self.sums += zip(signs, map(int, attack.results), strict=True)

    def put_together(self, one: Told, parts: Sequence[_Part]) -> None:
        """A scope, and each group in it, is made of the parts that it has in common with other scopes."""
        for place in list(self._places(str(one.scope), one.day)):
            metric, group, count = place
            own = group - _label(str(one.scope), one.day)
            here = [_labelled((metric, own, count), str(part), one.day) for part in parts]
            here = [part for part in here if part in self.truth]
            assert self.truth[place] == sum(self.truth[part] for part in here), place
            self.sums.append(({place: -1, **dict.fromkeys(here, 1)}, 0))

    def tie(self, scope: str, earlier: int, later: int, *, wants: bool) -> None:
        """Most numbers of a later day are no less; how much more they are is wanted of counts."""
        for metric, group, count in list(self._places(scope, earlier)):
            kind, of_curve, of_square = count.split(" ")[0], "over" in count, " to " in count
            after = metric, group - _label(scope, earlier) | _label(scope, later), count
            if after in self.truth and (kind in ONLY_GROW or of_curve or of_square):
                grown = self._does_not_fall([(metric, group, count)], [after])
                if wants and kind in ONLY_GROW:
                    self.wanted.add(grown)
        for name, step in itertools.product(("until_placed", "in_first_job"), STEPS):
            further = [
                [
                    _labelled((name, TOTAL, f"{kind} {at}"), scope, day)
                    for kind in ("over", "lost")
                    for at in STEPS[step + 1 :]
                ]
                for day in (earlier, later)
            ]
            if further[0] and further[0][0] in self.truth:
                self._does_not_fall(*further)

    def _places(self, scope: str, day: int) -> Iterator[Place]:
        """The counts of a scope on a day, and the cells of its curves and square."""
        for place in self.truth:
            parts = place[2].split(" ")
            is_cell = " to " in place[2] or (parts[0] in ("over", "lost") and len(parts) == 2)
            if _is_of(place, scope, day) and (place[2] in COUNTS or is_cell):
                yield place

    def _does_not_fall(self, before: Sequence[Place], after: Sequence[Place]) -> Place:
        """The latter are together at least as many as the former; the place of what they grew."""
        grown = sum(self.truth[one] for one in after) - sum(self.truth[one] for one in before)
        assert grown >= 0, (before, after)
        place = before[0][0], before[0][1] | after[0][1], f"{len(after)} from {before[0][2]}"
        self.truth[place], self.known[place] = grown, (0, MANY)
        self.sums.append(({**dict.fromkeys(after, -1), **dict.fromkeys(before, 1), place: 1}, 0))
        return place


def _is_of(place: Place, scope: str, day: int) -> bool:
    return _label(scope, day) <= place[1]


def _label(scope: str, day: int) -> frozenset[tuple[str, str | None]]:
    return frozenset({("scope", scope), ("day", str(day))})


def _labelled(place: Place, scope: str, day: int) -> Place:
    metric, group, count = place
    return metric, group | _label(scope, day), count
