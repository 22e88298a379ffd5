"""One saved report: what it asks, its editions, and publishing the next one."""

from urllib.parse import urlencode
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from app.models import OutcomeReport
from app.models.outcome_edition import EditionCreate
from app.outcomes.edition import split_by
from app.outcomes.pull import PublishedReport
from app.queries.outcome_reports import read_editions, read_saved_report
from app.queries.own_metrics import own_metrics_now
from app.routers.acting import Acting, ReportKeeper
from app.routers.earlier_report import why_not_this_one
from app.routers.forms import Form, kept_in
from app.routers.pages import language_of, page
from app.routers.report_request import GROUPING_NAMES
from app.rules.code_lists import Role
from app.rules.metrics import PUBLISHED
from app.rules.reference_day import reference_day
from app.rules.sentence import Sentence
from app.use_cases.keep_outcome_report import keeps
from app.use_cases.load import load
from app.use_cases.publish_edition import publish_edition

router = APIRouter(prefix="/outcome-reports")
EDITION = Form("edition", {"as_of": Sentence("Another reference date")})
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
    form = await EDITION.sent_in(request)
    wanted = form.read(EditionCreate)
    if wanted:
        async with kept_in(form, acting.session):
            edition = await publish_edition(acting.session, by=acting.actor, report_id=report_id, as_of=wanted.as_of)
            if isinstance(edition, PublishedReport):
                return await _page(request, acting, report_id, form=form, refusal=why_not_this_one(edition))
            address = f"/outcome-reports/{report_id}/editions/{edition.number}"
            return RedirectResponse(f"{address}?done=published", status_code=303)
    return await _page(request, acting, report_id, form=form)


async def _page(
    request: Request,
    acting: Acting,
    report_id: UUID,
    *,
    form: Form = EDITION,
    done: Sentence | None = None,
    refusal: Sentence | None = None,
) -> Response:
    told = await read_saved_report(acting.session, report_id)
    report = await load(acting.session, OutcomeReport, report_id)
    language = language_of(request)
    known = PUBLISHED | {metric.code: metric for metric in await own_metrics_now(acting.session)}
    asked = [known[code] for code in report.metrics if code in known]
    return page(
        request,
        "outcomes/reports/report.html",
        status=403 if refusal else form.status if form.errors else 200,
        form=form,
        report=report,
        about=told["about"],
        groupings=[GROUPING_NAMES[one] for one in split_by(report.group_by, report.and_by)],
        metrics=[metric.title.said_in(language) for metric in asked],
        editions=await read_editions(acting.session, report_id),
        next_day=reference_day(report.reference_day, acting.actor.today),
        may_keep=keeps(acting.actor, report),
        live=_live(report, exact=report.programme_id in acting.actor.programmes(Role.COORDINATOR)),
        done=done,
        refusal=refusal,
    )


def _live(report: OutcomeReport, *, exact: bool) -> str:
    """Where somebody reads the same report as it is today."""
    query = {"scope": str(report.programme_id or report.municipality_code)}
    query |= {"group": report.group_by} if report.group_by else {}
    query |= {"and_by": report.and_by} if report.and_by else {}
    return f"{'/programme-outcomes' if exact else '/outcomes'}?{urlencode(query)}"
