"""One saved report: what it asks, its editions, and publishing the next one."""

from urllib.parse import urlencode
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from app.language import Language
from app.models import OutcomeReport
from app.outcomes.pull import PublishedReport
from app.outcomes.statement import Dimension
from app.queries.outcome_reports import read_editions, read_saved_report
from app.routers.acting import Acting, ReportKeeper
from app.routers.earlier_report import why_not_this_one
from app.routers.outcome_reports.scopes import keeps
from app.routers.pages import language_of, page
from app.routers.report_request import GROUPINGS
from app.rules.metrics import PUBLISHED
from app.rules.reference_day import reference_day
from app.rules.sentence import Sentence
from app.use_cases.load import load
from app.use_cases.publish_edition import publish_edition

router = APIRouter(prefix="/outcome-reports")
DONE = {
    "saved": Sentence("The report is saved. Publish an edition when you want its numbers to stay."),
    "changed": Sentence("The change is recorded. It counts from the next edition on."),
}


@router.get("/{report_id}")
async def show(request: Request, report_id: UUID, acting: ReportKeeper, done: str = "") -> Response:
    """The report with its editions."""
    return await _page(request, acting, report_id, done=DONE.get(done))


@router.post("/{report_id}/editions")
async def publish(request: Request, report_id: UUID, acting: ReportKeeper) -> Response:
    """Publish the next edition; when it would be too much like an earlier report, the page says so."""
    edition = await publish_edition(acting.session, by=acting.actor, report_id=report_id)
    if isinstance(edition, PublishedReport):
        return await _page(request, acting, report_id, refusal=why_not_this_one(edition))
    return RedirectResponse(f"/outcome-reports/{report_id}/editions/{edition.number}?done=published", status_code=303)


async def _page(
    request: Request,
    acting: Acting,
    report_id: UUID,
    *,
    done: Sentence | None = None,
    refusal: Sentence | None = None,
) -> Response:
    told = await read_saved_report(acting.session, report_id)
    report = await load(acting.session, OutcomeReport, report_id)
    dutch = language_of(request) is Language.DUTCH
    asked = [PUBLISHED[code] for code in report.metrics if code in PUBLISHED]
    return page(
        request,
        "outcomes/reports/report.html",
        status=403 if refusal else 200,
        report=report,
        about=told["about"],
        grouping=dict(GROUPINGS)[Dimension(report.group_by)] if report.group_by else None,
        metrics=[metric.title.nl if dutch else metric.title.en for metric in asked],
        editions=await read_editions(acting.session, report_id),
        next_day=reference_day(report.reference_day, acting.actor.today),
        may_keep=(may_keep := keeps(acting, report)),
        live=_live(report, exact=may_keep and report.municipality_code is None),
        done=done,
        refusal=refusal,
    )


def _live(report: OutcomeReport, *, exact: bool) -> str:
    """Where somebody reads the same report as it is today."""
    query = {"scope": str(report.programme_id or report.municipality_code)}
    query |= {"group": report.group_by} if report.group_by else {}
    return f"{'/programme-outcomes' if exact else '/outcomes'}?{urlencode(query)}"
