"""What an edition would say now, from what was recorded since."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.models import OutcomeEdition
from app.outcomes.edition import request_of, rows_of
from app.outcomes.pull import PublishedReport, published_report
from app.outcomes.report import outcome_report
from app.rules.edition_changes import MetricChange, TwoReports, changes_since
from app.rules.metrics import PUBLISHED
from app.rules.outcome_numbers import OutcomeRow
from app.rules.report_cells import COUNT_FIELDS, value_of
from app.settings import settings


async def what_changed(
    session: AsyncSession, *, by: Actor, edition: OutcomeEdition, content: Mapping[str, Any]
) -> list[MetricChange] | PublishedReport:
    """The metrics of an edition that would have other numbers, about the same day with what is known now.

    Where the report of now is refused, because too few people changed, that one is the answer.
    """
    group_by = content["report"]["groupBy"]
    now = request_of(edition, group_by, as_of=edition.as_of, known_at=by.at)
    then = request_of(edition, group_by, as_of=edition.as_of, known_at=edition.known_at)
    published = rows_of(content)
    exact_then = await outcome_report(session, by=by, asked=then)
    exact_now = await outcome_report(session, by=by, asked=now)
    same_versions = all(row.metric in PUBLISHED and row.version == PUBLISHED[row.metric].version for row in published)
    if same_versions and _counts(exact_then) == _counts(exact_now):
        return []
    published_now = await published_report(session, by=by, asked=now)
    if published_now.is_refused:
        return published_now
    two = TwoReports(edition=published, now=published_now.rows, exact_then=exact_then, exact_now=exact_now)
    return changes_since(two, settings().disclosure_threshold)


def _counts(rows: Sequence[OutcomeRow]) -> list[tuple[object, ...]]:
    return [(row.metric, dict(row.group), *(value_of(row, count) for count in COUNT_FIELDS)) for row in rows]
