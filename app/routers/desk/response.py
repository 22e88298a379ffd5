"""The response of a programme: what is known of its follow-ups, and what would raise that. For its team only."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from app.errors import NotFound
from app.queries.response import read_response
from app.routers.acting import Team
from app.routers.desk.response_view import draw_curve, month_to_show, talk_lines, unanswered_lines
from app.routers.pages import page
from app.rules.answer_curve import answer_curve
from app.rules.code_lists import Role
from app.rules.outcome_numbers import WEAK_RESPONSE
from app.rules.response import Standing
from app.rules.response_counts import answered_lately, response_by_calendar_month
from app.rules.response_gain import gain_of

router = APIRouter()

MOST_TALKS = 20
"""So many talks are shown, unless all are asked for."""


@router.get("/programmes/{programme_id}/response")
async def show(
    request: Request,
    acting: Team,
    programme_id: UUID,
    month: Annotated[int | None, Query(ge=1, le=120)] = None,
    every: bool = False,
) -> Response:
    """The response per month, the talks that would raise it, and how soon answers come."""
    if programme_id not in acting.actor.programmes(Role.COORDINATOR, Role.COACH):
        raise NotFound
    response = await read_response(acting.session, programme_id, by=acting.actor)
    shown = month_to_show(response.months, month)
    gain = gain_of(shown, response.questions) if shown else None
    talks = len(gain.talks) if gain else 0
    curve = answer_curve(response.follow_ups, response.as_of)
    return page(
        request,
        "desk/response.html",
        response=response,
        shown=shown,
        gain=gain,
        talks=talk_lines(response, gain, talks if every else MOST_TALKS) if gain else [],
        hidden_talks=0 if every else max(talks - MOST_TALKS, 0),
        unanswered=unanswered_lines(shown) if shown else [],
        curve=curve,
        drawing=draw_curve(curve),
        Standing=Standing,
        calendar=response_by_calendar_month(response.questions, response.as_of),
        lately=answered_lately(response.follow_ups, response.as_of),
        weak=WEAK_RESPONSE,
    )
