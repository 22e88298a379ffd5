"""/v1/programmes/{id}/series"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response

from app.models.series import MonthPublic, SeriesDifferencePublic, SeriesGroupPublic, SeriesPublic
from app.outcomes.own_in_report import with_own_metrics
from app.outcomes.own_series import exact_own_series
from app.outcomes.series import SeriesRow, differences, exact_series, two_largest
from app.outcomes.statement import Dimension
from app.routers.acting import TeamCaller
from app.routers.api.answers import answer_told, page_of
from app.routers.api.exact_request import ExactRequest
from app.rules.bilingual_text import BilingualText
from app.rules.series import IN_PAID_WORK_EACH_MONTH, Series

router = APIRouter(prefix="/programmes", tags=["outcomes"])
ALL = page_of(SeriesPublic)


@router.get("/{programme_id}/series", response_model=ALL)
async def list_series(
    acting: TeamCaller,
    asked: ExactRequest,
    group_by: Annotated[Dimension | None, Query(alias="groupBy")] = None,
) -> Response:
    """Read at each month since the start who is in paid work, for everyone and for each group.
    The programme's own metrics that are shown at each month come after that.

    For coordinators of the programme. Numbers are exact, and not for publication.
    """
    asked = replace(asked, group_by=(group_by,) if group_by else ())
    rows = await exact_series(acting.session, by=acting.actor, asked=asked, series=IN_PAID_WORK_EACH_MONTH)
    own = (await with_own_metrics(acting.session, asked, published=False)).series
    told_own = await exact_own_series(acting.session, by=acting.actor, asked=replace(asked, series=own))
    told = ALL.model_validate(
        {
            "results": [
                series_public(IN_PAID_WORK_EACH_MONTH, rows, asked.as_of, asked.known_at),
                *(series_public(one.series, one.rows, asked.as_of, asked.known_at) for one in told_own),
            ]
        }
    )
    return answer_told(told)


def series_public(series: Series, rows: Sequence[SeriesRow], as_of: date, known_at: datetime) -> SeriesPublic:
    """A series as the API tells it."""
    return SeriesPublic(
        code=series.code,
        version=series.metric.version,
        title=BilingualText.of(series.title),
        question=BilingualText.of(series.question_text),
        groups=[
            SeriesGroupPublic(
                group=dict(row.group),
                months=[
                    MonthPublic.model_validate({"month": month, **{name: getattr(one, name) for name in COUNTED}})
                    for month, one in enumerate(row.months, start=1)
                ],
            )
            for row in rows
        ],
        compared=[dict(row.group) for row in two_largest(rows)],
        differences=[
            SeriesDifferencePublic(month=month, difference=one.difference, interval_low=one.low, interval_high=one.high)
            for month, one in enumerate(differences(rows), start=1)
            if one
        ],
        as_of=as_of,
        known_at=known_at,
    )


COUNTED = tuple(name for name in MonthPublic.model_fields if name != "month")
