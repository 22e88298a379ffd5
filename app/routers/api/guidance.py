"""/v1/programmes/{id}/guidance"""

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from fastapi.responses import Response
from pydantic import AwareDatetime

from app.errors import FieldError, InvalidInput
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
from app.outcomes.report import ReportRequest
from app.routers.acting import TeamCaller
from app.routers.api.answers import JSON
from app.rules.sentence import Sentence

router = APIRouter(prefix="/programmes", tags=["outcomes"])


@router.get("/{programme_id}/guidance", response_model=GuidancePublic)
async def get_guidance(
    acting: TeamCaller,
    programme_id: UUID,
    as_of: Annotated[date | None, Query(alias="asOf", description="Nothing dated after this day counts.")] = None,
    known_at: Annotated[
        AwareDatetime | None, Query(alias="knownAt", description="Only what was recorded by this moment counts.")
    ] = None,
) -> Response:
    """Read how often people are spoken to, how much coaches have to do, and how trajectories end.

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
    found = await exact_guidance(acting.session, by=by, asked=asked)
    return Response(_told(found).model_dump_json(by_alias=True), media_type=JSON)


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
