"""The people of one caseload: one's own with the agenda, or that of a colleague, to look at or to hand over."""

import json
from collections import Counter
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.models import Account
from app.queries.caseload_people import Caseload, NoAccount, read_caseload
from app.queries.team import TeamMember, read_coaches
from app.routers.acting import Acting, Team
from app.routers.desk.caseload.team import show_team
from app.routers.forms import Form
from app.routers.pages import page
from app.rules.agenda import agenda_of
from app.rules.code_lists import Role
from app.rules.sentence import Sentence
from app.use_cases.load import load

router = APIRouter()

HAND_OVER = Form(
    "hand-over",
    {
        "person": Sentence("Who?"),
        "coach_id": Sentence("New coach"),
        "from_on": Sentence("From which day?"),
        "reason": Sentence("Reason"),
    },
)
DONE = {
    "contact": Sentence("The contact has been recorded."),
    "group": Sentence("The group session has been recorded."),
}
NOBODY = {
    NoAccount.UNASSIGNED: Sentence("Nobody guides them yet"),
    NoAccount.NAME_ONLY: Sentence("Guided by somebody without an account"),
}


@router.get("/caseload")
async def show_own(request: Request, acting: Team, done: str = "") -> Response:
    """One's own people and appointments; who guides nobody finds the whole team."""
    own = Caseload(acting.actor.account_id)
    people = json.loads(await read_caseload(acting.session, own))
    if not people and Role.COACH not in acting.actor.roles:
        return await show_team(request, acting, done=DONE.get(done))
    return await people_page(request, acting, own, people=people, done=DONE.get(done))


@router.get("/caseload/{whose}")
async def show(request: Request, whose: UUID | NoAccount, acting: Team) -> Response:
    """The people of a colleague, or those without one."""
    return await people_page(request, acting, caseload_of(whose))


def caseload_of(whose: UUID | NoAccount) -> Caseload:
    """Read whose caseload an address names."""
    return Caseload(nobody=whose) if isinstance(whose, NoAccount) else Caseload(whose)


async def people_page(
    request: Request,
    acting: Acting,
    caseload: Caseload,
    *,
    people: list[dict[str, Any]] | None = None,
    sent: Form | None = None,
    done: Sentence | None = None,
) -> Response:
    """Show a caseload; with a hand-over that was refused, its form stands there as it was filled in."""
    if people is None:
        people = json.loads(await read_caseload(acting.session, caseload))
    today, own = acting.actor.today, caseload.account_id == acting.actor.account_id
    name = NOBODY[caseload.nobody] if caseload.nobody else await _name_of(acting, caseload.account_id)
    handing = acting.actor.programmes(Role.COORDINATOR) & {UUID(one["programmeId"]) for one in people}
    return page(
        request,
        "desk/caseload/people.html",
        status=sent.status if sent else 200,
        name=name,
        is_own=own and not caseload.nobody,
        is_nobodys=caseload.nobody is not None,
        whose=caseload.nobody or caseload.account_id,
        people=people,
        loads=_loads(people),
        agenda=agenda_of(people, today),
        silent=[one for one in people if is_silent(one, str(today))],
        today=str(today),
        form=sent or HAND_OVER.with_values({"from_on": today}),
        coaches=_choices(await read_coaches(acting.session), caseload) if handing else [],
        done=done,
    )


def is_silent(one: Mapping[str, Any], today: str) -> bool:
    """Whether somebody should have been spoken to by now."""
    return one["state"] in ("active", "aftercare") and str(one["silentAfter"]) < today


async def _name_of(acting: Acting, account_id: UUID | None) -> str:
    return (await load(acting.session, Account, account_id)).display_name if account_id else ""


def _loads(people: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """How many people, weighed by phase, against the norm: per programme."""
    weights: Counter[tuple[str, int | None]] = Counter()
    for one in people:
        weights[one["programme"], one["norm"]] += one["weight"]
    return [{"programme": name, "norm": norm, "weight": weight} for (name, norm), weight in sorted(weights.items())]


def _choices(coaches: list[TeamMember], caseload: Caseload) -> list[tuple[str, str]]:
    names = {str(one.account_id): one.name for one in coaches if one.account_id != caseload.account_id}
    return list(names.items())
