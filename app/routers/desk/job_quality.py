"""The coordinator's page of what the work is like that people found."""

from typing import Literal

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.language import Language
from app.outcomes.job_quality_report import METRICS, exact_job_quality
from app.outcomes.sentence import sentence
from app.routers.acting import Coordinator
from app.routers.desk.report_scopes import own_programmes
from app.routers.pages import language_of, page
from app.routers.report_request import asked_for
from app.rules.metrics.job_quality import CLASSES, JOB_QUALITY, STEP_UP

router = APIRouter(prefix="/programme-outcomes/job-quality")


@router.get("")
async def show(request: Request, acting: Coordinator) -> Response:
    """Contracts, hours, wages and steps up of one programme."""
    form, asked = asked_for(request.query_params, scopes := await own_programmes(acting), acting.actor, JOB_QUALITY)
    found = await exact_job_quality(acting.session, by=acting.actor, asked=asked.request) if asked else None
    words: Literal["nl", "en"] = "nl" if language_of(request) is Language.DUTCH else "en"
    rows = {row.metric: row for row in found.rows} if found else {}
    classes = [(CLASSES[metric.question], rows.get(metric.code)) for metric in METRICS if metric.question in CLASSES]
    return page(
        request,
        "desk/job_quality.html",
        status=200 if asked else 400,
        form=form,
        scopes=[(scope.value, scope.name) for scope in scopes],
        scope=asked.scope if asked else None,
        asked=asked.request if asked else None,
        back=asked.address("/programme-outcomes") if asked else "/programme-outcomes",
        words=words,
        contracts=classes[:4],
        hours=classes[4:],
        wages=found.wages if found else None,
        step_up=sentence(rows[STEP_UP.code], STEP_UP, words) if rows else None,
        step_up_question=STEP_UP.question_text.nl if words == "nl" else STEP_UP.question_text.en,
    )
