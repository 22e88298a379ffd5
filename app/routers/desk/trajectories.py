"""The list of trajectories. Filters stay in the address; a name is searched for by a form that is posted."""

import json
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel, BeforeValidator, Field

from app.queries.trajectory_list import Sorting, TrajectoryFilter, read_trajectories
from app.routers.acting import Acting, Team
from app.routers.forms import Form
from app.routers.pages import page
from app.rules.code_lists import Role, TrajectoryState
from app.rules.folded_text import folded
from app.rules.names import choices
from app.rules.sentence import Sentence

router = APIRouter()

PAGE_LENGTH = 50
SEARCH = Form("search", {"name": Sentence("Name")})


def _nothing_when_empty(value: object) -> object:
    return None if value == "" else value


Choice = BeforeValidator(_nothing_when_empty)


class Filters(BaseModel):
    """What stands in the address. An empty field, as a form sends it, asks nothing."""

    programme: Annotated[UUID | None, Choice] = None
    cohort: Annotated[UUID | None, Choice] = None
    state: Annotated[TrajectoryState | None, Choice] = None
    coach: Annotated[str | None, Choice] = Field(default=None, max_length=200)
    sort: Sorting = Sorting.NAME
    page: int = Field(default=1, ge=1, le=10_000)


@router.get("/trajectories")
async def show(request: Request, acting: Team, filters: Annotated[Filters, Query()]) -> Response:
    """The list."""
    return await _list(request, acting, filters, SEARCH)


@router.post("/trajectories/search")
async def search(request: Request, acting: Team) -> Response:
    """The people whose name has this in it; a name never stands in an address."""
    form = await SEARCH.sent_in(request)
    return await _list(request, acting, Filters(), form)


async def _list(request: Request, acting: Acting, filters: Filters, form: Form) -> Response:
    wanted = TrajectoryFilter(
        programme_id=filters.programme,
        cohort_id=filters.cohort,
        state=filters.state,
        coach=filters.coach,
        name=folded(form.value("name")) or None,
        sorting=filters.sort,
        limit=PAGE_LENGTH,
        offset=(filters.page - 1) * PAGE_LENGTH,
    )
    found = json.loads(await read_trajectories(acting.session, wanted))
    return page(
        request,
        "desk/trajectories.html",
        found=found,
        filters=filters,
        chosen=Form("filters").with_values(filters.model_dump()),
        states=choices(TrajectoryState),
        search=form,
        may_merge=Role.COORDINATOR in acting.actor.roles,
        length=PAGE_LENGTH,
    )
