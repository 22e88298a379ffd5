"""What is known of a programme of one's own: elements at work, evidence, result, and figures from elsewhere."""

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.catalogue import catalogue
from app.queries.programme_knowledge import read_programme_knowledge
from app.routers.acting import Somebody
from app.routers.knowledge.own_results import own_results
from app.routers.pages import language_of, page
from app.rules.code_lists import Role
from app.rules.maryland_scale import MARYLAND_SCALE
from app.rules.metrics import METRICS

router = APIRouter(prefix="/programmes/{programme_id}/knowledge")

OFFICE = frozenset({Role.COORDINATOR, Role.COACH, Role.ADMINISTRATOR})
"""Who may open the page of the programme itself."""


@router.get("")
async def show(request: Request, acting: Somebody, programme_id: UUID, *, started: bool = False) -> Response:
    """The knowledge page of a programme."""
    known = await read_programme_knowledge(acting.session, programme_id)
    evaluation = known["evaluation"] or {}
    figures = evaluation.get("referenceFigures") or []
    metrics = [figure["metric"] for figure in figures if figure.get("metric")]
    return page(
        request,
        "knowledge/own_programme.html",
        programme=known,
        evaluation=evaluation,
        figures=figures,
        may_see_programme=bool(acting.actor.roles & OFFICE),
        own=await own_results(acting, programme_id, metrics, language_of(request)),
        started_from=catalogue().get(known["catalogueKey"] or ""),
        just_started=started,
        scale=MARYLAND_SCALE,
        metrics=METRICS,
    )
