"""Tries a metric on the programme's own data before it is kept."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.models import Programme
from app.models.own_metric import OwnMetricCreate, metric_of
from app.outcomes.own_told import Told, tell_own
from app.rules.metric_definition import Metric
from app.rules.permissions import Act
from app.use_cases.keep_own_metric import refuse_impossible
from app.use_cases.membership_roles import require
from app.use_cases.refer import referred_to

PREVIEW_CODE = "own_preview"
"""The code of a metric that is only being tried."""


async def preview(session: AsyncSession, *, by: Actor, metric: OwnMetricCreate) -> tuple[Metric, Told]:
    """A metric that is not kept yet, and what it says today of the programme; for coordinators of it.

    Raises InvalidInput for parts that do not go together.
    """
    programme = await referred_to(session, Programme, metric.programme_id, field="programme_id")
    require(by, Act.KEEP_METRICS, programme.id)
    refuse_impossible(programme.id, metric)
    tried = metric_of(PREVIEW_CODE, 1, programme.id, metric)
    told = await tell_own(session, [tried], by=by, programme_id=programme.id)
    return tried, told[tried.code]
