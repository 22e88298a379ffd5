"""Adds a programme to this installation."""

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from app.models.programme import ProgrammeCreate
from app.queries.administration import read_choices, read_programmes
from app.routers.acting import Acting, Administrator
from app.routers.forms import Form, kept_in
from app.routers.pages import page
from app.rules.code_lists import ProgrammeKind
from app.rules.names import choices
from app.rules.sentence import Sentence
from app.use_cases.add_programme import add_programme

router = APIRouter()

PROGRAMME = Form(
    "programme",
    {
        "name": Sentence("Name"),
        "kind": Sentence("How do language and work go together?"),
        "lead_organisation_id": Sentence("Lead organisation"),
        "contact_norm_days": Sentence("At most this many days between two contacts"),
    },
    {"contact_norm_days": "21"},
)


@router.get("/new-programme")
async def show(request: Request, acting: Administrator) -> Response:
    """The programmes by name, and the form for one more."""
    return await _list(request, acting, PROGRAMME)


@router.post("/new-programme")
async def add(request: Request, acting: Administrator) -> Response:
    """Add a programme, and go on with the rest of it."""
    form = await PROGRAMME.sent_in(request)
    programme = form.read(ProgrammeCreate)
    if programme:
        async with kept_in(form, acting.session):
            added = await add_programme(acting.session, by=acting.actor, programme=programme)
            return RedirectResponse(f"/programmes/{added.id}?done=new", status_code=303)
    return await _list(request, acting, form)


async def _list(request: Request, acting: Acting, form: Form) -> Response:
    return page(
        request,
        "administration/programmes.html",
        status=form.status if form.errors else 200,
        programmes=await read_programmes(acting.session),
        choices=await read_choices(acting.session),
        kinds=choices(ProgrammeKind),
        form=form,
    )
