"""The coordinator's page of the same people as others count them, beside our own numbers, and why the two differ."""

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.language import Language
from app.outcomes.definition import definition
from app.outcomes.sentence import sentence
from app.outcomes.standard_formats import difference_figures, named_by_standard, rows_beside
from app.outcomes.standard_pull import exact_standards
from app.routers.acting import Acting, Coordinator
from app.routers.desk.outcome_pages import STANDARDS as PAGE
from app.routers.desk.team_files import TeamFigures, offer_files
from app.routers.desk.team_report import team_report
from app.routers.headline_view import Headline, headline
from app.routers.pages import language_of
from app.routers.report_request import Asked
from app.rules.metric_definition import Metric
from app.rules.metrics import METRICS
from app.rules.outcome_numbers import OutcomeRow
from app.rules.sentence import Sentence
from app.rules.standards import STANDARD_METRICS
from app.rules.standards.beside_ours import BesideOurs, Difference

router = APIRouter(prefix=PAGE.path)


@dataclass(frozen=True)
class StandardBlock:
    """One measure on the page; of `rows` the first is theirs and the second ours."""

    code: str
    standard: str
    title: str
    question: str
    sentence: str
    headline: Headline
    rows: Sequence[tuple[str, OutcomeRow]]
    our_sentence: str | None
    why: Sequence[tuple[str, str]]
    """Why it is another figure than ours, with what an address says to mean the people of whom it tells."""
    definition: Sequence[tuple[Sentence, Sequence[Sentence]]]


@router.get("")
async def show(request: Request, acting: Coordinator) -> Response:
    """Every measure of a standard over one programme."""
    report = await team_report(request, acting, router.prefix, STANDARD_METRICS)
    asked = report.asked
    found = await exact_standards(acting.session, by=acting.actor, asked=asked.request) if asked else ()
    language = language_of(request)
    return report.page(
        request,
        "desk/outcome_standards.html",
        blocks=[_block(one, language) for one in found],
    )


async def _figures(request: Request, acting: Acting, asked: Asked) -> TeamFigures:
    found = await exact_standards(acting.session, by=acting.actor, asked=asked.request)
    return TeamFigures(
        name="standards",
        asked=asked,
        rows=rows_beside(found),
        metrics=[named_by_standard(one.measure) for one in found],
        further=difference_figures(found, language_of(request)),
    )


offer_files(router, STANDARD_METRICS, _figures, show)


def _block(one: BesideOurs, language: Language) -> StandardBlock:
    metric = one.measure.metric
    standard = one.measure.name.said_in(language)
    rows = [(standard, one.theirs)]
    if one.ours:
        rows.append((METRICS[one.ours.metric].title.said_in(language), one.ours))
    return StandardBlock(
        code=metric.code,
        standard=standard,
        title=metric.title.said_in(language),
        question=metric.question_text.said_in(language),
        sentence=_read_out(one.theirs, metric, language),
        headline=headline(metric.code, named_by_standard(one.measure).title.said_in(language), one.theirs),
        rows=rows,
        our_sentence=_read_out(one.ours, METRICS[one.ours.metric], language) if one.ours else None,
        why=[(difference.told().said_in(language), _which(difference)) for difference in one.differences]
        or [(one.told().said_in(language), "")],
        definition=definition(metric),
    )


def _which(difference: Difference) -> str:
    return f"&otherwise={difference.change}&came_back={str(difference.is_by_coming_back).lower()}"


def _read_out(row: OutcomeRow, metric: Metric, language: Language) -> str:
    words = sentence(row, metric, language)
    return f"{words[0].upper()}{words[1:]}."
