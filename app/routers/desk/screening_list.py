"""Who waits for a screening, a decision or a place, since when, and what is still missing."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel, Field

from app.queries.candidates import candidate_from
from app.queries.screening_list import WaitingPage, read_waiting
from app.routers.acting import Team
from app.routers.desk.trajectories import Choice
from app.routers.forms import Form
from app.routers.pages import page
from app.rules.code_lists import CheckVerdict, Role, SupportDomain
from app.rules.entry_check import check_entry
from app.rules.entry_requirement import requirements_from
from app.rules.sentence import Sentence

router = APIRouter()

PAGE_LENGTH = 50


class Filters(BaseModel):
    """What stands in the address. An empty field, as a form sends it, asks nothing."""

    programme: Annotated[UUID | None, Choice] = None
    waiting: bool = False
    page: int = Field(default=1, ge=1, le=10_000)


@router.get("/screening")
async def show(request: Request, acting: Team, filters: Annotated[Filters, Query()]) -> Response:
    """The list, those who wait longest first."""
    wanted = WaitingPage(
        programme_id=filters.programme,
        waiting_list=filters.waiting,
        limit=PAGE_LENGTH,
        offset=(filters.page - 1) * PAGE_LENGTH,
    )
    found = json.loads(await read_waiting(acting.session, wanted))
    today = acting.actor.today
    return page(
        request,
        "desk/screening_list.html",
        people=[
            {
                **person,
                "missing": missing_of(person, today),
                "days": (today - date.fromisoformat(person["since"])).days,
            }
            for person in found["people"]
        ],
        counts=found["counts"],
        programmes=found["programmes"],
        choices=[(one["id"], one["name"]) for one in found["programmes"]],
        counts_per_programme=Role.COORDINATOR in acting.actor.roles,
        filters=filters,
        form=Form("filters").with_values(filters.model_dump()),
        total=found["counts"]["waitingList" if filters.waiting else "screening"],
        length=PAGE_LENGTH,
    )


def missing_of(person: Mapping[str, Any], today: date) -> list[Sentence]:
    """Say what has not been found out yet."""
    check = check_entry(requirements_from(person["asked"]), candidate_from(person["facts"]), today)
    unknown = check.count(CheckVerdict.UNKNOWN)
    open_domains = len(SupportDomain) - person["domainsKnown"]
    missing = [
        (not person["hasTest"], Sentence("a test")),
        (not person["hasInterview"], Sentence("a talk about work")),
        (open_domains == len(SupportDomain), Sentence("the circumstances")),
        (
            0 < open_domains < len(SupportDomain),
            Sentence("%(open)s of %(all)s circumstances", open=open_domains, all=len(SupportDomain)),
        ),
        (unknown == 1, Sentence("a fact for one requirement")),
        (unknown > 1, Sentence("facts for %(many)s requirements", many=unknown)),
    ]
    return [sentence for is_missing, sentence in missing if is_missing]
