"""/v1/metrics"""

from fastapi import APIRouter
from fastapi.responses import Response

from app.errors import NotFound
from app.language import say
from app.models.outcome import DefinitionPart, MetricInWords, MetricPublic
from app.outcomes.definition import definition
from app.queries.own_metrics import own_metrics_now
from app.routers.acting import ReportCaller
from app.routers.api.answers import answer_told, page_of
from app.routers.api.versions import etag
from app.rules.bilingual_text import BilingualText
from app.rules.metric_definition import Metric
from app.rules.sentence import Sentence
from app.rules.standards import REGISTRY

router = APIRouter(prefix="/metrics", tags=["metrics"])
ALL = page_of(MetricInWords)


@router.get("", response_model=ALL)
async def list_metrics(acting: ReportCaller) -> Response:
    """List the metrics and what each means, also in words; the own ones of programmes that you read about come last."""
    own = await own_metrics_now(acting.session)
    metrics = ALL.model_validate({"results": [_in_words(metric) for metric in (*REGISTRY.values(), *own)]})
    return answer_told(metrics)


@router.get("/{code}", response_model=MetricInWords)
async def get_metric(acting: ReportCaller, code: str) -> Response:
    """Read what one metric means. The ETag is the version of its definition."""
    own = {metric.code: metric for metric in await own_metrics_now(acting.session)}
    metric = REGISTRY.get(code) or own.get(code)
    if metric is None:
        raise NotFound(Sentence("There is no such metric."))
    return answer_told(_in_words(metric), headers={"ETag": etag(metric.version)})


def _in_words(metric: Metric) -> MetricInWords:
    parts = [DefinitionPart(what=_said(what), how=[_said(one) for one in how]) for what, how in definition(metric)]
    return MetricInWords(**MetricPublic.of(metric).model_dump(), definition=parts)


def _said(sentence: Sentence) -> BilingualText:
    return BilingualText(nl=say(sentence, "nl"), en=say(sentence, "en"))
