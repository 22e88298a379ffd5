"""With whom was the contact? One's own people as big targets; anybody else by name."""

import json

from fastapi import APIRouter, Request
from fastapi.responses import Response

from app.queries.people_to_contact import read_own_people, read_people_named
from app.routers.acting import Acting, Team
from app.routers.forms import Form
from app.routers.pages import page
from app.rules.folded_text import folded
from app.rules.sentence import Sentence

router = APIRouter()

SEARCH = Form("search", {"name": Sentence("Name")})
MOST_FOUND = 20
LEAST_LETTERS = 2


@router.get("/contacts/new")
async def show(request: Request, acting: Team) -> Response:
    """One's own people."""
    return await _page(request, acting, SEARCH)


@router.post("/contacts/new")
async def search(request: Request, acting: Team) -> Response:
    """The people whose name has this in it; a name never stands in an address."""
    form = await SEARCH.sent_in(request)
    if len(folded(form.value("name"))) < LEAST_LETTERS:
        form.errors["name"] = Sentence("Type at least two letters of the name.")
    return await _page(request, acting, form)


async def _page(request: Request, acting: Acting, form: Form) -> Response:
    name, today = folded(form.value("name")), acting.actor.today
    searched = bool(name) and not form.errors
    return page(
        request,
        "desk/contacts/choose.html",
        status=form.status if form.errors else 200,
        form=form,
        today=str(today),
        own=json.loads(await read_own_people(acting.session, acting.actor.account_id, today)),
        found=json.loads(await read_people_named(acting.session, name, MOST_FOUND)) if searched else None,
        most=MOST_FOUND,
    )
