"""What an edition would say now: which of its numbers changed, told without pointing at the few who changed them.

A change is told as the number that was published and the one that would be published now. Where it comes from fewer
people than the threshold it is withheld, for the whole row; and when that happens to one group of a metric, for all
of its groups, because total and groups would give each other back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from app.rules.disclosure import PublishedRow, Suppressed
from app.rules.outcome_numbers import OutcomeRow
from app.rules.report_cells import COUNT_FIELDS, value_of

Group = tuple[tuple[str, str | None], ...]
Row = TypeVar("Row", PublishedRow, OutcomeRow)
Shown = int | float | Suppressed | None

TOLD = (*COUNT_FIELDS, "response_rate", "rate", "lower", "upper")
"""The numbers of a row of which a change is told."""


@dataclass(frozen=True)
class NumberChange:
    """One number of one group, as it was published and as it would be now; None where there was or is none."""

    group: Mapping[str, str | None]
    number: str
    then: Shown
    now: Shown


@dataclass(frozen=True, kw_only=True)
class MetricChange:
    """What changed about one metric. Another version counts otherwise: then no numbers are compared."""

    metric: str
    version_then: int
    version_now: int | None
    numbers: tuple[NumberChange, ...] = ()
    withheld: bool = False


@dataclass(frozen=True)
class TwoReports:
    """One report at two moments: as an edition holds it, as it would be published now, and both of them exactly."""

    edition: Iterable[PublishedRow]
    now: Iterable[PublishedRow]
    exact_then: Iterable[OutcomeRow]
    exact_now: Iterable[OutcomeRow]


def changes_since(reports: TwoReports, threshold: int) -> list[MetricChange]:
    """The metrics of the edition that changed, in its order; one that did not is left out."""
    then, now = _by_metric(reports.edition), _by_metric(reports.now)
    moved = _moved(reports)
    found = []
    for metric, rows in then.items():
        version = next(iter(rows.values())).version
        rows_now = now.get(metric, {})
        version_now = next((row.version for row in rows_now.values()), None)
        if version_now != version:
            found.append(MetricChange(metric=metric, version_then=version, version_now=version_now))
            continue
        few = {group for group, people in moved[metric].items() if any(0 < one < threshold for one in people)}
        hidden = few | {group for group in moved[metric] if group and few}
        changed = [group for group, people in moved[metric].items() if any(people)]
        numbers = tuple(
            change
            for group in changed
            if group not in hidden
            for change in _numbers(group, rows.get(group), rows_now.get(group))
        )
        if numbers or few:
            withheld = any(group in hidden for group in changed)
            found.append(
                MetricChange(
                    metric=metric, version_then=version, version_now=version, numbers=numbers, withheld=withheld
                )
            )
    return found


def _moved(reports: TwoReports) -> dict[str, dict[Group, tuple[int, ...]]]:
    """Per metric and group by how many people each count differs."""
    then, now = _by_metric(reports.exact_then), _by_metric(reports.exact_now)
    return {
        metric: {
            group: tuple(
                abs(_count(now[metric].get(group), count) - _count(then.get(metric, {}).get(group), count))
                for count in COUNT_FIELDS
            )
            for group in {**then.get(metric, {}), **now[metric]}
        }
        for metric in now
    }


def _count(row: OutcomeRow | None, count: str) -> int:
    return value_of(row, count) if row else 0


def _numbers(group: Group, then: PublishedRow | None, now: PublishedRow | None) -> Iterator[NumberChange]:
    for number in TOLD:
        before: Shown = getattr(then, number, None)
        after: Shown = getattr(now, number, None)
        if before != after:
            yield NumberChange(dict(group), number, before, after)


def _by_metric(rows: Iterable[Row]) -> dict[str, dict[Group, Row]]:
    sorted_rows: dict[str, dict[Group, Row]] = {}
    for row in rows:
        sorted_rows.setdefault(row.metric, {})[tuple(row.group.items())] = row
    return sorted_rows
