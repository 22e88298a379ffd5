"""The people who can sign in."""

from secrets import token_urlsafe

from fastapi import APIRouter, Request
from fastapi.responses import Response

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


@router.get("/accounts")
async def show(request: Request, acting: Administrator) -> Response:
    """Everybody who can sign in, and what they may be."""
    return await _list(request, acting, ACCOUNT)


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
        return await _list(request, acting, form, status=form.status)
    return await _list(request, acting, ACCOUNT, password=password, added=form.value("email"))


async def _list(
    request: Request, acting: Acting, form: Form, *, status: int = 200, password: str = "", added: str = ""
) -> Response:
    return page(
        request,
        "administration/accounts.html",
        status=status,
        accounts=await read_accounts(acting.session),
        choices=await read_choices(acting.session),
        roles=choices(Role),
        form=form,
        password=password,
        added=added,
    )
