"""Gives reports about scopes that overlap, on several days, with all that stands beside the counts, as pages do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.rules.disclosure import PublishedRow
from app.rules.language_matrix import LanguageMatrix, published_matrix
from app.rules.outcome_numbers import OutcomeRow
from app.rules.published_days import DecidedTable
from tests.rules.lives_over_days import History, Seen
from tests.rules.matrix_attacker import LISTENING
from tests.rules.random_lives import NO_CURVES, Curves
from tests.rules.report_days import publish_on


@dataclass(frozen=True)
class Scope:
    """The people of a programme, or of a town: a municipality."""

    dimension: str
    name: str

    def __contains__(self, one: Seen) -> bool:
        return one.person.groups[0][self.dimension] == self.name

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True)
class Told:
    """All groupings of a scope on a day, as they are and as they were published, and what stands beside them."""

    scope: Scope
    day: int
    people: Sequence[Seen]
    exact: Sequence[OutcomeRow]
    published: Sequence[Sequence[PublishedRow]]
    curves: Curves
    square: LanguageMatrix | None


@dataclass
class Publisher:
    """Gives reports, and holds each against all that it gave before."""

    history: History
    threshold: int
    holds_reports_against_others: bool = True
    told: list[Told] = field(default_factory=list)
    _kept: dict[Scope, list[DecidedTable]] = field(default_factory=dict)

    def pull(self, scope: Scope, day: int, groupings: Sequence[Sequence[str]]) -> None:
        """Give a scope on a day with every grouping, if that may be."""
        people = [one for one in self.history.days[day] if one in scope]
        if len(people) < self.threshold or any(
            0 < _apart(people, one.people) < self.threshold for one in self._others()
        ):
            return
        population = self.history.asked.population(people)
        kept = self._kept.setdefault(scope, []) if self.holds_reports_against_others else []
        own: list[DecidedTable] = []
        reports = [population.report(*split_by) for split_by in groupings]
        published = [publish_on(day, rows, own, kept, self.threshold) for rows in reports]
        if kept and any(one.is_blank for one in published):
            return
        exact = population.rows_behind(row for one in published for row in one.rows)
        lives = self.history.asked.lives(people)
        curves = lives.published_curves(published[0].rows, self.threshold) if lives else NO_CURVES
        square = self._square(people, {row.metric: row for row in published[0].rows if not row.group})
        self.told.append(Told(scope, day, people, exact, [one.rows for one in published], curves, square))
        kept += own

    def _others(self) -> Sequence[Told]:
        return self.told if self.holds_reports_against_others else ()

    def _square(self, people: Sequence[Seen], total: Mapping[str, PublishedRow]) -> LanguageMatrix | None:
        levels = self.history.asked.levels(people)
        if levels is None:
            return None
        yes, no = total[LISTENING].yes, total[LISTENING].no
        return published_matrix(levels.cells[LISTENING], yes=yes, no=no, threshold=self.threshold)


def _apart(people: Sequence[Seen], others: Sequence[Seen]) -> int:
    """How many people are in one of two reports only, or are seen differently."""
    one, other = ({seen.who: seen for seen in some} for some in (people, others))
    return sum(one.get(who) != other.get(who) for who in one.keys() | other.keys())
