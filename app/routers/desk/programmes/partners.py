"""Adds a partner to a programme, changes what it does, and takes it away."""

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from app.models import Organisation, Programme, ProgrammePartner
from app.models.programme_partner import PartnerCreate, PartnerFields, PartnerUpdate
from app.queries.organisation_names import read_organisation_names
from app.routers.acting import Acting, Office
from app.routers.forms import Form, kept_in
from app.routers.pages import page
from app.routers.typed_values import SENTENCES, version_in
from app.rules.code_lists import ORGANISATION_ROLE_OF, PartnerRole
from app.rules.names import choices
from app.rules.permissions import Act
from app.rules.sentence import Sentence
from app.use_cases.find_or_add_organisation import find_or_add_organisation
from app.use_cases.keep_partners import add_partner, change_partner, remove_partner
from app.use_cases.load import load
from app.use_cases.membership_roles import require

router = APIRouter()

WHAT_IT_DOES = {"role": Sentence("What does it do?"), "task": Sentence("Task, in a sentence")}
NEW = Form("partner", {"organisation": Sentence("Organisation"), **WHAT_IT_DOES})
CHANGE = Form("partner", WHAT_IT_DOES)


@router.get("/programmes/{programme_id}/partners")
async def show_new(request: Request, programme_id: UUID, acting: Office) -> Response:
    """The form for one more partner."""
    return await _new_page(request, acting, programme_id, NEW)


@router.post("/programmes/{programme_id}/partners")
async def add(request: Request, programme_id: UUID, acting: Office) -> Response:
    """Add a partner: an organisation that is known, or a new one."""
    form = await NEW.sent_in(request)
    read = form.read(PartnerFields)
    if not form.value("organisation").strip():
        form.errors["organisation"] = SENTENCES["missing"]
    elif read:
        async with kept_in(form, acting.session):
            require(acting.actor, Act.CHANGE_PROGRAMME, programme_id)
            organisation = await find_or_add_organisation(
                acting.session,
                by=acting.actor,
                name=form.value("organisation"),
                role=ORGANISATION_ROLE_OF.get(read.role),
            )
            partner = PartnerCreate(
                programme_id=programme_id, organisation_id=organisation.id, **read.model_dump(exclude_unset=True)
            )
            await add_partner(acting.session, by=acting.actor, partner=partner)
    if form.errors:
        return await _new_page(request, acting, programme_id, form)
    return _back(programme_id)


@router.get("/programme-partners/{partner_id}")
async def show(request: Request, partner_id: UUID, acting: Office) -> Response:
    """A partner, to change what it does or to take it away."""
    return await _page(request, acting, partner_id)


@router.post("/programme-partners/{partner_id}/changes")
async def change(request: Request, partner_id: UUID, acting: Office) -> Response:
    """Change what a partner does."""
    form = await CHANGE.sent_in(request)
    partner = await load(acting.session, ProgrammePartner, partner_id)
    read = form.read(PartnerFields)
    if read:
        async with kept_in(form, acting.session):
            await change_partner(
                acting.session,
                by=acting.actor,
                partner_id=partner_id,
                version=version_in(form),
                change=PartnerUpdate(role=read.role, task=read.task),
            )
    return await _page(request, acting, partner_id, form) if form.errors else _back(partner.programme_id)


@router.post("/programme-partners/{partner_id}/removal")
async def remove(request: Request, partner_id: UUID, acting: Office) -> Response:
    """Take a partner out of the programme."""
    form = await CHANGE.sent_in(request)
    partner = await load(acting.session, ProgrammePartner, partner_id)
    async with kept_in(form, acting.session):
        await remove_partner(acting.session, by=acting.actor, partner_id=partner_id, version=version_in(form))
    return await _page(request, acting, partner_id, form) if form.errors else _back(partner.programme_id)


def _back(programme_id: UUID) -> Response:
    return RedirectResponse(f"/programmes/{programme_id}?done=partner#partners", status_code=303)


async def _new_page(request: Request, acting: Acting, programme_id: UUID, form: Form) -> Response:
    programme = await load(acting.session, Programme, programme_id)
    require(acting.actor, Act.CHANGE_PROGRAMME, programme_id)
    return page(
        request,
        "desk/programme/partner_new.html",
        status=form.status if form.errors else 200,
        programme=programme,
        form=form,
        roles=choices(PartnerRole),
        organisations=await read_organisation_names(acting.session),
    )


async def _page(request: Request, acting: Acting, partner_id: UUID, sent: Form | None = None) -> Response:
    partner = await load(acting.session, ProgrammePartner, partner_id)
    require(acting.actor, Act.CHANGE_PROGRAMME, partner.programme_id)
    return page(
        request,
        "desk/programme/partner.html",
        status=sent.status if sent else 200,
        programme=await load(acting.session, Programme, partner.programme_id),
        organisation=await load(acting.session, Organisation, partner.organisation_id),
        partner=partner,
        form=sent or CHANGE.with_values(partner.model_dump()),
        sent=sent,
        roles=choices(PartnerRole),
    )
