"""The own metrics of a programme, each with today's number."""

from dataclasses import dataclass
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.language import Language
from app.models import Programme
from app.outcomes.own_told import in_a_sentence, tell_own
from app.queries.own_metrics import metric_in, read_own_metrics
from app.routers.acting import Acting, Coordinator
from app.routers.pages import language_of, page
from app.rules.metric_definition import Metric
from app.rules.own_metric import MOST_IN_USE
from app.rules.permissions import Act
from app.rules.sentence import Sentence
from app.use_cases.load import load
from app.use_cases.membership_roles import require

router = APIRouter(prefix="/programmes/{programme_id}/metrics")
DONE = {
    "added": Sentence("The metric is added. From now on it stands in the report about this programme."),
    "changed": Sentence("The change is a new version. Editions that were published keep the version of then."),
    "retired": Sentence("The metric is retired. Editions that were published keep it."),
    "taken-up": Sentence("The metric is in use again."),
}


@dataclass(frozen=True)
class Listed:
    """An own metric in the list: what it asks, and what came out today where it is in use."""

    id: UUID
    metric: Metric
    title: str
    question: str
    said: str | None


@router.get("")
async def show(request: Request, programme_id: UUID, acting: Coordinator, done: str = "") -> Response:
    """The list."""
    programme = await load(acting.session, Programme, programme_id)
    require(acting.actor, Act.KEEP_METRICS, programme_id)
    listed = await _listed(acting, programme_id, language_of(request))
    in_use = [one for one in listed if one.said is not None]
    return page(
        request,
        "desk/own_metrics/list.html",
        programme=programme,
        in_use=in_use,
        retired=[one for one in listed if one.said is None],
        most=MOST_IN_USE,
        may_add=len(in_use) < MOST_IN_USE,
        done=DONE.get(done),
    )


async def _listed(acting: Acting, programme_id: UUID, language: Language) -> list[Listed]:
    kept = [
        (row["id"], row["retired_on"], metric_in(row)) for row in await read_own_metrics(acting.session, programme_id)
    ]
    said = await _said(acting, programme_id, [metric for _, retired_on, metric in kept if not retired_on], language)
    return [
        Listed(
            id=key,
            metric=metric,
            title=metric.title.said_in(language),
            question=metric.question_text.said_in(language),
            said=said.get(metric.code),
        )
        for key, _, metric in kept
    ]


async def _said(acting: Acting, programme_id: UUID, metrics: list[Metric], language: Language) -> dict[str, str]:
    """Per code the sentence with today's number."""
    told = await tell_own(acting.session, metrics, by=acting.actor, programme_id=programme_id)
    return {metric.code: in_a_sentence(told[metric.code], metric, language) for metric in metrics}
