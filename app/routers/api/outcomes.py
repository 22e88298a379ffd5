"""/v1/outcomes"""

from datetime import UTC, date
from typing import Annotated
from urllib.parse import urlencode
from uuid import UUID

from fastapi import APIRouter, Query
from fastapi.responses import JSONResponse, Response
from pydantic import AwareDatetime

from app.models.base import MunicipalityCode
from app.models.outcome import OutcomePublic
from app.outcomes.ask import OutcomesWanted, outcomes
from app.outcomes.formats import json_object
from app.outcomes.pull import PublishedReport
from app.outcomes.statement import Dimension
from app.routers.acting import ReportCaller
from app.routers.api.answers import page_of
from app.routers.earlier_report import why_not_this_one
from app.routers.problems import problem

router = APIRouter(prefix="/outcomes", tags=["outcomes"])
Several = Query(default_factory=list, max_length=50)


@router.get("", response_model=page_of(OutcomePublic))
async def list_outcomes(
    acting: ReportCaller,
    programme: Annotated[list[UUID], Several],
    cohort: Annotated[list[UUID], Several],
    municipality: Annotated[list[MunicipalityCode], Several],
    metric: Annotated[list[str], Several],
    group_by: Annotated[list[Dimension], Query(alias="groupBy", default_factory=list, max_length=4)],
    as_of: Annotated[date | None, Query(alias="asOf", description="Nothing dated after this day counts.")] = None,
    known_at: Annotated[
        AwareDatetime | None, Query(alias="knownAt", description="Only what was recorded by this moment counts.")
    ] = None,
) -> Response:
    """Outcomes per metric, in total and per group.

    Coordinators get exact numbers of their own programmes. Everybody else gets what may be published, about one
    programme or one municipality: rounded, and with counts withheld that could point at somebody. A report from which
    an earlier one differs by too few people is not given; who names no day then gets the latest one that was.
    """
    wanted = OutcomesWanted(
        programmes=frozenset(programme),
        cohorts=frozenset(cohort),
        municipalities=frozenset(municipality),
        metrics=tuple(metric),
        group_by=tuple(group_by),
        as_of=as_of,
        known_at=known_at,
    )
    found = await outcomes(acting.session, by=acting.actor, wanted=wanted)
    if found.refused:
        return refuse(found.refused)
    return JSONResponse({"results": [json_object(row) for row in found.rows]})


def refuse(report: PublishedReport) -> Response:
    """The refusal is answered and not raised, so that it stays in the log."""
    detail = str(why_not_this_one(report))
    if report.too_like and report.too_like.is_same_scope:
        known_at = report.too_like.known_at.astimezone(UTC).isoformat()
        detail += f" That one is at {urlencode({'asOf': report.too_like.as_of.isoformat(), 'knownAt': known_at})}."
    return problem(403, code="too-like-earlier", title="This report is not given", detail=detail)
