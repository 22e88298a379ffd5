"""Shows the programmes, and one of them."""

import json
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.queries.check_beside_decision import selection_warnings
from app.queries.programme_list import read_programme_list
from app.queries.programme_page import read_programme
from app.routers.acting import Office
from app.routers.desk.programmes.evaluation import MARYLAND
from app.routers.desk.programmes.view import view_of
from app.routers.desk.selection_view import in_words
from app.routers.pages import page
from app.rules.code_lists import Role
from app.rules.permissions import Act, why_not
from app.rules.sentence import Sentence
from app.use_cases.membership_roles import roles_in

router = APIRouter(prefix="/programmes")

DONE = {
    "new": Sentence("The programme has been added. Fill in the rest here."),
    "part": Sentence("The change has been recorded."),
    "partner": Sentence("Who does what has been recorded."),
    "funding": Sentence("The funding has been recorded."),
}


@router.get("")
async def show_all(request: Request, acting: Office) -> Response:
    """The programmes that one may see."""
    own = acting.actor.programmes(Role.COORDINATOR, Role.COACH)
    return page(
        request,
        "desk/programmes.html",
        programmes=await read_programme_list(acting.session, today=acting.actor.today, own=sorted(own)),
        may_add=why_not(Act.ADD_PROGRAMME, acting.actor.roles) is None,
    )


@router.get("/{programme_id}")
async def show(request: Request, programme_id: UUID, acting: Office, done: str = "") -> Response:
    """One programme with everything that is known of it."""
    told = json.loads(await read_programme(acting.session, programme_id, today=acting.actor.today))
    roles = roles_in(acting.actor, programme_id)
    return page(
        request,
        "desk/programme.html",
        view=view_of(told, acting.actor.today),
        told=told,
        may_change=why_not(Act.CHANGE_PROGRAMME, roles) is None,
        may_keep_metrics=why_not(Act.KEEP_METRICS, roles) is None,
        is_of_the_team=bool(roles & {Role.COORDINATOR, Role.COACH}),
        selection_warnings=in_words(selection_warnings(told["selection"])),
        maryland=MARYLAND,
        done=DONE.get(done),
    )
