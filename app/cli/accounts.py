"""`bestendig accounts …`."""

from typing import Annotated
from uuid import UUID

import typer
from sqlalchemy.ext.asyncio import AsyncSession

from app.actor import Actor
from app.cli.operator import Json, answer, as_operator
from app.errors import NotFound
from app.models import Account, Organisation, Programme
from app.models.organisation import OrganisationCreate
from app.queries.named import named
from app.rules.code_lists import AccountKind, OrganisationRole, Role
from app.use_cases.add_account import AccountCreate, MembershipCreate, add_account, add_membership
from app.use_cases.add_organisation import add_organisation
from app.use_cases.issue_token import issue_token
from app.use_cases.secrets import new_secret

program = typer.Typer(help="Who signs in, and which programs call the API.", no_args_is_help=True)


@program.command("add")
def add(
    email: Annotated[str, typer.Argument(help="The e-mail address; for a machine, that of whoever looks after it.")],
    role: Annotated[Role, typer.Option(help="What the account may be.")],
    name: Annotated[str | None, typer.Option(help="How others see the account; without it the e-mail address.")] = None,
    programme: Annotated[
        list[str] | None, typer.Option(help="Coordinators and coaches: in which programme. May be repeated.")
    ] = None,
    organisation: Annotated[
        str | None, typer.Option(help="Employers and municipalities: for which organisation.")
    ] = None,
    municipality_code: Annotated[
        str | None, typer.Option(help="Adds the municipality with this CBS code, as in GM0344, if it is not there yet.")
    ] = None,
    machine: Annotated[
        bool, typer.Option("--machine", help="A program that calls the API: it gets a bearer token for one year.")
    ] = False,
    ask_password: Annotated[
        bool, typer.Option("--ask-password", help="Type the password yourself; else one is made and shown once.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Add an account with a role.

    A municipality sees the outcomes of its residents; with --programme, those of that programme instead.
    """
    if machine and ask_password:
        raise typer.BadParameter("a machine gets a token, not a password")
    typed = typer.prompt("Password", hide_input=True, confirmation_prompt=True) if ask_password else None

    async def deed(session: AsyncSession, actor: Actor) -> tuple[Account, str | None]:
        kind = AccountKind.MACHINE if machine else AccountKind.PERSON
        account = AccountCreate(email=email, display_name=name or email, kind=kind)
        made = None if machine or typed else new_secret()[0]
        added = await add_account(session, by=actor, account=account, password=typed or made)
        works_for = await _organisation(session, actor, organisation, municipality_code) if organisation else None
        programmes: list[UUID | None] = [(await named(session, Programme, one)).id for one in programme or []]
        for programme_id in programmes or [None]:
            membership = MembershipCreate(role=role, programme_id=programme_id, organisation_id=works_for)
            await add_membership(session, by=actor, account_id=added.id, membership=membership)
        if machine:
            made = await issue_token(session, by=actor, account_id=added.id, name="made with the account")
        return added, made

    added, made = as_operator(deed)
    what = "token" if machine else "password"
    shown = f" The {what}, shown only now: {made}" if made else ""
    answer(
        {"id": added.id, "email": added.email, "role": role.value, what: made},
        as_json=as_json,
        sentence=f"The account {added.email} is there, as {role.value}.{shown}",
    )


async def _organisation(session: AsyncSession, actor: Actor, name: str, municipality_code: str | None) -> UUID:
    """The organisation of that name; a municipality whose code is given is added when it is not there."""
    try:
        return (await named(session, Organisation, name)).id
    except NotFound:
        if municipality_code is None:
            raise
    municipality = OrganisationCreate(
        name=name, roles=[OrganisationRole.MUNICIPALITY], municipality_code=municipality_code
    )
    return (await add_organisation(session, by=actor, organisation=municipality)).id
