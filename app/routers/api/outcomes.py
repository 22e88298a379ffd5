"""/v1/outcomes"""

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from fastapi.responses import JSONResponse, Response
from pydantic import AwareDatetime

from app.models.base import MunicipalityCode
from app.models.outcome import OutcomePublic
from app.outcomes.ask import OutcomesWanted, outcomes
from app.outcomes.formats import json_object
from app.outcomes.statement import Dimension
from app.routers.acting import ReportCaller
from app.routers.api.answers import page_of

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
    programme or one municipality: rounded, and with counts withheld that could point at somebody.
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
    rows = await outcomes(acting.session, by=acting.actor, wanted=wanted)
    return JSONResponse({"results": [json_object(row) for row in rows]})
