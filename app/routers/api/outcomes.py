"""/v1/outcomes"""

from datetime import UTC, date
from typing import Annotated
from urllib.parse import urlencode
from uuid import UUID

from fastapi import APIRouter, Depends, Query
from fastapi.responses import JSONResponse, Response
from pydantic import AwareDatetime

from app.language import Language, say
from app.models.base import MunicipalityCode
from app.models.outcome import ExplanationPublic, OutcomesPublic
from app.models.outcome_edition import PublishedCurves
from app.outcomes.ask import OutcomesWanted, outcomes
from app.outcomes.duration_formats import duration_object
from app.outcomes.explanation import explanation
from app.outcomes.formats import AnyRow, json_object
from app.outcomes.language_matrix_formats import matrix_objects
from app.outcomes.moment_format import in_utc
from app.outcomes.pull import PublishedReport
from app.outcomes.references import reference_objects
from app.outcomes.sentence import sentence
from app.outcomes.statement import Dimension
from app.routers.acting import ReportCaller
from app.routers.api.answers import page_of
from app.routers.earlier_report import why_not_this_one
from app.routers.problems import problem
from app.rules.metric_definition import Metric

router = APIRouter(prefix="/outcomes", tags=["outcomes"])
Several = Query(default_factory=list, max_length=50)
GROUP_BY = (
    "What the rows are split by, beside the total; may be repeated. With two there are rows of each alone as well. "
    "Sector (a NACE section) and size are those of the employer of the first paid placement, or no_job. A start_year "
    "is as 2025 and a start_quarter as 2025-Q1, or not_started. Age is that on the day of the start; speaking level is "
    "the documented one at the start. Null is what nobody recorded."
)


def _wanted(
    programme: Annotated[list[UUID], Several],
    cohort: Annotated[list[UUID], Several],
    municipality: Annotated[list[MunicipalityCode], Several],
    metric: Annotated[list[str], Several],
    group_by: Annotated[
        list[Dimension], Query(alias="groupBy", default_factory=list, max_length=4, description=GROUP_BY)
    ],
    as_of: Annotated[date | None, Query(alias="asOf", description="Nothing dated after this day counts.")] = None,
    known_at: Annotated[
        AwareDatetime | None, Query(alias="knownAt", description="Only what was recorded by this moment counts.")
    ] = None,
) -> OutcomesWanted:
    return OutcomesWanted(
        programmes=frozenset(programme),
        cohorts=frozenset(cohort),
        municipalities=frozenset(municipality),
        metrics=tuple(metric),
        group_by=tuple(group_by),
        as_of=as_of,
        known_at=known_at,
    )


Wanted = Annotated[OutcomesWanted, Depends(_wanted)]


@router.get("", response_model=OutcomesPublic)
async def list_outcomes(acting: ReportCaller, wanted: Wanted) -> Response:
    """Outcomes per metric, in total and per group.

    Coordinators get exact numbers of their own programmes. Everybody else gets what may be published, about one
    programme or one municipality: rounded, and with counts withheld that could point at somebody. A report from which
    an earlier one differs by too few people is not given; who names no day then gets the latest one that was.
    Where the groups are withheld beside a report of another day, groupsAt tells when they can be read.
    Of one programme, the figures from elsewhere that it holds its results against stand beside the rows.
    """
    found = await outcomes(acting.session, by=acting.actor, wanted=wanted)
    if found.refused:
        return refuse(found.refused)
    results = [json_object(row) for row in found.rows]
    references = reference_objects(found.references, found.rows)
    return JSONResponse({"results": results, "references": references, "groupsAt": _groups_at(found.published)})


@router.get("/explanations", response_model=page_of(ExplanationPublic))
async def list_explanations(acting: ReportCaller, wanted: Wanted) -> Response:
    """The same outcomes in words: the number in a sentence, and why it is what it is.

    Who is counted and who is not, how many are not yet due, and what it would be if the unknown counted otherwise.
    Asked and controlled like the outcomes themselves.
    """
    found = await outcomes(acting.session, by=acting.actor, wanted=wanted)
    if found.refused:
        return refuse(found.refused)
    return JSONResponse({"results": [_explained(row, found.metrics[row.metric]) for row in found.rows]})


@router.get("/curves", response_model=PublishedCurves)
async def list_curves(acting: ReportCaller, wanted: Wanted) -> Response:
    """The curves and the language levels of the published report about one programme or one municipality.

    By months, and only with enough people; refused like the report itself. Of speaking there are no levels here: ask
    for /outcomes?groupBy=speaking_level. The exact curves of a programme are at
    /programmes/{id}/durations, for its coordinators.
    """
    found = await outcomes(acting.session, by=acting.actor, wanted=wanted, as_published=True)
    if found.refused:
        return refuse(found.refused)
    report = found.published
    return JSONResponse(
        {
            "durations": [duration_object(row) for row in report.durations] if report else [],
            "languageLevels": matrix_objects(report.levels) if report else [],
        }
    )


def _groups_at(report: PublishedReport | None) -> dict[str, str] | None:
    if report is None or report.split_at is None:
        return None
    as_of, known_at = report.split_at
    return {"asOf": as_of.isoformat(), "knownAt": in_utc(known_at)}


def _explained(row: AnyRow, metric: Metric) -> dict[str, object]:
    return {
        "metric": row.metric,
        "version": row.version,
        "group": dict(row.group),
        "inWords": {language: sentence(row, metric, language) for language in Language},
        "why": [{language: say(one, language) for language in Language} for one in explanation(row, metric)],
        "rateIfUnknownIsNo": row.lower,
        "rateIfUnknownIsYes": row.upper,
        "asOf": row.as_of.isoformat(),
        "knownAt": in_utc(row.known_at),
    }


def refuse(report: PublishedReport) -> Response:
    """The refusal is answered and not raised, so that it stays in the log."""
    detail = str(why_not_this_one(report))
    if report.too_like and report.too_like.is_same_scope:
        known_at = report.too_like.known_at.astimezone(UTC).isoformat()
        detail += f" That one is at {urlencode({'asOf': report.too_like.as_of.isoformat(), 'knownAt': known_at})}."
    return problem(403, code="too-like-earlier", title="This report is not given", detail=detail)
