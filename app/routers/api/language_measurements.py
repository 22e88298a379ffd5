"""/v1/language-measurements"""

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.models.language_measurement import (
    LanguageMeasurementCreate,
    LanguageMeasurementFields,
    LanguageMeasurementPublic,
)
from app.queries.facts import LANGUAGE_MEASUREMENTS
from app.routers.acting import TeamCaller
from app.routers.api.answers import answer_new, answer_one, answer_page, page_of
from app.routers.api.filters import OfTrajectory
from app.routers.api.paging import PageWanted
from app.use_cases.record_language_measurement import record_language_measurement

router = APIRouter(prefix="/language-measurements", tags=["language measurements"])


@router.get("", response_model=page_of(LanguageMeasurementPublic))
async def list_language_measurements(
    request: Request, acting: TeamCaller, wanted: PageWanted, chosen: OfTrajectory
) -> Response:
    """List language measurements, also those that a correction superseded."""
    return await answer_page(request, acting, LANGUAGE_MEASUREMENTS, wanted, **chosen)


@router.post("", status_code=201, response_model=LanguageMeasurementPublic)
async def create_language_measurement(acting: TeamCaller, measurement: LanguageMeasurementCreate) -> Response:
    """Record a level of one skill. The same skill, day and instrument again is a correction."""
    added = await record_language_measurement(
        acting.session,
        by=acting.actor,
        trajectory_id=measurement.trajectory_id,
        measurement=LanguageMeasurementFields(**measurement.model_dump(exclude={"trajectory_id"})),
    )
    at = f"/v1/language-measurements/{added.id}"
    return await answer_new(acting, LANGUAGE_MEASUREMENTS, added.id, at=at)


@router.get("/{measurement_id}", response_model=LanguageMeasurementPublic)
async def get_language_measurement(acting: TeamCaller, measurement_id: UUID) -> Response:
    """Read one language measurement."""
    return await answer_one(acting, LANGUAGE_MEASUREMENTS, measurement_id)
