"""From counted people to the numbers of one metric in one group.

Everyone in the cohort has exactly one state, so the counts always add up:

    cohort = excluded + not yet due + due
    due    = yes + no + unanswered + unreachable + refused
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from app.rules.intervals import wilson_interval

WEAK_RESPONSE = 0.8
"""Below this response rate the rate alone may not be trusted and the bounds come first."""


@dataclass(frozen=True, kw_only=True)
class StateCounts:
    """How many people of a group are in each state; every person counts once."""

    excluded: int = 0
    not_yet_due: int = 0
    yes: int = 0
    no: int = 0
    unanswered: int = 0
    unreachable: int = 0
    refused: int = 0

    @property
    def known(self) -> int:
        return self.yes + self.no

    @property
    def unknown(self) -> int:
        return self.unanswered + self.unreachable + self.refused

    @property
    def due(self) -> int:
        return self.known + self.unknown

    @property
    def cohort(self) -> int:
        return self.excluded + self.not_yet_due + self.due


@dataclass(frozen=True, kw_only=True)
class OutcomeRow:
    """One metric in one group, exact: counts of persons, and rates as fractions. Nothing is withheld in it.

    A rate is None where there is nothing to divide by. `group` maps each grouping dimension to its value, None
    for a value nobody recorded; it is empty for the total.
    """

    metric: str
    version: int
    group: Mapping[str, str | None]
    cohort: int
    excluded: int
    not_yet_due: int
    due: int
    yes: int
    no: int
    unanswered: int
    unreachable: int
    refused: int
    response_rate: float | None
    rate: float | None
    lower: float | None
    upper: float | None
    interval_low: float | None
    interval_high: float | None
    suppressed: bool
    as_of: date
    known_at: datetime
    largest_employer_share: float | None = field(default=None, repr=False)
    """Of the due people with a paid placement, the share at the one employer with most of them.

    For disclosure control only; it is never shown or exported.
    """
    never: frozenset[str] = field(default=frozenset(), repr=False)
    """The states that the metric leaves empty by its definition, for disclosure control: no reader allows for them."""


def outcome_row(
    *,
    metric: str,
    version: int,
    group: Mapping[str, str | None],
    counts: StateCounts,
    as_of: date,
    known_at: datetime,
    largest_employer_share: float | None = None,
    never: frozenset[str] = frozenset(),
) -> OutcomeRow:
    """The exact numbers of a group, before any disclosure control.

    The bounds say where the share among everyone who is due must lie, whatever the unknown people
    would have answered: lower takes all of them for no, upper for yes.
    """
    interval_low, interval_high = wilson_interval(counts.yes, counts.known) or (None, None)
    return OutcomeRow(
        metric=metric,
        version=version,
        group=group,
        cohort=counts.cohort,
        excluded=counts.excluded,
        not_yet_due=counts.not_yet_due,
        due=counts.due,
        yes=counts.yes,
        no=counts.no,
        unanswered=counts.unanswered,
        unreachable=counts.unreachable,
        refused=counts.refused,
        response_rate=share(counts.known, counts.due),
        rate=share(counts.yes, counts.known),
        lower=share(counts.yes, counts.due),
        upper=share(counts.yes + counts.unknown, counts.due),
        interval_low=interval_low,
        interval_high=interval_high,
        suppressed=False,
        as_of=as_of,
        known_at=known_at,
        largest_employer_share=largest_employer_share,
        never=never,
    )


def share(part: int, whole: int) -> float | None:
    """The part as a fraction of the whole; None, never 0, when there is nothing to divide by."""
    return part / whole if whole else None
