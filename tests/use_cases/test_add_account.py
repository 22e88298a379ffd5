"""Adding accounts: people with a password, machines with a token."""

import pytest
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from app.actor import Actor
from app.errors import Conflict, Forbidden, InvalidInput
from app.models import ApiToken, AuditEvent, Credential, Membership
from app.rules.code_lists import AccountKind, Role
from app.use_cases.add_account import AccountCreate, add_account
from app.use_cases.passwords import password_fits
from app.use_cases.recognise import recognise_token
from app.use_cases.secrets import hash_of
from tests.factories import MOMENT, Factory


def coach(**fields: object) -> AccountCreate:
    return AccountCreate(**{"email": "Coach@Example.org", "display_name": "Coach", "role": Role.COACH, **fields})


async def test_a_person_gets_a_password_that_is_shown_once(
    session: AsyncSession, operator: Actor, make: Factory
) -> None:
    programme = await make.programme()
    added = await add_account(session, by=operator, account=coach(programme_ids=[programme.id]))
    assert added.account.email == "coach@example.org"
    kept = await session.get_one(Credential, added.account.id)
    assert added.made_secret
    assert added.made_secret not in kept.password_hash
    assert password_fits(added.made_secret, kept.password_hash)


async def test_a_password_of_ones_own_is_not_shown(session: AsyncSession, operator: Actor, make: Factory) -> None:
    own = "quiet bicycle harbour"
    account = coach(programme_ids=[(await make.programme()).id], password=own)
    added = await add_account(session, by=operator, account=account)
    assert added.made_secret is None
    assert password_fits(own, (await session.get_one(Credential, added.account.id)).password_hash)


async def test_a_machine_gets_a_token_with_which_it_is_recognised(
    session: AsyncSession, operator: Actor, make: Factory
) -> None:
    programme = await make.programme()
    account = coach(programme_ids=[programme.id], kind=AccountKind.MACHINE)
    added = await add_account(session, by=operator, account=account)
    assert added.made_secret
    assert (await session.scalars(select(Credential))).all() == []
    assert (await session.scalars(select(ApiToken))).one().token_hash != added.made_secret
    actor = await recognise_token(session, hash_of(added.made_secret), at=MOMENT)
    assert actor is not None
    assert actor.programmes(Role.COACH) == {programme.id}


async def test_one_account_can_be_in_several_programmes(session: AsyncSession, operator: Actor, make: Factory) -> None:
    both = [(await make.programme()).id, (await make.programme()).id]
    await add_account(session, by=operator, account=coach(programme_ids=both))
    kept = (await session.scalars(select(Membership.programme_id))).all()
    assert set(kept) == set(both)


@pytest.mark.parametrize(
    ("role", "field"),
    [
        (Role.COORDINATOR, "programme_ids"),
        (Role.COACH, "programme_ids"),
        (Role.EMPLOYER, "organisation_id"),
        (Role.MUNICIPALITY, "organisation_id"),
    ],
)
async def test_a_role_needs_its_programme_or_organisation(
    session: AsyncSession, operator: Actor, role: Role, field: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        await add_account(session, by=operator, account=coach(role=role))
    assert [error.name for error in refused.value.errors] == [field]


async def test_an_address_has_one_account(session: AsyncSession, operator: Actor) -> None:
    await add_account(session, by=operator, account=coach(role=Role.ADMINISTRATOR))
    with pytest.raises(Conflict):
        await add_account(session, by=operator, account=coach(role=Role.ADMINISTRATOR, email="COACH@example.org"))


async def test_only_an_administrator_adds_accounts(session: AsyncSession) -> None:
    with pytest.raises(Forbidden):
        await add_account(session, by=Actor.stranger(MOMENT), account=coach(role=Role.ADMINISTRATOR))


async def test_the_log_tells_the_role_and_no_secret(session: AsyncSession, operator: Actor) -> None:
    added = await add_account(session, by=operator, account=coach(role=Role.ADMINISTRATOR))
    act = (await session.scalars(select(AuditEvent))).one()
    assert act.changes == {"role": [None, "administrator"], "kind": [None, "person"]}
    assert added.made_secret
    assert added.made_secret not in str(act)
