"""What people need help with, by what the talks were about."""

import json
from datetime import date, timedelta
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel, BeforeValidator

from app.queries.topics import TopicsWanted, read_topics
from app.routers.acting import Team
from app.routers.forms import Form
from app.routers.pages import page
from app.rules.sentence import Sentence

router = APIRouter()

PERIOD = timedelta(days=182)


def _nothing_when_empty(value: object) -> object:
    return None if value == "" else value


Empty = BeforeValidator(_nothing_when_empty)


class Period(BaseModel):
    """What stands in the address; without a day the last half year."""

    first: Annotated[date | None, Empty] = None
    last: Annotated[date | None, Empty] = None
    programme: Annotated[UUID | None, Empty] = None


@router.get("/caseload/topics")
async def show(request: Request, acting: Team, period: Annotated[Period, Query()]) -> Response:
    """The topics of a period."""
    last = period.last or acting.actor.today
    first = period.first or last - PERIOD
    form = Form("period", {"first": Sentence("From"), "last": Sentence("Up to and including")}).with_values(
        {"first": first, "last": last, "programme": period.programme}
    )
    if first > last:
        form.errors["last"] = Sentence("This day is before %(day)s.", day=first)
    found = json.loads(await read_topics(acting.session, TopicsWanted(first, last, period.programme)))
    return page(
        request,
        "desk/caseload/topics.html",
        status=400 if form.errors else 200,
        found=found,
        form=form,
        first=first,
        last=last,
    )
