"""Adds the metrics of a programme itself to a report about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy.ext.asyncio import AsyncSession

from app.outcomes.report import ReportRequest
from app.queries.own_metrics import own_metrics_then
from app.rules.metric_definition import Metric
from app.rules.metric_parts import ShownAs
from app.rules.own_curve import own_curve
from app.rules.own_series import own_series


async def with_own_metrics(session: AsyncSession, asked: ReportRequest, *, published: bool) -> ReportRequest:
    """The same report with the programme's own metrics, curves and series, as they were when it is made from.

    Only a report about one programme has them; a published one leaves out what is for the team.
    """
    if asked.programmes is None or len(asked.programmes) != 1 or asked.municipalities:
        return asked
    (programme,) = asked.programmes
    own = await own_metrics_then(session, programme, asked.known_at)
    registry = tuple(metric for metric in asked.metrics if not metric.is_own)
    chosen = [metric for metric in own if not (published and metric.team_only)]
    return with_these(replace(asked, metrics=registry), chosen)


def with_these(asked: ReportRequest, own: Iterable[Metric]) -> ReportRequest:
    """The same report with these own metrics, each as it is shown."""
    by_form: dict[ShownAs, list[Metric]] = {form: [] for form in ShownAs}
    for metric in own:
        by_form[metric.shown_as].append(metric)
    return replace(
        asked,
        metrics=(*asked.metrics, *by_form[ShownAs.SHARE]),
        curves=tuple(map(own_curve, by_form[ShownAs.CURVE])),
        series=tuple(map(own_series, by_form[ShownAs.EACH_MONTH])),
    )
