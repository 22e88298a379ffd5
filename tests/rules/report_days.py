"""People who join and are judged as the days go by, and an attacker who has the reports of several days.

He knows that nobody leaves and that what is known of somebody stays so: from one day to a later one, the counts of who
takes part, who is due and who answered do not fall. He also wants to know by how many they rose.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from random import Random

from app.rules.disclosure import Publication, PublishedRow, publish_beside
from app.rules.outcome_numbers import OutcomeRow
from app.rules.published_days import DecidedTable, PublishedDays, nearest_tables
from tests.rules.disclosure_attacker import Attack, plan_attack
from tests.rules.random_reports import Person, Population, random_population
from tests.rules.reports_together import Label, Together

DAYS = 3


@dataclass(frozen=True)
class Told:
    """A report of a day, split by some things: the rows as they are and as they were published."""

    day: int
    exact: Sequence[OutcomeRow]
    published: Sequence[Sequence[PublishedRow]]


def random_days(random: Random) -> list[Population]:
    """A population that is hard to hide, as it is on each of a few days."""
    last = random_population(random)
    late, slow = random.choice((0.1, 0.3, 0.6)), random.choice((0.1, 0.3, 0.6))
    days: list[list[Person]] = [[] for _ in range(DAYS)]
    for person in last.people:
        joins = random.randrange(DAYS) if random.random() < late else 0
        due = {family: random.randrange(DAYS + 1) if random.random() < slow else 0 for family in person.state}
        told = {metric: random.randrange(DAYS + 1) if random.random() < slow else 0 for metric in person.answer}
        for day in range(joins, DAYS):
            days[day].append(_on(person, day, due, told))
    return [Population(people, last.families) for people in days]


def _on(person: Person, day: int, due: dict[str, int], told: dict[str, int]) -> Person:
    state = {
        family: "not_yet_due" if one == "due" and day < due[family] else one for family, one in person.state.items()
    }
    answer = {metric: "unanswered" if day < told[metric] else one for metric, one in person.answer.items()}
    return Person(person.groups, state, answer)


def publish_days(
    population: Sequence[Population],
    days: Sequence[int],
    groupings: Sequence[Sequence[str]],
    threshold: int,
    *,
    are_tied: bool = True,
) -> list[Told]:
    """What somebody gets who asks for these days in this order, each with every grouping: not all days are given."""
    told: list[Told] = []
    kept: list[DecidedTable] = []
    for day in days:
        people = population[day]
        if not people.people or any(0 < people_between(people, population[one.day]) < threshold for one in told):
            continue
        own: list[DecidedTable] = []
        reports = [people.report(*split_by) for split_by in groupings]
        published = [publish_on(day, rows, own, kept if are_tied else [], threshold) for rows in reports]
        if not any(one.is_blank for one in published) or not kept:
            exact = {(row.metric, str(row.group)): row for rows in reports for row in rows}
            told.append(Told(day, list(exact.values()), [one.rows for one in published]))
            kept += own
    return told


def publish_on(
    day: int, rows: Sequence[OutcomeRow], own: list[DecidedTable], kept: Sequence[DecidedTable], threshold: int
) -> Publication:
    """A report of a day as it may be published beside what was kept of others; `own` is of this day, and grows."""
    moment = date(2026, 1, 1) + timedelta(day), datetime(2026, 1, 1, tzinfo=UTC) + timedelta(day)
    number = max((world + 1 for table in (*own, *kept) for world in table.bases), default=0)
    published = publish_beside(rows, threshold, PublishedDays(moment, own, nearest_tables(kept, moment), number))
    own += published.decided
    return published


def people_between(one: Population, other: Population) -> int:
    """How many people count differently on two days."""
    before = [(person.groups, person.state, person.answer) for person in one.people]
    more = 0
    for person in other.people:
        seen = (person.groups, person.state, person.answer)
        if seen in before:
            before.remove(seen)
        else:
            more += 1
    return max(more, len(before))


def attack_over_days(told: Sequence[Told], threshold: int, *, tells_small: bool = True) -> Attack:
    """What somebody knows who has all these reports; a day may be there with several groupings."""
    together = Together()
    for one in told:
        report = plan_attack(one.exact, one.published, threshold, tells_small=tells_small)
        together.wanted |= set(together.take(report, _label(one.day)))
    for earlier, later in itertools.pairwise(sorted({one.day for one in told})):
        together.tie(_label(earlier), _label(later))
    return together.attack(threshold)


def _label(day: int) -> Label:
    return frozenset({("day", str(day))})
