"""Answers with a report, as a page or as one long table; municipality and coordinator get the same page."""

import asyncio
from collections.abc import Sequence
from datetime import UTC
from functools import partial
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import Response

from app.language import say
from app.local_format import local_day, local_moment
from app.outcomes.duration_formats import AnyDuration
from app.outcomes.formats import csv_table
from app.outcomes.further_figures import NO_FURTHER_FIGURES, FurtherFigures
from app.outcomes.language_matrices import NO_LEVELS, Matrices
from app.outcomes.own_series import ToldSeries
from app.outcomes.references import references_beside
from app.outcomes.statement import Dimension
from app.outcomes.states_chart import PARTS
from app.outcomes.workbook.report_workbook import report_workbook
from app.outcomes.workbook.words import WorkbookWords
from app.queries.report_scopes import read_municipality_names
from app.routers.acting import Acting
from app.routers.duration_view import duration_blocks
from app.routers.earlier_report import Notice
from app.routers.forms import Form
from app.routers.headline_view import headlines
from app.routers.own_series_view import own_series_blocks
from app.routers.pages import language_of, page
from app.routers.report_request import GROUPING_KINDS, PUBLISHED_GROUPING_KINDS, Asked, Scope
from app.routers.report_sections import sections
from app.routers.report_view import AnyRow, ReportView
from app.rules.sentence import Sentence
from app.settings import settings

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
EXACT = Sentence("Exact numbers for the team of the programme only. Not for publication.")


async def report_page(
    request: Request,
    acting: Acting,
    *,
    form: Form,
    scopes: Sequence[Scope],
    asked: Asked | None,
    rows: Sequence[AnyRow],
    durations: Sequence[AnyDuration] = (),
    levels: Matrices = NO_LEVELS,
    series: Sequence[ToldSeries] = (),
    exact: bool = False,
    notice: Notice | None = None,
) -> Response:
    """The report; when what was asked cannot be right or is not given, the form with the reasons."""
    path = request.url.path.removesuffix("/table").removesuffix("/workbook").removesuffix("/people")
    codes = {code for row in rows if (code := row.group.get(Dimension.MUNICIPALITY))}
    people = asked.address(f"{path}/people") if asked and exact else None
    view = ReportView(
        language_of(request),
        await read_municipality_names(acting.session, codes),
        people,
        asked.request.own_metrics if asked else (),
        await references_beside(acting.session, asked.request) if asked else (),
        asked.request.axes() if asked else (),
    )
    shown = await asyncio.to_thread(
        lambda: sections(
            view.blocks(rows, levels),
            duration_blocks(durations, language_of(request)),
            own_series_blocks(series, language_of(request), people or ""),
        )
    )
    return page(
        request,
        "outcomes/report.html",
        status=200 if asked else 403 if notice else 400,
        notice=notice,
        exact=exact,
        form=form,
        here=path,
        scopes=[(scope.value, scope.name) for scope in scopes],
        groupings=GROUPING_KINDS if exact else PUBLISHED_GROUPING_KINDS,
        scope=asked.scope if asked else None,
        asked=asked.request if asked else None,
        sections=shown,
        headlines=headlines(shown),
        state_parts=PARTS,
        threshold=settings().disclosure_threshold,
        again=asked.address(path) if asked else None,
        standards=asked.address(f"{path}/standards") if asked else f"{path}/standards",
        job_quality=asked.address(f"{path}/job-quality") if asked else f"{path}/job-quality",
        guidance=asked.address(f"{path}/guidance") if asked else f"{path}/guidance",
        workbook=asked.address(f"{path}/workbook") if asked else None,
        table=asked.address(f"{path}/table") if asked else None,
        each_month=asked.address(f"{path}/each-month") if asked and exact else None,
        api=_in_the_api(asked) if asked else None,
    )


def report_as_csv(
    asked: Asked,
    rows: Sequence[AnyRow],
    *,
    durations: Sequence[AnyDuration] = (),
    levels: Matrices = NO_LEVELS,
    further: FurtherFigures = NO_FURTHER_FIGURES,
    exact: bool = False,
) -> Response:
    """The report as a file: metric, group, state, value."""
    return _as_file(
        csv_table(rows, durations, levels, further.lines), "text/csv; charset=utf-8", asked, "csv", exact=exact
    )


async def report_as_workbook(
    request: Request,
    acting: Acting,
    asked: Asked,
    rows: Sequence[AnyRow],
    *,
    durations: Sequence[AnyDuration] = (),
    levels: Matrices = NO_LEVELS,
    further: FurtherFigures = NO_FURTHER_FIGURES,
    exact: bool = False,
) -> Response:
    """The report as an .xlsx workbook with its definitions."""
    language = language_of(request)
    codes = {code for row in rows if (code := row.group.get(Dimension.MUNICIPALITY))}
    wanted = asked.request
    view = ReportView(language, await read_municipality_names(acting.session, codes), axes=wanted.axes())
    put = partial(say, language=language)
    content = await asyncio.to_thread(
        report_workbook,
        rows,
        durations,
        levels,
        await references_beside(acting.session, wanted),
        about=(
            (Sentence("About whom"), put(asked.scope.name)),
            (Sentence("Reference date"), local_day(wanted.as_of, language)),
            (Sentence("Known at"), local_moment(wanted.known_at, language)),
            (Sentence("Who may read it"), put(EXACT if exact else _rounded())),
        ),
        words=WorkbookWords(
            language=language,
            put=put,
            group=view.group_name,
            cross=view.cross_table,
            own=wanted.own_metrics,
        ),
        known_at=wanted.known_at,
        further=further,
    )
    return _as_file(content, XLSX, asked, "xlsx", exact=exact)


def _rounded() -> Sentence:
    return Sentence(
        "For publication. Counts are rounded to five; a count below %(threshold)s is withheld, and so is a count with "
        "which it could be worked out. Withheld is not zero, and not unknown.",
        threshold=settings().disclosure_threshold,
    )


def _as_file(content: str | bytes, media_type: str, asked: Asked, ending: str, *, exact: bool) -> Response:
    name = f"outcomes-{asked.request.as_of.isoformat()}{'-exact-not-for-publication' if exact else ''}.{ending}"
    return Response(content, media_type=media_type, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def _in_the_api(asked: Asked) -> str:
    """Where another program gets the same report."""
    wanted = asked.request
    query = [("asOf", wanted.as_of.isoformat()), ("knownAt", wanted.known_at.astimezone(UTC).isoformat())]
    query += [("programme", str(programme)) for programme in wanted.programmes or ()]
    query += [("municipality", code) for code in wanted.municipalities or ()]
    query += [("groupBy", dimension.value) for dimension in wanted.group_by]
    return f"/v1/outcomes?{urlencode(query)}"
