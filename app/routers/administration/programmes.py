"""The programmes of this installation."""

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


@router.get("/programmes")
async def show(request: Request, acting: Administrator) -> Response:
    """The programmes, by name."""
    return await _list(request, acting, PROGRAMME)


@router.post("/programmes")
async def add(request: Request, acting: Administrator) -> Response:
    """Add a programme."""
    form = await PROGRAMME.sent_in(request)
    programme = form.read(ProgrammeCreate)
    if programme:
        async with kept_in(form, acting.session):
            await add_programme(acting.session, by=acting.actor, programme=programme)
    if form.errors:
        return await _list(request, acting, form)
    return RedirectResponse("/programmes", status_code=303)


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
