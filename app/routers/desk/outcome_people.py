"""The people behind a number of the coordinator's report, each with the reason why they count so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel, Field

from app.errors import NotFound
from app.language import Language
from app.outcomes.counted_otherwise import Otherwise, counted_otherwise
from app.outcomes.people import Counted, people_behind
from app.outcomes.statement import Dimension
from app.queries.people_of_report import read_people_of_report
from app.queries.report_scopes import read_municipality_names
from app.routers.acting import Acting, Coordinator
from app.routers.desk.outcome_pages import OutcomePage, metric_on_a_page
from app.routers.desk.outcome_people_view import PLACES, STATES, PersonLine, people_csv, person_lines, reason_lines
from app.routers.desk.report_scopes import own_programmes
from app.routers.pages import language_of, page
from app.routers.report_answers import report_page
from app.routers.report_request import Asked, asked_of_team
from app.routers.report_view import ReportView
from app.rules.bilingual_text import Bilingual
from app.rules.metric_definition import Metric
from app.rules.metrics import METRICS
from app.rules.outcome_state import OutcomeState
from app.rules.sentence import Sentence
from app.rules.standards import STANDARDS
from app.rules.standards.beside_ours import WHAT
from app.rules.standards.changes import Change
from app.rules.state_reason import REASONS, Reason

router = APIRouter(prefix="/programme-outcomes/people")

PAGE_LENGTH = 25


class Wanted(BaseModel):
    """Which number, and which of its people.

    `within` names the group: `gender:female` and the like, without a value for what nobody recorded; none is everyone.
    `otherwise` are those who count so under a standard, and `came_back` whether because they came back.
    """

    metric: str = next(iter(METRICS))
    within: list[Annotated[str, Field(pattern=rf"^({'|'.join(Dimension)}):")]] = Field(default_factory=list)
    otherwise: Change | None = None
    came_back: bool | None = None
    state: OutcomeState | None = None
    reason: Reason | None = None
    page: int = Field(default=1, ge=1, le=10_000)

    def group(self) -> dict[str, str | None]:
        """The group by its dimensions, None for what nobody recorded."""
        parts = (part.partition(":") for part in self.within)
        return {dimension: value or None for dimension, _, value in parts}

    def holds(self, person: Counted) -> bool:
        """Whether somebody has the state and the reason that were chosen."""
        return self.state in (None, person.state) and self.reason in (None, person.reason)


@dataclass(frozen=True)
class Behind:
    """A number that can be made, the page that it stands on, and everyone whom it counts.

    The metric is the one that gives the states.
    """

    asked: Asked
    title: Bilingual
    metric: Metric
    page: OutcomePage
    people: Sequence[Counted]

    async def lines(self, acting: Acting, shown: Sequence[Counted]) -> list[PersonLine]:
        """Those to be shown, with their names."""
        names = await read_people_of_report(
            acting.session,
            [person.trajectory for person in shown],
            [person.placement for person in shown if person.placement],
            as_of=self.asked.request.as_of,
            known_at=self.asked.request.known_at,
        )
        return person_lines(self.metric, shown, names)


@router.get("")
async def show(request: Request, acting: Coordinator, wanted: Annotated[Wanted, Query()]) -> Response:
    """Everyone in the cohort of one number, with the reasons that add up to it."""
    behind = await _behind(request, acting, wanted)
    if isinstance(behind, Response):
        return behind
    chosen = [person for person in behind.people if wanted.holds(person)]
    first = (wanted.page - 1) * PAGE_LENGTH
    shown = chosen[first : first + PAGE_LENGTH]
    group = wanted.group()
    codes = [code] if (code := group.get(Dimension.MUNICIPALITY)) else []
    view = ReportView(language_of(request), await read_municipality_names(acting.session, codes))
    return page(
        request,
        "desk/outcome_people.html",
        asked=behind.asked.request,
        scope=behind.asked.scope,
        metric=behind.metric,
        title=behind.title,
        otherwise=_otherwise(wanted, language_of(request)),
        group=view.values(group) if group else None,
        wanted=wanted,
        cohort=len(behind.people),
        reasons=reason_lines(behind.people),
        lines=await behind.lines(acting, shown),
        found=len(chosen),
        first=first,
        length=PAGE_LENGTH,
        states=STATES,
        places=PLACES,
        reason_names=REASONS,
        back=behind.asked.address(behind.page.path) + f"#{wanted.metric}",
        back_to=behind.page.title,
        address=_address(behind, wanted, ""),
        table=_address(behind, wanted, "/table"),
    )


@router.get("/table")
async def download(request: Request, acting: Coordinator, wanted: Annotated[Wanted, Query()]) -> Response:
    """The same people as a file, whose name says that it is not for publication."""
    behind = await _behind(request, acting, wanted)
    if isinstance(behind, Response):
        return behind
    lines = await behind.lines(acting, [person for person in behind.people if wanted.holds(person)])
    name = f"{behind.metric.code}-{behind.asked.request.as_of.isoformat()}-people-not-for-publication.csv"
    return Response(
        people_csv(behind.metric, lines, language_of(request)),
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


async def _behind(request: Request, acting: Acting, wanted: Wanted) -> Behind | Response:
    """The number that is asked about; the form of the report with its faults when it cannot be made."""
    scopes = await own_programmes(acting)
    form, asked = await asked_of_team(request, acting, scopes)
    if asked is None:
        return await report_page(request, acting, form=form, scopes=scopes, asked=None, rows=[], exact=True)
    found = metric_on_a_page(wanted.metric, asked)
    if found is None:
        raise NotFound(Sentence("There is no such metric."))
    metric, on_page = found
    asked = replace(asked, request=replace(asked.request, metrics=(metric,)))
    if wanted.otherwise and wanted.metric in STANDARDS:
        way = Otherwise(wanted.otherwise, came_back=bool(wanted.came_back))
        measure = STANDARDS[wanted.metric]
        judging, people = await counted_otherwise(
            acting.session, by=acting.actor, asked=asked.request, measure=measure, way=way
        )
        return Behind(asked, metric.title, judging, on_page, people)
    people = await people_behind(acting.session, by=acting.actor, asked=asked.request, group=wanted.group())
    return Behind(asked, metric.title, metric, on_page, people)


def _otherwise(wanted: Wanted, language: Language) -> str | None:
    if wanted.otherwise is None:
        return None
    words = WHAT[wanted.otherwise].said_in(language)
    return f"{words[0].upper()}{words[1:]}"


def _address(behind: Behind, wanted: Wanted, path: str) -> str:
    """Where one chooses among the people of this number, without the choice itself."""
    chosen = wanted.model_dump(include={"metric", "within", "otherwise", "came_back"}, exclude_none=True)
    return f"{behind.asked.address(router.prefix + path)}&{urlencode(chosen, doseq=True)}"
