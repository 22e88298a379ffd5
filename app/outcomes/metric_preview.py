"""Tries a metric on the programme's own data before it is kept."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.models import Programme
from app.models.own_metric import OwnMetricCreate, metric_of
from app.outcomes.pull import exact_report
from app.outcomes.report import ReportRequest
from app.rules.metric_definition import Metric
from app.rules.outcome_numbers import OutcomeRow
from app.rules.permissions import Act
from app.use_cases.keep_own_metric import refuse_impossible
from app.use_cases.membership_roles import require
from app.use_cases.refer import referred_to

PREVIEW_CODE = "own_preview"
"""The code of a metric that is only being tried."""


async def preview(session: AsyncSession, *, by: Actor, metric: OwnMetricCreate) -> tuple[Metric, OutcomeRow]:
    """A metric that is not kept yet, and its number today in the programme; for coordinators of it.

    Raises InvalidInput for parts that do not go together.
    """
    programme = await referred_to(session, Programme, metric.programme_id, field="programme_id")
    require(by, Act.KEEP_METRICS, programme.id)
    refuse_impossible(programme.id, metric)
    tried = metric_of(PREVIEW_CODE, 1, programme.id, metric)
    asked = ReportRequest(metrics=(tried,), as_of=by.today, known_at=by.at, programmes=frozenset({programme.id}))
    (row,) = await exact_report(session, by=by, asked=asked)
    return tried, row
