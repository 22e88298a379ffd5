"""/v1/own-metrics and /v1/own-metric-previews"""

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response

from app.models.base import Shape
from app.models.duration import DurationPublic
from app.models.outcome import OutcomePublic
from app.models.own_metric import OwnMetricCreate, OwnMetricPublic, OwnMetricUpdate
from app.models.series import SeriesPublic
from app.outcomes.durations import DurationRow
from app.outcomes.formats import json_object
from app.outcomes.metric_preview import preview
from app.queries.own_metrics import OWN_METRICS
from app.routers.acting import ReportCaller
from app.routers.api.answers import answer_new, answer_one, answer_page, answer_told, page_of
from app.routers.api.durations import duration_public
from app.routers.api.paging import PageWanted
from app.routers.api.series import series_public
from app.routers.api.versions import VersionRead
from app.rules.outcome_numbers import OutcomeRow
from app.use_cases.keep_own_metric import add_own_metric, change_own_metric

router = APIRouter(tags=["outcomes"])


@router.get("/own-metrics", response_model=page_of(OwnMetricPublic))
async def list_own_metrics(
    request: Request, acting: ReportCaller, wanted: PageWanted, programme: UUID | None = None
) -> Response:
    """List the metrics that programmes added themselves, also those that are retired."""
    return await answer_page(request, acting, OWN_METRICS, wanted, programme=programme)


@router.post("/own-metrics", status_code=201, response_model=OwnMetricPublic)
async def create_own_metric(acting: ReportCaller, metric: OwnMetricCreate) -> Response:
    """Add a metric to a programme. For its coordinators. From then on reports about the programme have it."""
    added = await add_own_metric(acting.session, by=acting.actor, metric=metric)
    return await answer_new(acting, OWN_METRICS, added.id, at=f"/v1/own-metrics/{added.id}")


@router.get("/own-metrics/{metric_id}", response_model=OwnMetricPublic)
async def get_own_metric(acting: ReportCaller, metric_id: UUID) -> Response:
    """Read one own metric as it is now."""
    return await answer_one(acting, OWN_METRICS, metric_id)


@router.patch("/own-metrics/{metric_id}", response_model=OwnMetricPublic)
async def update_own_metric(
    acting: ReportCaller, metric_id: UUID, version: VersionRead, change: OwnMetricUpdate
) -> Response:
    """Change an own metric into its next version, or retire it. Editions and reports of before keep theirs."""
    await change_own_metric(acting.session, by=acting.actor, metric_id=metric_id, version=version, change=change)
    return await answer_one(acting, OWN_METRICS, metric_id)


@router.post("/own-metric-previews", status_code=201, response_model=OutcomePublic | DurationPublic | SeriesPublic)
async def create_own_metric_preview(acting: ReportCaller, metric: OwnMetricCreate) -> Response:
    """Try a metric on the programme's own data, without keeping it. Exact, for coordinators of the programme.

    The answer is a number, a curve or a series, as the metric is shown.
    """
    _, told = await preview(acting.session, by=acting.actor, metric=metric)
    if isinstance(told, OutcomeRow):
        return JSONResponse(json_object(told), status_code=201)
    if isinstance(told, DurationRow):
        shown: Shape = duration_public(told)
    else:
        shown = series_public(told.series, told.rows, acting.actor.today, acting.actor.at)
    return answer_told(shown, status_code=201)
