"""Adds the metrics of a programme itself to a report about it."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy.ext.asyncio import AsyncSession

from app.outcomes.report import ReportRequest
from app.queries.own_metrics import own_metrics_then


async def with_own_metrics(session: AsyncSession, asked: ReportRequest, *, published: bool) -> ReportRequest:
    """The same report with the programme's own metrics, in the versions of the moment that it is made from.

    Only a report about one programme has them; a published one leaves out what is for the team.
    """
    if asked.programmes is None or len(asked.programmes) != 1 or asked.municipalities:
        return asked
    (programme,) = asked.programmes
    own = await own_metrics_then(session, programme, asked.known_at)
    registry = tuple(metric for metric in asked.metrics if not metric.is_own)
    chosen = tuple(metric for metric in own if not (published and metric.team_only))
    return replace(asked, metrics=(*registry, *chosen))
