"""/v1/programmes/{id}/guidance"""

from dataclasses import replace

from fastapi import APIRouter
from fastapi.responses import Response

from app.models.guidance import (
    CaseloadPublic,
    DropOutPublic,
    ExitPublic,
    GuidancePublic,
    MonthOfGuidancePublic,
    SilencesPublic,
)
from app.models.outcome import OutcomePublic
from app.outcomes.formats import json_object
from app.outcomes.guidance_report import METRICS, GuidanceReport, exact_guidance
from app.routers.acting import TeamCaller
from app.routers.api.answers import answer_told
from app.routers.api.exact_request import ExactRequest

router = APIRouter(prefix="/programmes", tags=["outcomes"])


@router.get("/{programme_id}/guidance", response_model=GuidancePublic)
async def get_guidance(acting: TeamCaller, asked: ExactRequest) -> Response:
    """Read how often people are spoken to, how much coaches have to do, and how trajectories end.

    For coordinators of the programme. Numbers are exact, and not for publication.
    """
    asked = replace(asked, metrics=METRICS)
    found = await exact_guidance(acting.session, by=acting.actor, asked=asked)
    return answer_told(_told(found))


def _told(found: GuidanceReport) -> GuidancePublic:
    low, median, high = found.silences.quartiles or (None, None, None)
    return GuidancePublic(
        metrics=[OutcomePublic.model_validate(json_object(row)) for row in found.rows],
        contacts=found.contacts,
        contacts_a_month=found.contacts_a_month,
        months=[
            MonthOfGuidancePublic(month=one.month, people=one.people, contacts=one.contacts) for one in found.by_month
        ],
        silences=SilencesPublic(
            people=found.silences.people,
            quarter=low,
            half=median,
            three_quarters=high,
            longest=found.silences.longest,
        ),
        caseloads=[
            CaseloadPublic(
                programme=one.programme, norm=one.norm, has_coach=one.has_coach, people=one.people, weight=one.weight
            )
            for one in found.caseloads
        ],
        drop_outs=[DropOutPublic(phase=one.phase, reason=one.reason, people=one.people) for one in found.drop_outs],
        exits=[ExitPublic(destination=where, people=people) for where, people in found.exits],
    )
