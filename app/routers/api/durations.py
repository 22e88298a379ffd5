"""/v1/programmes/{id}/durations"""

from dataclasses import replace

from fastapi import APIRouter
from fastapi.responses import Response

from app.models.duration import CurveStepPublic, DurationPublic
from app.outcomes.duration_formats import QUARTILES
from app.outcomes.durations import DurationRow
from app.outcomes.own_in_report import with_own_metrics
from app.outcomes.pull import exact_durations
from app.routers.acting import TeamCaller
from app.routers.api.answers import answer_told, page_of
from app.routers.api.exact_request import ExactRequest
from app.rules.bilingual_text import BilingualText

router = APIRouter(prefix="/programmes", tags=["outcomes"])
ALL = page_of(DurationPublic)


@router.get("/{programme_id}/durations", response_model=ALL)
async def list_durations(acting: TeamCaller, asked: ExactRequest) -> Response:
    """Read how long people waited for their first paid job, and how long that job lasted.
    The programme's own metrics that are shown as a curve come after those.

    For coordinators of the programme. Numbers are exact, and not for publication.
    """
    with_own = await with_own_metrics(acting.session, asked, published=False)
    rows = await exact_durations(acting.session, by=acting.actor, asked=replace(asked, curves=with_own.curves))
    told = ALL.model_validate({"results": [duration_public(row) for row in rows]})
    return answer_told(told)


def duration_public(row: DurationRow) -> DurationPublic:
    """A curve as the API tells it."""
    metric = row.metric
    return DurationPublic(
        code=metric.code,
        version=metric.version,
        title=BilingualText.of(metric.title),
        question=BilingualText.of(metric.question_text),
        people=row.curve.people,
        over=row.curve.over,
        **{f"day_{name}": row.curve.day_reached(share) for name, share in QUARTILES.items()},
        steps=[
            CurveStepPublic(
                day=step.day, at_risk=step.at_risk, share=step.share, interval_low=step.low, interval_high=step.high
            )
            for step in row.curve.steps
        ],
        as_of=row.as_of,
        known_at=row.known_at,
    )
