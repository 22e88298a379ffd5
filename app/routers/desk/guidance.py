"""The coordinator's page of how people are guided, and how they leave."""

from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.language import Language
from app.outcomes.guidance_formats import guidance_figures
from app.outcomes.guidance_report import GUIDANCE_AND_EXIT, METRICS, DropOut, GuidanceReport, exact_guidance
from app.outcomes.sentence import sentence
from app.routers.acting import Acting, Coordinator
from app.routers.desk.outcome_pages import GUIDANCE as PAGE
from app.routers.desk.team_files import TeamFigures, offer_files
from app.routers.desk.team_report import team_report
from app.routers.pages import language_of
from app.routers.report_request import Asked
from app.rules.metrics.guidance import WITHIN_CONTACT_NORM
from app.rules.names import name_of

router = APIRouter(prefix=PAGE.path)


@router.get("")
async def show(request: Request, acting: Coordinator) -> Response:
    """Talks, silences and caseloads, completion, early leaving and destinations of one programme."""
    report = await team_report(request, acting, router.prefix, GUIDANCE_AND_EXIT)
    asked = report.asked
    found = await exact_guidance(acting.session, by=acting.actor, asked=asked.request) if asked else None
    told = _told(found, language_of(request)) if found else []
    return report.page(
        request,
        "desk/guidance.html",
        found=found,
        in_time=[one for one in told if one["code"] == WITHIN_CONTACT_NORM.code],
        ends=[one for one in told if one["code"] != WITHIN_CONTACT_NORM.code],
        fullest=max((max(one.weight, one.norm or 0) for one in found.caseloads), default=0) if found else 0,
        busiest=max((one.contacts / one.people for one in found.by_month), default=0) if found else 0,
        drop_outs=_by_phase(found.drop_outs) if found else [],
        exits=[(name_of(where) if where else None, people) for where, people in found.exits] if found else [],
    )


async def _figures(_request: Request, acting: Acting, asked: Asked) -> TeamFigures:
    found = await exact_guidance(acting.session, by=acting.actor, asked=asked.request)
    return TeamFigures(
        name="guidance",
        asked=asked,
        rows=found.rows,
        metrics=METRICS,
        further=guidance_figures(found),
    )


offer_files(router, GUIDANCE_AND_EXIT, _figures, show)


def _told(found: GuidanceReport, language: Language) -> list[dict[str, str]]:
    """Per metric its code, its title, the sentence that reads it out, and its question."""
    return [
        {
            "code": row.metric,
            "title": metric.title.said_in(language),
            "sentence": sentence(row, metric, language),
            "question": metric.question_text.said_in(language),
        }
        for row in found.rows
        for metric in (GUIDANCE_AND_EXIT[row.metric],)
    ]


def _by_phase(drop_outs: Sequence[DropOut]) -> list[tuple[str | None, int, list[tuple[object, int]]]]:
    """Per phase how many people left in it, and how many of them for each reason."""
    by_phase = [(phase, list(ones)) for phase, ones in groupby(drop_outs, key=attrgetter("phase"))]
    return [
        (
            phase,
            sum(one.people for one in ones),
            [(name_of(one.reason) if one.reason else None, one.people) for one in ones],
        )
        for phase, ones in by_phase
    ]
