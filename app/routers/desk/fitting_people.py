"""Which people fit a programme, and why. The filters stay in the address."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel, BeforeValidator, Field

from app.queries.fitting_people import MOST_PEOPLE, read_programme_and_people
from app.routers.acting import Team
from app.routers.desk.fit_view import AskingProgramme, WishingPerson, beside, nearest_first, per_verdict
from app.routers.forms import Form
from app.routers.pages import page
from app.rules.code_lists import TrajectoryState
from app.rules.names import name_of
from app.rules.sentence import Sentence

router = APIRouter()

PAGE_LENGTH = 25
STATES = (TrajectoryState.REGISTERED, TrajectoryState.SCREENING, TrajectoryState.WAITING)
NothingWhenEmpty = BeforeValidator(lambda value: None if value == "" else value)


class Place(StrEnum):
    """Where somebody has a trajectory."""

    HERE = "here"
    ELSEWHERE = "elsewhere"


PLACES = [
    (Place.HERE.value, Sentence("In this programme")),
    (Place.ELSEWHERE.value, Sentence("In another programme")),
]


class Filters(BaseModel):
    """What stands in the address. An empty field, as a form sends it, asks nothing."""

    fit: str = Field(default="", max_length=20)
    state: Annotated[TrajectoryState | None, NothingWhenEmpty] = None
    place: Annotated[Place | None, NothingWhenEmpty] = None
    page: int = Field(default=1, ge=1, le=10_000)

    def holds(self, person: dict[str, object]) -> bool:
        """Whether somebody has the state and is at the place that was chosen."""
        place = Place.HERE if person["isHere"] else Place.ELSEWHERE
        return self.state in (None, person["state"]) and self.place in (None, place)


@router.get("/programmes/{programme_id}/candidates")
async def show(request: Request, acting: Team, programme_id: UUID, filters: Annotated[Filters, Query()]) -> Response:
    """Everybody who could still come into the programme, those who lack least first."""
    programme = await read_programme_and_people(acting.session, programme_id)
    people, today = programme["people"], acting.actor.today
    asking = AskingProgramme.read(programme)
    lines = nearest_first(
        beside(person, asking, WishingPerson.read(person), today) for person in people if filters.holds(person)
    )
    fitting = [line for line in lines if filters.fit in ("", line.verdict)]
    first = (filters.page - 1) * PAGE_LENGTH
    return page(
        request,
        "desk/fitting_people.html",
        programme=programme,
        there_is_nobody=not people,
        is_cut_off=len(people) == MOST_PEOPLE,
        verdicts=per_verdict(lines),
        total=len(lines),
        found=len(fitting),
        lines=fitting[first : first + PAGE_LENGTH],
        first=first,
        length=PAGE_LENGTH,
        filters=filters,
        form=Form("filters").with_values(filters.model_dump()),
        states=[(state.value, name_of(state)) for state in STATES],
        places=PLACES,
        today=today,
    )
