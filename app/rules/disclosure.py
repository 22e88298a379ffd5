"""Disclosure control: an outcome report as it may leave the programme team.

No count of one up to the threshold is shown or can be worked out; what is withheld says so with a value
of its own. The other counts are rounded to five, and every rate is computed from counts as they are
shown. A zero is shown: that nobody dropped out, or that everybody did, is a fact about the group, which
is at least as large as the threshold; under a smaller group even the zeros are withheld.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from app.rules.empty_groups import with_empty_groups, withheld_places
from app.rules.intervals import wilson_interval
from app.rules.other_worlds import rounded
from app.rules.outcome_numbers import OutcomeRow, share
from app.rules.published_days import DecidedTable, PublishedDays, decide_report
from app.rules.report_cells import COUNT_FIELDS, Columns, value_of
from app.rules.report_tables import tables_of

DEFAULT_THRESHOLD = 10
LOWEST_THRESHOLD = 5


class Suppressed(Enum):
    """The value of a count that is withheld: not zero, not blank, not unknown."""

    SUPPRESSED = "suppressed"


SUPPRESSED = Suppressed.SUPPRESSED

PublishedCount = int | Suppressed


class ThresholdTooLowError(ValueError):
    """A threshold under five does not protect anybody."""

    def __init__(self, threshold: int) -> None:
        super().__init__(f"the threshold is at least {LOWEST_THRESHOLD}, not {threshold}")


@dataclass(frozen=True, kw_only=True)
class PublishedRow:
    """One metric in one group, safe to publish: counts rounded to five or withheld, rates as fractions.

    A rate is None where there is nothing to divide by, where it needs a withheld count, and where it
    would be about fewer people than the threshold.
    """

    metric: str
    version: int
    group: Mapping[str, str | None]
    cohort: PublishedCount
    excluded: PublishedCount
    not_yet_due: PublishedCount
    due: PublishedCount
    yes: PublishedCount
    no: PublishedCount
    unanswered: PublishedCount
    unreachable: PublishedCount
    refused: PublishedCount
    response_rate: float | None
    rate: float | None
    lower: float | None
    upper: float | None
    interval_low: float | None
    interval_high: float | None
    suppressed: bool
    as_of: date
    known_at: datetime


@dataclass(frozen=True)
class Publication:
    """A report as it may be published, and what is to be kept of it for the reports of other days.

    `blank` are the tables that had to be withheld whole, by what they are split by.
    """

    rows: Sequence[PublishedRow]
    decided: Sequence[DecidedTable]
    blank: Collection[frozenset[str]]

    @property
    def is_blank(self) -> bool:
        """Whether even the total had to be withheld."""
        return frozenset() in self.blank


def publish(rows: Iterable[OutcomeRow], threshold: int = DEFAULT_THRESHOLD) -> list[PublishedRow]:
    """The report as it may be published by itself: the same rows in the same order, each count rounded or withheld.

    The rows are those of one report: for each metric the total (``group`` is empty) and every group of
    one grouping. After them come the groups of two things in which nobody is. Raises ThresholdTooLowError
    under five, and ValueError when a row is missing, since a missing row would tell what a withheld one hides.
    """
    rows = list(rows)
    if not rows:
        return []
    return list(publish_beside(rows, threshold, PublishedDays(moment=(rows[0].as_of, rows[0].known_at))).rows)


def publish_beside(rows: Sequence[OutcomeRow], threshold: int, days: PublishedDays) -> Publication:
    """The report as it may be published beside those of other days. Raises as `publish` does."""
    if threshold < LOWEST_THRESHOLD:
        raise ThresholdTooLowError(threshold)
    columns = _columns(rows)
    tables = tables_of([row.group for row in next(iter(columns.values()))])
    decisions, decided = decide_report(columns, tables, threshold, days)
    columns = with_empty_groups(columns, tables)
    withheld = withheld_places(columns, tables, decisions)
    published = {}
    for metric, metric_rows in columns.items():
        for number, row in enumerate(metric_rows):
            hidden = {count for count in COUNT_FIELDS if (metric, number, count) in withheld}
            published[metric, _group_key(row)] = _publish_row(row, hidden, threshold)
    shown = [published.pop((row.metric, _group_key(row))) for row in rows]
    blank = {table.dimensions for table, decision in zip(tables, decisions, strict=True) if decision.is_blank}
    return Publication([*shown, *published.values()], decided, blank)


def _columns(rows: Sequence[OutcomeRow]) -> Columns:
    """Per metric its total and then its groups, the groups of every metric in the same order."""
    groups = sorted({_group_key(row) for row in rows}, key=lambda key: (len(key), repr(key)))
    by_place = {(row.metric, _group_key(row)): row for row in rows}
    metrics = dict.fromkeys(row.metric for row in rows)
    missing = [metric for metric in metrics for group in groups if (metric, group) not in by_place]
    if missing or len(by_place) != len(rows) or (rows and groups[0] != ()):
        raise ValueError("a report has one total per metric, and each of its groups once for every metric")
    return {metric: [by_place[metric, group] for group in groups] for metric in metrics}


def _group_key(row: OutcomeRow) -> tuple[tuple[str, str | None], ...]:
    return tuple(sorted(row.group.items()))


def _publish_row(row: OutcomeRow, hidden: set[str], threshold: int) -> PublishedRow:
    """Every rate is made of the counts as shown, so that it cannot tell more than they do."""

    def shown(count: str) -> PublishedCount:
        return SUPPRESSED if count in hidden else rounded(value_of(row, count))

    yes, no, due = (_number(shown(count)) for count in ("yes", "no", "due"))
    known = None if yes is None or no is None else yes + no
    # Rounding can make yes and no together more than due; the rate must still lie between its bounds.
    everyone = None if due is None else max(due, known or 0)
    not_no = None if everyone is None or no is None else everyone - no
    low, high = _interval(yes, known, threshold)
    return PublishedRow(
        metric=row.metric,
        version=row.version,
        group=row.group,
        cohort=shown("cohort"),
        excluded=shown("excluded"),
        not_yet_due=shown("not_yet_due"),
        due=shown("due"),
        yes=shown("yes"),
        no=shown("no"),
        unanswered=shown("unanswered"),
        unreachable=shown("unreachable"),
        refused=shown("refused"),
        response_rate=_published_share(known, everyone, threshold),
        rate=_published_share(yes, known, threshold),
        lower=_published_share(yes, everyone, threshold),
        upper=_published_share(not_no, everyone, threshold),
        interval_low=low,
        interval_high=high,
        suppressed=bool(hidden),
        as_of=row.as_of,
        known_at=row.known_at,
    )


def _interval(yes: int | None, known: int | None, threshold: int) -> tuple[float | None, float | None]:
    if yes is None or known is None or known < threshold:
        return None, None
    return wilson_interval(yes, known) or (None, None)


def _number(count: PublishedCount) -> int | None:
    return None if isinstance(count, Suppressed) else count


def _published_share(part: int | None, whole: int | None, threshold: int) -> float | None:
    if part is None or whole is None or whole < threshold:
        return None
    return share(part, whole)
