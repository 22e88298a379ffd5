"""Starting a programme of one's own from one in the catalogue: first a look at what is taken over, then the deed."""

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from app.queries.administration import read_choices
from app.routers.acting import Acting, Administrator
from app.routers.forms import Form, kept_in
from app.routers.knowledge.catalogue import entry_of
from app.routers.pages import language_of, page
from app.rules.entry_requirement_words import words_of
from app.rules.sector_names import SECTOR_NAMES
from app.rules.sentence import Sentence
from app.use_cases.start_from_catalogue import ProgrammeStart, programme_like, start_from_catalogue

router = APIRouter(prefix="/programme-catalogue/{key}/new-programme")

START = Form(
    "start",
    {"name": Sentence("Name of your programme"), "lead_organisation_id": Sentence("Lead organisation")},
)


@router.get("")
async def show(request: Request, acting: Administrator, key: str) -> Response:
    """The form, beside what is taken over."""
    return await _show(request, acting, key, START.with_values({"name": entry_of(key).name}))


@router.post("")
async def start(request: Request, acting: Administrator, key: str) -> Response:
    """Start the programme."""
    form = await START.sent_in(request)
    wanted = form.read(ProgrammeStart)
    if wanted:
        async with kept_in(form, acting.session):
            added = await start_from_catalogue(
                acting.session, by=acting.actor, entry=entry_of(key), start=wanted, language=language_of(request)
            )
    if wanted is None or form.errors:
        return await _show(request, acting, key, form)
    return RedirectResponse(f"/programmes/{added.id}/knowledge?started=yes", status_code=303)


async def _show(request: Request, acting: Acting, key: str, form: Form) -> Response:
    entry = entry_of(key)
    language = language_of(request)
    return page(
        request,
        "knowledge/start_programme.html",
        status=form.status if form.errors else 200,
        form=form,
        entry=entry,
        copied=programme_like(entry, ProgrammeStart(name=entry.name), language),
        asked=[words_of(one.asks) for one in entry.entry_requirements],
        sectors=[SECTOR_NAMES[letter] for letter in entry.sectors],
        organisations=(await read_choices(acting.session))["organisations"],
    )
