"""Saves a report, changes what it asks, and takes it away."""

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from app.errors import Forbidden
from app.models import OutcomeReport
from app.models.outcome_report import ReportCreate, ReportFields, ReportUpdate
from app.queries.own_metrics import own_metrics_now
from app.routers.acting import Acting, ReportKeeper
from app.routers.forms import Form, kept_in
from app.routers.outcome_reports.scopes import scopes_of
from app.routers.pages import language_of, page
from app.routers.report_request import PUBLISHED_GROUPING_KINDS
from app.routers.typed_values import SENTENCES, version_in
from app.rules.code_lists import ReferenceDay
from app.rules.metrics import PUBLISHED
from app.rules.names import choices
from app.rules.permissions import REFUSALS, Act
from app.rules.sentence import Sentence
from app.use_cases.keep_outcome_report import change_report, keeps, remove_report, save_report
from app.use_cases.load import load

router = APIRouter(prefix="/outcome-reports")

WHAT_IT_ASKS = {
    "title": Sentence("Name of the report"),
    "group_by": Sentence("Split by"),
    "and_by": Sentence("And by"),
    "reference_day": Sentence("What day is an edition about?"),
    "metrics": Sentence("Only these metrics"),
}
NEW = Form("saved", {"scope": Sentence("About whom"), **WHAT_IT_ASKS}, {"reference_day": ReferenceDay.LAST_QUARTER})
CHANGE = Form("saved", WHAT_IT_ASKS)


@router.get("/new")
async def show_new(request: Request, acting: ReportKeeper) -> Response:
    """The form for a report to save."""
    return await _new_page(request, acting, NEW)


@router.post("")
async def save(request: Request, acting: ReportKeeper) -> Response:
    """Save a report."""
    form = await NEW.sent_in(request)
    read = form.read(ReportFields)
    scope = form.value("scope")
    if scope not in await scopes_of(acting):
        form.errors["scope"] = SENTENCES["enum"]
    elif read:
        about = "municipality_code" if scope.startswith("GM") else "programme_id"
        async with kept_in(form, acting.session):
            report = ReportCreate.model_validate({**read.model_dump(), about: scope})
            saved = await save_report(acting.session, by=acting.actor, report=report)
            return RedirectResponse(f"/outcome-reports/{saved.id}?done=saved", status_code=303)
    return await _new_page(request, acting, form)


@router.get("/{report_id}/change")
async def show_change(request: Request, report_id: UUID, acting: ReportKeeper) -> Response:
    """What a report asks, to change it."""
    return await _change_page(request, acting, report_id)


@router.post("/{report_id}/changes")
async def change(request: Request, report_id: UUID, acting: ReportKeeper) -> Response:
    """Change what a report asks."""
    form = await CHANGE.sent_in(request)
    read = form.read(ReportFields)
    if read:
        async with kept_in(form, acting.session):
            await change_report(
                acting.session,
                by=acting.actor,
                report_id=report_id,
                version=version_in(form),
                change=ReportUpdate(**read.model_dump()),
            )
            return RedirectResponse(f"/outcome-reports/{report_id}?done=changed", status_code=303)
    return await _change_page(request, acting, report_id, form)


@router.post("/{report_id}/removal")
async def remove(request: Request, report_id: UUID, acting: ReportKeeper) -> Response:
    """Take a report away of which nothing was published."""
    form = await CHANGE.sent_in(request)
    await remove_report(acting.session, by=acting.actor, report_id=report_id, version=version_in(form))
    return RedirectResponse("/outcome-reports?done=removed", status_code=303)


async def _new_page(request: Request, acting: Acting, form: Form) -> Response:
    scopes = await scopes_of(acting)
    if not scopes:
        raise Forbidden(REFUSALS[Act.KEEP_REPORTS])
    return _form_page(request, form, await _metrics(request, acting), scopes=list(scopes.items()), report=None)


async def _change_page(request: Request, acting: Acting, report_id: UUID, sent: Form | None = None) -> Response:
    report = await load(acting.session, OutcomeReport, report_id)
    if not keeps(acting.actor, report):
        raise Forbidden(REFUSALS[Act.KEEP_REPORTS])
    form = sent or CHANGE.with_values(report.model_dump())
    return _form_page(request, form, await _metrics(request, acting, report), scopes=[], report=report)


async def _metrics(request: Request, acting: Acting, report: OutcomeReport | None = None) -> list[tuple[str, str]]:
    """What a report can be narrowed to: what is published, also of a programme's own."""
    language = language_of(request)
    own = [
        metric
        for metric in await own_metrics_now(acting.session)
        if not metric.team_only and (report is None or report.programme_id == metric.programme_id)
    ]
    return [(one.code, one.title.said_in(language)) for one in (*PUBLISHED.values(), *own)]


def _form_page(
    request: Request,
    form: Form,
    metrics: list[tuple[str, str]],
    *,
    scopes: list[tuple[str, Sentence]],
    report: OutcomeReport | None,
) -> Response:
    return page(
        request,
        "outcomes/reports/keep.html",
        status=form.status if form.errors else 200,
        form=form,
        report=report,
        scopes=scopes,
        groupings=PUBLISHED_GROUPING_KINDS,
        days=choices(ReferenceDay),
        metrics=metrics,
    )
