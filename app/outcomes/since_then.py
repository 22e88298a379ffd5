"""What an edition would say now, and which facts were recorded since that make the difference."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.models import OutcomeEdition
from app.outcomes.changed_facts_sql import CHANGED_FACTS_STATEMENT
from app.outcomes.curves_since_then import count_curves, curves_since, same_counts
from app.outcomes.edition import grouping_of, request_of, rows_of
from app.outcomes.own_in_report import with_own_metrics
from app.outcomes.pull import PublishedReport, published_report
from app.outcomes.report import ReportRequest, outcome_report, read_without_names
from app.rules.changed_facts import ChangedFact, ToldFact, told_facts
from app.rules.edition_changes import MetricChange, TwoReports, changes_since
from app.rules.outcome_numbers import OutcomeRow
from app.rules.report_cells import COUNT_FIELDS, value_of
from app.settings import settings


@dataclass(frozen=True)
class SinceThen:
    """What an edition would tell otherwise: metrics, curves and language levels, and the facts recorded since."""

    changes: Sequence[MetricChange] = ()
    durations: Sequence[MetricChange] = ()
    levels: Sequence[MetricChange] = ()
    reasons: Sequence[ToldFact] = ()


async def what_changed(
    session: AsyncSession, *, by: Actor, edition: OutcomeEdition, content: Mapping[str, Any]
) -> SinceThen | PublishedReport:
    """Compare an edition with the report about the same day that is made of what is known now.

    Where the report of now is refused, because too few people changed, that one is the answer.
    """
    group_by = grouping_of(content)
    now = request_of(edition, group_by, as_of=edition.as_of, known_at=by.at)
    then = request_of(edition, group_by, as_of=edition.as_of, known_at=edition.known_at)
    now, then = [await with_own_metrics(session, asked, published=True) for asked in (now, then)]
    published = rows_of(content)
    exact_then = await outcome_report(session, by=by, asked=then)
    exact_now = await outcome_report(session, by=by, asked=now)
    versions = {metric.code: metric.version for metric in now.metrics}
    curves = [await count_curves(session, by=by, asked=asked) for asked in (then, now)]
    if (
        all(versions.get(row.metric) == row.version for row in published)
        and _counts(exact_then) == _counts(exact_now)
        and same_counts(*curves)
    ):
        return SinceThen()
    published_now = await published_report(session, by=by, asked=now)
    if published_now.is_refused:
        return published_now
    two = TwoReports(edition=published, now=published_now.rows, exact_then=exact_then, exact_now=exact_now)
    threshold = settings().disclosure_threshold
    durations, levels = curves_since(content, published_now, curves, threshold)
    return SinceThen(
        changes_since(two, threshold),
        durations,
        levels,
        await _reasons(session, by, now, since=edition.known_at, until=published_now.first_known_at or by.at),
    )


async def _reasons(
    session: AsyncSession, by: Actor, now: ReportRequest, *, since: datetime, until: datetime
) -> list[ToldFact]:
    """Up to the moment at which the report of now was first published: later facts would show one by one."""
    statement = CHANGED_FACTS_STATEMENT.bindparams(since=since)
    rows = await read_without_names(session, statement, by, replace(now, known_at=until))
    people = {row["fact"]: row["people"] for row in rows}
    everyone = people.pop("", 0)
    return told_facts(
        {ChangedFact(fact): count for fact, count in people.items()}, everyone, settings().disclosure_threshold
    )


def _counts(rows: Sequence[OutcomeRow]) -> list[tuple[object, ...]]:
    return [(row.metric, dict(row.group), *(value_of(row, count) for count in COUNT_FIELDS)) for row in rows]
