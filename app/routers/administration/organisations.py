"""The organisations that make programmes together."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse, Response

from app.models.organisation import OrganisationCreate
from app.queries.administration import read_organisations
from app.routers.acting import Acting, Administrator
from app.routers.forms import Form, kept_in
from app.routers.pages import page
from app.rules.code_lists import OrganisationRole, OrganisationSize
from app.rules.names import choices
from app.rules.sentence import Sentence
from app.use_cases.add_organisation import add_organisation

router = APIRouter()

PAGE_LENGTH = 100
ORGANISATION = Form(
    "organisation",
    {
        "name": Sentence("Name"),
        "roles": Sentence("What kind of organisation is it?"),
        "kvk_number": Sentence("Number in the trade register"),
        "municipality_code": Sentence("Code of the municipality, for example GM0344"),
        "nace_section": Sentence("Sector, as a letter from A to V"),
        "size": Sentence("Size"),
    },
)


@router.get("/organisations")
async def show(
    request: Request, acting: Administrator, number: Annotated[int, Query(alias="page", ge=1, le=10_000)] = 1
) -> Response:
    """The organisations, by name."""
    return await _list(request, acting, ORGANISATION, number)


@router.post("/organisations")
async def add(request: Request, acting: Administrator) -> Response:
    """Add an organisation."""
    form = await ORGANISATION.sent_in(request)
    organisation = form.read(OrganisationCreate)
    if organisation:
        async with kept_in(form, acting.session):
            await add_organisation(acting.session, by=acting.actor, organisation=organisation)
    if form.errors:
        return await _list(request, acting, form, 1)
    return RedirectResponse("/organisations", status_code=303)


async def _list(request: Request, acting: Acting, form: Form, number: int) -> Response:
    found = await read_organisations(acting.session, limit=PAGE_LENGTH + 1, offset=(number - 1) * PAGE_LENGTH)
    return page(
        request,
        "administration/organisations.html",
        status=form.status if form.errors else 200,
        organisations=found[:PAGE_LENGTH],
        number=number,
        has_more=len(found) > PAGE_LENGTH,
        roles=choices(OrganisationRole),
        sizes=choices(OrganisationSize),
        form=form,
    )
