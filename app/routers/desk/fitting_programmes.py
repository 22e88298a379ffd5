"""Which programmes fit a person, and why."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from app.queries.fitting_programmes import read_person_and_programmes
from app.routers.acting import Team
from app.routers.desk.fit_view import AskingProgramme, WishingPerson, beside, nearest_first, per_verdict
from app.routers.pages import page

router = APIRouter()


@router.get("/trajectories/{trajectory_id}/fit")
async def show(
    request: Request, acting: Team, trajectory_id: UUID, fit: Annotated[str, Query(max_length=20)] = ""
) -> Response:
    """Every programme that the reader may see beside this person, the nearest first."""
    person = await read_person_and_programmes(acting.session, trajectory_id)
    today = acting.actor.today
    wishing = WishingPerson.read(person)
    lines = nearest_first(
        beside(programme, AskingProgramme.read(programme), wishing, today) for programme in person["programmes"]
    )
    return page(
        request,
        "desk/fitting_programmes.html",
        person=person,
        verdicts=per_verdict(lines),
        total=len(lines),
        chosen=fit,
        lines=[line for line in lines if fit in ("", line.verdict)],
        today=today,
    )
