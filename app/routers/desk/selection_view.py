"""What the page on a selection shows: the steps as bars, the requirements in words, and what to look at again."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.rules.entry_requirement import requirements_from
from app.rules.entry_requirement_words import words_of
from app.rules.selection_funnel import TURNED_AWAY, Fate, Funnel, Registration, RequirementLine
from app.rules.selection_warnings import CherryPicking, SelectionWarning, TurnedAway, said, warnings_about
from app.rules.sentence import Sentence

FATES = {
    Fate.ADMITTED: Sentence("Admitted"),
    Fate.WAITING: Sentence("On the waiting list"),
    Fate.OPEN: Sentence("Not decided on yet"),
    Fate.REFERRED: Sentence("Referred elsewhere"),
    Fate.DECLINED: Sentence("Declined"),
    Fate.WITHDRAWN: Sentence("Withdrawn"),
}
MOST_REASONS = 10
"""So many different reasons are shown, those that were given most."""


@dataclass(frozen=True)
class Bar:
    """One line of the picture: a number of people, and which share that is of everyone."""

    name: Sentence
    count: int
    share: float


def step_bars(funnel: Funnel) -> list[Bar]:
    """The steps that people go through, each out of everyone who registered."""
    counts = (
        (Sentence("Registered"), funnel.registered),
        (Sentence("Screened"), funnel.screened),
        (Sentence("Decided on"), funnel.decided),
        (Sentence("Admitted"), funnel.fates[Fate.ADMITTED]),
        (Sentence("Started"), funnel.started),
    )
    return [_bar(name, count, funnel) for name, count in counts]


def fate_bars(funnel: Funnel) -> list[Bar]:
    """Where everyone who registered is now; together they are everyone."""
    return [_bar(name, funnel.fates[fate], funnel) for fate, name in FATES.items()]


def requirement_words(requirement: str) -> Sentence:
    """A requirement, in JSON as it was stored, in words."""
    (asked,) = requirements_from([json.loads(requirement)])
    return words_of(asked)


def requirement_lines(funnel: Funnel, asked: Sequence[str]) -> list[tuple[Sentence, bool, RequirementLine]]:
    """The requirements in words, whether each is asked today, and what came of it; those of today come first."""
    lines = [(requirement_words(line.requirement), line.requirement in asked, line) for line in funnel.requirements]
    order = {requirement: place for place, requirement in enumerate(asked)}
    return sorted(lines, key=lambda line: (order.get(line[2].requirement, len(order)), -line[2].checked))


def warnings_of(funnel: Funnel) -> list[Sentence]:
    """What to look at again in a funnel, in words."""
    lines = (TurnedAway(line.requirement, line.checked, line.turned_away_alone) for line in funnel.requirements)
    return in_words(warnings_about(lines, funnel.over_qualified))


def in_words(warnings: Iterable[SelectionWarning]) -> list[Sentence]:
    """Warnings as sentences that name the requirement."""
    return [
        said(warning, requirement_words(warning.by.requirement) if isinstance(warning, CherryPicking) else None)
        for warning in warnings
    ]


def reasons_given(registrations: Iterable[Registration]) -> list[tuple[str, int]]:
    """The reasons with which people were declined or referred, and how often each was given."""
    given = Counter(one.reason for one in registrations if one.fate in TURNED_AWAY and one.reason)
    return given.most_common(MOST_REASONS)


def _bar(name: Sentence, count: int, funnel: Funnel) -> Bar:
    return Bar(name, count, count / funnel.registered if funnel.registered else 0.0)
