"""Adding accounts: people with a password, machines with a token."""

import pytest
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from app.actor import Actor
from app.database import act_as
from app.errors import Conflict, Forbidden, InvalidInput
from app.models import ApiToken, AuditEvent, Credential
from app.rules.code_lists import AccountKind, Role
from app.use_cases.add_account import AccountCreate, MembershipCreate, add_account, add_membership
from app.use_cases.issue_token import LASTS, issue_token
from app.use_cases.passwords import password_fits
from app.use_cases.recognise import recognise_token
from app.use_cases.secrets import hash_of
from tests.factories import MOMENT, Factory

PASSWORD = "quiet bicycle harbour"
PERSON = AccountCreate(email="Coach@Example.org", display_name="Coach")
MACHINE = AccountCreate(email="sync@example.org", display_name="Sync", kind=AccountKind.MACHINE)


async def test_a_person_gets_a_password_of_which_only_a_hash_is_kept(session: AsyncSession, operator: Actor) -> None:
    added = await add_account(session, by=operator, account=PERSON, password=PASSWORD)
    assert added.email == "coach@example.org"
    kept = await session.get_one(Credential, added.id)
    assert PASSWORD not in kept.password_hash
    assert password_fits(PASSWORD, kept.password_hash)


async def test_a_machine_has_a_token_and_no_password(session: AsyncSession, operator: Actor, make: Factory) -> None:
    programme = await make.programme()
    added = await add_account(session, by=operator, account=MACHINE, password=None)
    role = MembershipCreate(role=Role.COACH, programme_id=programme.id)
    await add_membership(session, by=operator, account_id=added.id, membership=role)
    secret = await issue_token(session, by=operator, account_id=added.id, name="first")
    assert (await session.scalars(select(Credential))).all() == []
    assert (await session.scalars(select(ApiToken))).one().token_hash != secret
    await act_as(session, Actor.stranger(MOMENT, hash_of(secret)))
    actor = await recognise_token(session, hash_of(secret), at=MOMENT)
    assert actor is not None
    assert actor.programmes(Role.COACH) == {programme.id}
    assert await recognise_token(session, hash_of(secret), at=MOMENT + LASTS) is None


@pytest.mark.parametrize(
    ("role", "field"),
    [
        (Role.COORDINATOR, "programme_id"),
        (Role.COACH, "programme_id"),
        (Role.EMPLOYER, "organisation_id"),
        (Role.MUNICIPALITY, "organisation_id"),
    ],
)
async def test_a_role_needs_its_programme_or_organisation(
    session: AsyncSession, operator: Actor, role: Role, field: str
) -> None:
    added = await add_account(session, by=operator, account=PERSON, password=PASSWORD)
    with pytest.raises(InvalidInput) as refused:
        await add_membership(session, by=operator, account_id=added.id, membership=MembershipCreate(role=role))
    assert [error.name for error in refused.value.errors] == [field]


async def test_an_address_has_one_account_in_capitals_or_not(session: AsyncSession, operator: Actor) -> None:
    await add_account(session, by=operator, account=PERSON, password=PASSWORD)
    again = PERSON.model_copy(update={"email": "COACH@example.org"})
    with pytest.raises(Conflict):
        await add_account(session, by=operator, account=again, password=PASSWORD)


async def test_a_short_password_is_refused(session: AsyncSession, operator: Actor) -> None:
    with pytest.raises(InvalidInput):
        await add_account(session, by=operator, account=PERSON, password="short")


async def test_only_an_administrator_adds_accounts_and_tokens(session: AsyncSession, make: Factory) -> None:
    account = await make.account(Role.COORDINATOR, programme=await make.programme())
    nobody = Actor.stranger(MOMENT)
    with pytest.raises(Forbidden):
        await add_account(session, by=nobody, account=PERSON, password=PASSWORD)
    with pytest.raises(Forbidden):
        await issue_token(session, by=nobody, account_id=account.id, name="first")
    role = MembershipCreate(role=Role.ADMINISTRATOR)
    with pytest.raises(Forbidden):
        await add_membership(session, by=nobody, account_id=account.id, membership=role)


async def test_the_log_tells_what_was_added_and_no_secret(session: AsyncSession, operator: Actor) -> None:
    added = await add_account(session, by=operator, account=MACHINE, password=None)
    secret = await issue_token(session, by=operator, account_id=added.id, name="first")
    acts = (await session.scalars(select(AuditEvent))).all()
    assert {(act.action, act.object_type) for act in acts} == {("add", "account"), ("issue", "api_token")}
    assert secret not in str(acts)
