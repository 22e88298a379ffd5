"""The coordinator's report: exact numbers of an own programme, not for publication."""

from dataclasses import replace

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.outcomes.durations import DurationRow
from app.outcomes.language_matrices import NO_LEVELS, Matrices
from app.outcomes.own_series import ToldSeries, exact_own_series
from app.outcomes.own_series_formats import month_figures
from app.outcomes.pull import exact_durations, exact_levels, exact_report
from app.routers.acting import Acting, Coordinator
from app.routers.desk.report_scopes import own_programmes
from app.routers.pages import language_of
from app.routers.report_answers import report_as_csv, report_as_workbook, report_page
from app.routers.report_request import Asked, asked_of_team
from app.rules.outcome_numbers import OutcomeRow

router = APIRouter(prefix="/programme-outcomes")


@router.get("")
async def show(request: Request, acting: Coordinator) -> Response:
    """The report as a page."""
    form, asked = await asked_of_team(request, acting, scopes := await own_programmes(acting))
    rows, durations, levels, series = await _found(acting, asked) if asked else ([], [], NO_LEVELS, [])
    return await report_page(
        request,
        acting,
        form=form,
        scopes=scopes,
        asked=asked,
        rows=rows,
        durations=durations,
        levels=levels,
        series=series,
        exact=True,
    )


@router.get("/table")
async def download(request: Request, acting: Coordinator) -> Response:
    """The same report as one long table; its name says that it is exact."""
    form, asked = await asked_of_team(request, acting, scopes := await own_programmes(acting))
    if asked is None:
        return await report_page(request, acting, form=form, scopes=scopes, asked=None, rows=[], exact=True)
    rows, durations, levels, series = await _found(acting, asked)
    further = month_figures(series, language_of(request))
    return report_as_csv(asked, rows, durations=durations, levels=levels, further=further, exact=True)


@router.get("/workbook")
async def download_workbook(request: Request, acting: Coordinator) -> Response:
    """The same report as a workbook with its definitions."""
    form, asked = await asked_of_team(request, acting, scopes := await own_programmes(acting))
    if asked is None:
        return await report_page(request, acting, form=form, scopes=scopes, asked=None, rows=[], exact=True)
    rows, durations, levels, series = await _found(acting, asked)
    further = month_figures(series, language_of(request))
    return await report_as_workbook(
        request, acting, asked, rows, durations=durations, levels=levels, further=further, exact=True
    )


async def _found(
    acting: Acting, asked: Asked
) -> tuple[list[OutcomeRow], list[DurationRow], Matrices, list[ToldSeries]]:
    """What the report holds, in all its forms."""
    rows = await exact_report(acting.session, by=acting.actor, asked=asked.request)
    durations = await exact_durations(acting.session, by=acting.actor, asked=asked.request)
    levels = await exact_levels(acting.session, by=acting.actor, asked=asked.request)
    series = await exact_own_series(acting.session, by=acting.actor, asked=replace(asked.request, group_by=()))
    return rows, durations, levels, series
