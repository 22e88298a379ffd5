"""The coordinator's series: who is in work at each month since the start, exact, not for publication."""

import asyncio
from dataclasses import replace

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.outcomes.report import ReportRequest
from app.outcomes.series import SeriesRow, exact_series
from app.outcomes.series_formats import series_table
from app.outcomes.statement import Dimension
from app.queries.report_scopes import read_municipality_names
from app.routers.acting import Acting, Coordinator
from app.routers.desk.outcome_pages import EACH_MONTH as PAGE
from app.routers.desk.team_files import TeamFigures
from app.routers.desk.team_report import team_report
from app.routers.pages import language_of
from app.routers.report_request import GROUPING_KINDS
from app.routers.report_view import ReportView
from app.routers.series_view import series_blocks, series_pair
from app.rules.series import IN_PAID_WORK_EACH_MONTH

router = APIRouter(prefix=PAGE.path)
SERIES = IN_PAID_WORK_EACH_MONTH


@router.get("")
async def show(request: Request, acting: Coordinator) -> Response:
    """The series as a page with a chart and a table for everyone and for each group."""
    report = await team_report(request, acting, router.prefix, {})
    asked = report.asked
    rows = await _rows(acting, asked.request) if asked else []
    language = language_of(request)
    names = await _names(request, acting, rows)
    return report.page(
        request,
        "desk/series.html",
        groupings=GROUPING_KINDS,
        title=SERIES.title.said_in(language),
        question=SERIES.question_text.said_in(language),
        pair=await asyncio.to_thread(series_pair, rows, names, language),
        blocks=await asyncio.to_thread(lambda: list(series_blocks(SERIES, rows, names, language))),
    )


@router.get("/table")
async def download(request: Request, acting: Coordinator) -> Response:
    """The same series as one long table, with its months."""
    figures, rows = await _figures(request, acting)
    if figures is None:
        return await show(request, acting)
    return figures.as_file(series_table(SERIES, rows), "text/csv; charset=utf-8", "csv")


@router.get("/workbook")
async def download_workbook(request: Request, acting: Coordinator) -> Response:
    """The same series as a workbook with its definitions."""
    figures, _ = await _figures(request, acting)
    return await figures.as_workbook(request) if figures else await show(request, acting)


async def _figures(request: Request, acting: Acting) -> tuple[TeamFigures | None, list[SeriesRow]]:
    asked = (await team_report(request, acting, router.prefix, {})).asked
    if asked is None:
        return None, []
    rows = await _rows(acting, asked.request)
    named = {
        tuple(row.group.values()): name for row, name in zip(rows, await _names(request, acting, rows), strict=True)
    }
    figures = TeamFigures(
        name=SERIES.code,
        asked=asked,
        rows=[month for row in rows for month in row.months],
        metrics=SERIES.metrics(),
        group=lambda group: named[tuple(group.values())],
    )
    return figures, rows


async def _rows(acting: Acting, asked: ReportRequest) -> list[SeriesRow]:
    """Of a report that is split by two things, a series for each group of the first."""
    by_one = replace(asked, group_by=asked.group_by[:1])
    return await exact_series(acting.session, by=acting.actor, asked=by_one, series=SERIES)


async def _names(request: Request, acting: Acting, rows: list[SeriesRow]) -> list[str]:
    codes = {code for row in rows if (code := row.group.get(Dimension.MUNICIPALITY))}
    view = ReportView(language_of(request), await read_municipality_names(acting.session, codes))
    return [view.group_name(row.group) for row in rows]
