"""The selection of a programme: who came in, who did not, and why. Exact, and for its team only."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel, BeforeValidator, Field

from app.errors import NotFound
from app.queries.selection import read_selection
from app.routers.acting import Team
from app.routers.desk.selection_view import (
    fate_bars,
    reasons_given,
    requirement_lines,
    step_bars,
    warnings_of,
)
from app.routers.forms import Form
from app.routers.pages import page
from app.rules.code_lists import Role
from app.rules.selection_funnel import Fate, funnel_of
from app.rules.selection_profiles import PROFILE_NAMES, Profile, split

router = APIRouter()

NothingWhenEmpty = BeforeValidator(lambda value: None if value == "" else value)


class Filters(BaseModel):
    """What stands in the address. An empty field, as a form sends it, asks nothing."""

    cohort: Annotated[UUID | None, NothingWhenEmpty] = None
    year: Annotated[int | None, NothingWhenEmpty] = Field(default=None, ge=1900, le=2199)
    by: Profile = Profile.GENDER


@router.get("/programmes/{programme_id}/selection")
async def show(request: Request, acting: Team, programme_id: UUID, filters: Annotated[Filters, Query()]) -> Response:
    """The funnel, the requirements, the people by profile, and the time that decisions took."""
    if programme_id not in acting.actor.programmes(Role.COORDINATOR, Role.COACH):
        raise NotFound
    selection = await read_selection(acting.session, programme_id, cohort=filters.cohort, year=filters.year)
    today = acting.actor.today
    funnel = funnel_of(selection.registrations, today)
    groups = split(selection.registrations, filters.by)
    return page(
        request,
        "desk/selection.html",
        selection=selection,
        funnel=funnel,
        steps=step_bars(funnel),
        fates=fate_bars(funnel),
        requirements=requirement_lines(funnel, selection.asked),
        warnings=warnings_of(funnel),
        reasons=reasons_given(selection.registrations),
        groups=[(name, funnel_of(group, today)) for name, group in groups],
        Fate=Fate,
        filters=filters,
        form=Form("filters").with_values(filters.model_dump()),
        years=[(str(year), str(year)) for year in selection.years],
        cohorts=[(str(identity), name) for identity, name in selection.cohorts],
        profiles=PROFILE_NAMES.items(),
        today=today,
    )
