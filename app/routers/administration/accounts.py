"""The people who can sign in."""

from secrets import token_urlsafe
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from app.queries.administration import read_accounts, read_choices
from app.routers.acting import Acting, Administrator
from app.routers.forms import Form, kept_in
from app.routers.pages import page
from app.rules.code_lists import Role
from app.rules.names import choices
from app.rules.sentence import Sentence
from app.use_cases.add_account import AccountCreate, MembershipCreate, add_account, add_membership

router = APIRouter()

ACCOUNT = Form(
    "account",
    {
        "display_name": Sentence("Name"),
        "email": Sentence("E-mail address"),
        "role": Sentence("Role"),
        "programme_id": Sentence("Programme"),
        "organisation_id": Sentence("Organisation"),
    },
)

ROLE = Form(
    "role",
    {
        "account_id": Sentence("Name"),
        "role": Sentence("Role"),
        "programme_id": Sentence("Programme"),
        "organisation_id": Sentence("Organisation"),
    },
)


class RoleGiven(MembershipCreate):
    """A role for somebody who can sign in already."""

    account_id: UUID


@router.get("/accounts")
async def show(request: Request, acting: Administrator) -> Response:
    """Everybody who can sign in, and what they may be."""
    return await _list(request, acting)


@router.post("/accounts")
async def add(request: Request, acting: Administrator) -> Response:
    """Add somebody with one role. The first password is shown once, to hand over in person."""
    form = await ACCOUNT.sent_in(request)
    account, membership = form.read(AccountCreate), form.read(MembershipCreate)
    password = token_urlsafe(12)
    if account and membership:
        async with kept_in(form, acting.session):
            added = await add_account(acting.session, by=acting.actor, account=account, password=password)
            await add_membership(acting.session, by=acting.actor, account_id=added.id, membership=membership)
    if form.errors:
        return await _list(request, acting, account=form, status=form.status)
    return await _list(request, acting, password=password, added=form.value("email"))


@router.post("/accounts/roles")
async def give_role(request: Request, acting: Administrator) -> Response:
    """Give somebody who can sign in already one more role."""
    form = await ROLE.sent_in(request)
    if given := form.read(RoleGiven):
        membership = MembershipCreate(**given.model_dump(exclude={"account_id"}))
        async with kept_in(form, acting.session):
            await add_membership(acting.session, by=acting.actor, account_id=given.account_id, membership=membership)
    if form.errors:
        return await _list(request, acting, role=form, status=form.status)
    return RedirectResponse("/accounts", status_code=303)


async def _list(
    request: Request,
    acting: Acting,
    *,
    account: Form = ACCOUNT,
    role: Form = ROLE,
    status: int = 200,
    password: str = "",
    added: str = "",
) -> Response:
    accounts = await read_accounts(acting.session)
    return page(
        request,
        "administration/accounts.html",
        status=status,
        accounts=accounts,
        people=[(str(one["id"]), one["display_name"]) for one in accounts],
        choices=await read_choices(acting.session),
        roles=choices(Role),
        form=account,
        role_form=role,
        password=password,
        added=added,
    )
