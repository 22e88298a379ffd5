"""The API, for other programs: one file per resource."""

from fastapi import Depends, FastAPI
from fastapi.routing import APIRoute

from app.routers import problems
from app.routers.api import (
    assignments,
    circumstances,
    coaching_contacts,
    cohorts,
    durations,
    employer_contacts,
    follow_ups,
    group_sessions,
    guidance,
    job_quality,
    language_measurements,
    language_supports,
    metrics,
    motivation_interviews,
    observations,
    organisations,
    outcome_reports,
    outcomes,
    own_metrics,
    participants,
    placements,
    programme_catalogue,
    programme_funding,
    programme_partners,
    programmes,
    ratings,
    response,
    screening_decisions,
    screening_tests,
    series,
    standards,
    tasks,
    trajectories,
    workplace_supports,
)
from app.routers.api.body_limit import BodyLimit
from app.routers.api.description import describe
from app.routers.api.negotiation import speaks_json
from app.routers.security_headers import API_VERSION

RESOURCES = (
    trajectories,  # first, because it is asked for most
    programmes,
    programme_partners,
    programme_funding,
    programme_catalogue,
    cohorts,
    durations,
    series,
    job_quality,
    guidance,
    standards,
    organisations,
    participants,
    screening_tests,
    motivation_interviews,
    circumstances,
    screening_decisions,
    tasks,
    language_measurements,
    language_supports,
    coaching_contacts,
    group_sessions,
    assignments,
    placements,
    employer_contacts,
    observations,
    follow_ups,
    workplace_supports,
    ratings,
    outcomes,
    outcome_reports,
    response,
    metrics,
    own_metrics,
)


def create_api() -> FastAPI:
    """The API, to be mounted at /v1."""
    api = FastAPI(
        title="Bestendig",
        version=API_VERSION,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        separate_input_output_schemas=False,
        generate_unique_id_function=_operation,
    )
    for resource in RESOURCES:
        api.include_router(resource.router, dependencies=[Depends(speaks_json)])
    api.add_middleware(BodyLimit)
    problems.install(api)
    describe(api)
    return api


def _operation(route: APIRoute) -> str:
    """The name of an operation: that of the function that does it."""
    return route.name.title().replace("_", "")
