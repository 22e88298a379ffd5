"""/v1/programmes/{id}/job-quality"""

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from fastapi.responses import Response
from pydantic import AwareDatetime

from app.errors import FieldError, InvalidInput
from app.models.job_quality import JobQualityPublic, WagesPublic
from app.models.outcome import OutcomePublic
from app.outcomes.formats import json_object
from app.outcomes.job_quality_report import METRICS, exact_job_quality
from app.outcomes.report import ReportRequest
from app.routers.acting import TeamCaller
from app.routers.api.answers import JSON
from app.rules.sentence import Sentence

router = APIRouter(prefix="/programmes", tags=["outcomes"])


@router.get("/{programme_id}/job-quality", response_model=JobQualityPublic)
async def get_job_quality(
    acting: TeamCaller,
    programme_id: UUID,
    as_of: Annotated[date | None, Query(alias="asOf", description="Nothing dated after this day counts.")] = None,
    known_at: Annotated[
        AwareDatetime | None, Query(alias="knownAt", description="Only what was recorded by this moment counts.")
    ] = None,
) -> Response:
    """Read what the first jobs of people are like, and who stepped up since.

    For coordinators of the programme. Numbers are exact, and not for publication.
    """
    by = acting.actor
    if as_of is not None and as_of > by.today:
        raise InvalidInput([FieldError("as_of", "in-future", Sentence("This day is still to come."))])
    asked = ReportRequest(
        metrics=METRICS,
        as_of=as_of or by.today,
        known_at=min(by.at, known_at or by.at),
        programmes=frozenset({programme_id}),
    )
    found = await exact_job_quality(acting.session, by=by, asked=asked)
    low, median, high = found.wages.quartiles or (None, None, None)
    told = JobQualityPublic(
        metrics=[OutcomePublic.model_validate(json_object(row)) for row in found.rows],
        wages=WagesPublic(
            people=found.wages.people, known=found.wages.known, quarter=low, half=median, three_quarters=high
        ),
    )
    return Response(told.model_dump_json(by_alias=True), media_type=JSON)
