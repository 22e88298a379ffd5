"""/v1/metrics"""

from fastapi import APIRouter
from fastapi.responses import Response

from app.errors import NotFound
from app.models.outcome import MetricPublic
from app.routers.acting import ReportCaller
from app.routers.api.answers import JSON, page_of
from app.routers.api.versions import etag
from app.rules.metrics import METRICS
from app.rules.sentence import Sentence

router = APIRouter(prefix="/metrics", tags=["metrics"])
ALL = page_of(MetricPublic)


@router.get("", response_model=ALL)
async def list_metrics(acting: ReportCaller) -> Response:
    """List the metrics and what each means."""
    metrics = ALL.model_validate({"results": [MetricPublic.of(metric) for metric in METRICS.values()]})
    return Response(metrics.model_dump_json(by_alias=True), media_type=JSON)


@router.get("/{code}", response_model=MetricPublic)
async def get_metric(acting: ReportCaller, code: str) -> Response:
    """Read what one metric means. The ETag is the version of its definition."""
    metric = METRICS.get(code)
    if metric is None:
        raise NotFound(Sentence("There is no such metric."))
    body = MetricPublic.of(metric).model_dump_json(by_alias=True)
    return Response(body, headers={"ETag": etag(metric.version)}, media_type=JSON)
