"""Adds funding to a programme, changes it, and takes it away."""

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from app.models import Organisation, Programme, ProgrammeFunding
from app.models.programme_funding import FundingCreate, FundingFields, FundingUpdate
from app.queries.organisation_names import read_organisation_names
from app.routers.acting import Acting, Office
from app.routers.forms import Form, kept_in
from app.routers.pages import page
from app.routers.typed_values import version_in
from app.rules.code_lists import OrganisationRole
from app.rules.permissions import Act
from app.rules.sentence import Sentence
from app.use_cases.find_or_add_organisation import find_or_add_organisation
from app.use_cases.keep_funding import add_funding, change_funding, remove_funding
from app.use_cases.load import load
from app.use_cases.membership_roles import require

router = APIRouter()

FUNDING = Form(
    "funding",
    {
        "source": Sentence("Which money is it?"),
        "organisation": Sentence("Who pays it?"),
        "amount": Sentence("Amount in euros"),
        "starts_on": Sentence("First day"),
        "ends_on": Sentence("Last day that is paid for"),
        "phases": Sentence("For which phases?"),
    },
)


@router.get("/programmes/{programme_id}/funding")
async def show_new(request: Request, programme_id: UUID, acting: Office) -> Response:
    """The form for one more sum of money."""
    return await _page(request, acting, programme_id, FUNDING)


@router.post("/programmes/{programme_id}/funding")
async def add(request: Request, programme_id: UUID, acting: Office) -> Response:
    """Add funding."""
    form = await FUNDING.sent_in(request)
    read = form.read(FundingFields)
    if read:
        async with kept_in(form, acting.session):
            require(acting.actor, Act.CHANGE_PROGRAMME, programme_id)
            funding = FundingCreate(
                programme_id=programme_id, organisation_id=await _payer(acting, form), **read.model_dump()
            )
            await add_funding(acting.session, by=acting.actor, funding=funding)
    return await _page(request, acting, programme_id, form) if form.errors else _back(programme_id)


@router.get("/programme-funding/{funding_id}")
async def show(request: Request, funding_id: UUID, acting: Office) -> Response:
    """Funding, to change it or to take it away."""
    funding = await load(acting.session, ProgrammeFunding, funding_id)
    payer = await load(acting.session, Organisation, funding.organisation_id) if funding.organisation_id else None
    form = FUNDING.with_values({**funding.model_dump(), "organisation": payer.name if payer else None})
    return await _page(request, acting, funding.programme_id, form, funding)


@router.post("/programme-funding/{funding_id}/changes")
async def change(request: Request, funding_id: UUID, acting: Office) -> Response:
    """Change what is known of funding."""
    form = await FUNDING.sent_in(request)
    funding = await load(acting.session, ProgrammeFunding, funding_id)
    read = form.read(FundingFields)
    if read:
        async with kept_in(form, acting.session):
            require(acting.actor, Act.CHANGE_PROGRAMME, funding.programme_id)
            said = FundingUpdate(organisation_id=await _payer(acting, form), **read.model_dump())
            await change_funding(
                acting.session, by=acting.actor, funding_id=funding_id, version=version_in(form), change=said
            )
    return await _answer(request, acting, funding, form)


@router.post("/programme-funding/{funding_id}/removal")
async def remove(request: Request, funding_id: UUID, acting: Office) -> Response:
    """Take funding away."""
    form = await FUNDING.sent_in(request)
    funding = await load(acting.session, ProgrammeFunding, funding_id)
    async with kept_in(form, acting.session):
        await remove_funding(acting.session, by=acting.actor, funding_id=funding_id, version=version_in(form))
    return await _answer(request, acting, funding, form)


async def _answer(request: Request, acting: Acting, funding: ProgrammeFunding, form: Form) -> Response:
    if form.errors:
        return await _page(request, acting, funding.programme_id, form, funding)
    return _back(funding.programme_id)


async def _payer(acting: Acting, form: Form) -> UUID | None:
    name = form.value("organisation").strip()
    if not name:
        return None
    payer = await find_or_add_organisation(acting.session, by=acting.actor, name=name, role=OrganisationRole.FUNDER)
    return payer.id


def _back(programme_id: UUID) -> Response:
    return RedirectResponse(f"/programmes/{programme_id}?done=funding#funding", status_code=303)


async def _page(
    request: Request, acting: Acting, programme_id: UUID, form: Form, funding: ProgrammeFunding | None = None
) -> Response:
    programme = await load(acting.session, Programme, programme_id)
    require(acting.actor, Act.CHANGE_PROGRAMME, programme_id)
    phases = [str(phase["name"]) for phase in programme.model_dump()["phases"]]
    return page(
        request,
        "desk/programme/funding_form.html",
        status=form.status if form.errors else 200,
        programme=programme,
        funding=funding,
        form=form,
        phases=[(name, Sentence("%(name)s", name=name)) for name in phases],
        organisations=await read_organisation_names(acting.session),
    )
