"""/v1/metrics"""

from fastapi import APIRouter
from fastapi.responses import Response

from app.errors import NotFound
from app.models.outcome import MetricPublic
from app.queries.own_metrics import own_metrics_now
from app.routers.acting import ReportCaller
from app.routers.api.answers import JSON, page_of
from app.routers.api.versions import etag
from app.rules.metrics import METRICS
from app.rules.sentence import Sentence

router = APIRouter(prefix="/metrics", tags=["metrics"])
ALL = page_of(MetricPublic)


@router.get("", response_model=ALL)
async def list_metrics(acting: ReportCaller) -> Response:
    """List the metrics and what each means; the own ones of programmes that you may read about come last."""
    own = await own_metrics_now(acting.session)
    metrics = ALL.model_validate({"results": [MetricPublic.of(metric) for metric in (*METRICS.values(), *own)]})
    return Response(metrics.model_dump_json(by_alias=True), media_type=JSON)


@router.get("/{code}", response_model=MetricPublic)
async def get_metric(acting: ReportCaller, code: str) -> Response:
    """Read what one metric means. The ETag is the version of its definition."""
    own = {metric.code: metric for metric in await own_metrics_now(acting.session)}
    metric = METRICS.get(code) or own.get(code)
    if metric is None:
        raise NotFound(Sentence("There is no such metric."))
    body = MetricPublic.of(metric).model_dump_json(by_alias=True)
    return Response(body, headers={"ETag": etag(metric.version)}, media_type=JSON)
