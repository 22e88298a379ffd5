"""/v1/programmes/{id}/job-quality"""

from dataclasses import replace

from fastapi import APIRouter
from fastapi.responses import Response

from app.models.job_quality import JobQualityPublic, WagesPublic
from app.models.outcome import OutcomePublic
from app.outcomes.formats import json_object
from app.outcomes.job_quality_report import METRICS, JobQualityReport, exact_job_quality
from app.routers.acting import TeamCaller
from app.routers.api.answers import answer_told
from app.routers.api.exact_request import ExactRequest

router = APIRouter(prefix="/programmes", tags=["outcomes"])


@router.get("/{programme_id}/job-quality", response_model=JobQualityPublic)
async def get_job_quality(acting: TeamCaller, asked: ExactRequest) -> Response:
    """Read what the first jobs of people are like, and who stepped up since.

    For coordinators of the programme. Numbers are exact, and not for publication.
    """
    asked = replace(asked, metrics=METRICS)
    found = await exact_job_quality(acting.session, by=acting.actor, asked=asked)
    return answer_told(_told(found))


def _told(found: JobQualityReport) -> JobQualityPublic:
    low, median, high = found.wages.quartiles or (None, None, None)
    return JobQualityPublic(
        metrics=[OutcomePublic.model_validate(json_object(row)) for row in found.rows],
        wages=WagesPublic(
            people=found.wages.people, known=found.wages.known, quarter=low, half=median, three_quarters=high
        ),
    )
