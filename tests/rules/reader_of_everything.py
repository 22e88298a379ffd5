"""An attacker who has all that one reader may have: scopes that overlap, on several days, with every grouping.

He knows all that a reader of one report knows from its counts, curves and squares; that who is in two scopes is one and
the same person in both; and that from one day to a later one most numbers do not fall.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from tests.rules.beside_counts import who_knows_the_definitions, with_more
from tests.rules.curve_attacker import curves_beside_counts
from tests.rules.disclosure_attacker import Attack, plan_attack
from tests.rules.lives_over_days import Asked, Seen
from tests.rules.matrix_attacker import LISTENING, squares_beside_counts
from tests.rules.publisher import Publisher, Scope, Told
from tests.rules.random_lives import NO_CURVES
from tests.rules.random_reports import Group
from tests.rules.reports_together import Label, Together


def attack_on_everything(of: Publisher, *, tells_small: bool = True, knows_empty: bool = False) -> Attack:
    """What somebody knows who has all that was given.

    Who `knows_empty` has heard elsewhere in which two scopes there is nobody.
    """
    history, told, threshold = of.history, of.told, of.threshold
    together = Together()
    days_of: defaultdict[str, set[int]] = defaultdict(set)
    for one in told:
        report = _of_report(history.asked, one, threshold, tells_small)
        together.wanted |= set(together.take(report, _label(one.scope, one.day)))
        days_of[str(one.scope)].add(one.day)
    reported = set(days_of)
    parts = _parts({one.scope for one in told})
    if knows_empty:
        parts = [part for part in parts if any(part.has(one.person.groups[0]) for one in history.days[-1])]
    groups = {str(row.group): row.group for one in told for row in one.exact}.values()
    for part, day in itertools.product(parts, {one.day for one in told}):
        people = [one for one in history.days[day] if part.has(one.person.groups[0])]
        in_part = [group for group in groups if part.has(group)]
        together.take(_unpublished(history.asked, people, in_part, threshold), _label(part, day))
        days_of[str(part)].add(day)
    for one in told if parts else ():
        of_it = [_label(part, one.day) for part in parts if part.is_of(one.scope)]
        together.put_together(_label(one.scope, one.day), of_it)
    for scope, days in days_of.items():
        for earlier, later in itertools.pairwise(sorted(days)):
            together.tie(_label(scope, earlier), _label(scope, later), wants=scope in reported)
    return together.attack(threshold)


def _label(of: object, day: int) -> Label:
    return frozenset({("scope", str(of)), ("day", str(day))})


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
        curves = told.curves if told else NO_CURVES
        attack = with_more(attack, curves_beside_counts(lives, curves, truth, threshold, tells_small=tells_small))
    if levels := asked.levels(people):
        square = {LISTENING: told.square} if told and told.square else {}
        attack = with_more(
            attack, squares_beside_counts(levels, square, counts.places, threshold, tells_small=tells_small)
        )
    return attack
