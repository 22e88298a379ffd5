"""The coordinator's page of what the work is like that people found."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.outcomes.job_quality_formats import wage_figures
from app.outcomes.job_quality_report import METRICS, exact_job_quality
from app.outcomes.sentence import sentence
from app.routers.acting import Acting, Coordinator
from app.routers.desk.outcome_pages import JOB_QUALITY as PAGE
from app.routers.desk.team_files import TeamFigures, offer_files
from app.routers.desk.team_report import team_report
from app.routers.pages import language_of
from app.routers.report_request import Asked
from app.rules.metrics.job_quality import CLASSES, JOB_QUALITY, STEP_UP

router = APIRouter(prefix=PAGE.path)


@router.get("")
async def show(request: Request, acting: Coordinator) -> Response:
    """Contracts, hours, wages and steps up of one programme."""
    report = await team_report(request, acting, router.prefix, JOB_QUALITY)
    asked = report.asked
    found = await exact_job_quality(acting.session, by=acting.actor, asked=asked.request) if asked else None
    language = language_of(request)
    rows = {row.metric: row for row in found.rows} if found else {}
    classes = [(CLASSES[metric.question], rows.get(metric.code)) for metric in METRICS if metric.question in CLASSES]
    return report.page(
        request,
        "desk/job_quality.html",
        contracts=classes[:4],
        hours=classes[4:],
        wages=found.wages if found else None,
        step_up_code=STEP_UP.code,
        step_up=sentence(rows[STEP_UP.code], STEP_UP, language) if rows else None,
        step_up_question=STEP_UP.question_text.said_in(language),
    )


async def _figures(_request: Request, acting: Acting, asked: Asked) -> TeamFigures:
    found = await exact_job_quality(acting.session, by=acting.actor, asked=asked.request)
    return TeamFigures(
        name="job-quality",
        asked=asked,
        rows=found.rows,
        metrics=METRICS,
        further=wage_figures(found.wages),
    )


offer_files(router, JOB_QUALITY, _figures, show)
