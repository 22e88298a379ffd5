"""/v1/programmes/{id}/standards"""

from dataclasses import replace

from fastapi import APIRouter
from fastapi.responses import Response

from app.models.outcome import OutcomePublic
from app.models.standard import DifferencePublic, StandardPublic
from app.outcomes.formats import json_object
from app.outcomes.standard_pull import exact_standards
from app.routers.acting import TeamCaller
from app.routers.api.answers import answer_told, page_of
from app.routers.api.exact_request import ExactRequest
from app.rules.bilingual_text import BilingualText
from app.rules.standards import STANDARD_METRICS
from app.rules.standards.beside_ours import BesideOurs

router = APIRouter(prefix="/programmes", tags=["outcomes"])
ALL = page_of(StandardPublic)


@router.get("/{programme_id}/standards", response_model=ALL)
async def list_standards(acting: TeamCaller, asked: ExactRequest) -> Response:
    """Read the same people as ESF+, Statistics Netherlands and others count them, and why that differs from ours.

    For coordinators of the programme. Numbers are exact, and not for publication.
    """
    asked = replace(asked, metrics=tuple(STANDARD_METRICS.values()))
    found = await exact_standards(acting.session, by=acting.actor, asked=asked)
    told = ALL.model_validate({"results": [_public(one) for one in found]})
    return answer_told(told)


def _public(one: BesideOurs) -> StandardPublic:
    metric = one.measure.metric
    return StandardPublic(
        standard=BilingualText.of(one.measure.name),
        title=BilingualText.of(metric.title),
        question=BilingualText.of(metric.question_text),
        theirs=OutcomePublic.model_validate(json_object(one.theirs)),
        ours=OutcomePublic.model_validate(json_object(one.ours)) if one.ours else None,
        differences=[
            DifferencePublic(change=difference.change, people=difference.people, why=BilingualText.of(difference.why))
            for difference in one.differences
        ],
        why=BilingualText.of(one.told()),
    )
