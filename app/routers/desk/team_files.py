"""The files of the team's pages of exact numbers: a long table and a workbook."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.language import say
from app.local_format import local_day, local_moment
from app.outcomes.cross_table import Group
from app.outcomes.formats import csv_table
from app.outcomes.further_figures import NO_FURTHER_FIGURES, FurtherFigures
from app.outcomes.workbook.report_workbook import report_workbook
from app.outcomes.workbook.words import WorkbookWords
from app.routers.acting import Acting, Coordinator
from app.routers.desk.team_report import team_report
from app.routers.pages import language_of
from app.routers.report_answers import EXACT, XLSX
from app.routers.report_request import Asked
from app.rules.metric_definition import Metric
from app.rules.outcome_numbers import OutcomeRow
from app.rules.sentence import Sentence


@dataclass(frozen=True, kw_only=True)
class TeamFigures:
    """What a file of such a page holds: the rows, the metrics that they are of, and what stands beside them."""

    name: str
    asked: Asked
    rows: Sequence[OutcomeRow]
    metrics: Sequence[Metric]
    further: FurtherFigures = NO_FURTHER_FIGURES
    group: Callable[[Group], str] | None = None
    """What a group is called; without it every row is about everyone."""

    def as_table(self) -> Response:
        """One long table: metric, group, state, value."""
        return self.as_file(csv_table(self.rows, more=self.further.lines), "text/csv; charset=utf-8", "csv")

    async def as_workbook(self, request: Request) -> Response:
        """A workbook with the numbers, what stands beside them, and what every metric means."""
        language = language_of(request)
        put = partial(say, language=language)
        wanted = self.asked.request
        content = await asyncio.to_thread(
            report_workbook,
            self.rows,
            about=(
                (Sentence("About whom"), put(self.asked.scope.name)),
                (Sentence("Reference date"), local_day(wanted.as_of, language)),
                (Sentence("Known at"), local_moment(wanted.known_at, language)),
                (Sentence("Who may read it"), put(EXACT)),
            ),
            words=WorkbookWords(
                language=language,
                put=put,
                group=self.group or (lambda _: put(Sentence("Everyone"))),
                own=self.metrics,
            ),
            known_at=wanted.known_at,
            further=self.further,
        )
        return self.as_file(content, XLSX, "xlsx")

    def as_file(self, content: str | bytes, media_type: str, ending: str) -> Response:
        """A file whose name says that it is exact."""
        name = f"{self.name}-{self.asked.request.as_of.isoformat()}-exact-not-for-publication.{ending}"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return Response(content, media_type=media_type, headers=headers)


Figures = Callable[[Request, Acting, Asked], Awaitable[TeamFigures]]


def offer_files(
    router: APIRouter,
    metrics: Mapping[str, Metric],
    figures: Figures,
    show: Callable[[Request, Acting], Awaitable[Response]],
) -> None:
    """Add the files to a page. Where its form cannot be right, the page itself says why."""

    async def read(request: Request, acting: Acting) -> TeamFigures | None:
        asked = (await team_report(request, acting, router.prefix, metrics)).asked
        return await figures(request, acting, asked) if asked else None

    @router.get("/table")
    async def download(request: Request, acting: Coordinator) -> Response:
        """The numbers of the page as one long table."""
        found = await read(request, acting)
        return found.as_table() if found else await show(request, acting)

    @router.get("/workbook")
    async def download_workbook(request: Request, acting: Coordinator) -> Response:
        """The numbers of the page as a workbook with their definitions."""
        found = await read(request, acting)
        return await found.as_workbook(request) if found else await show(request, acting)
