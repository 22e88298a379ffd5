"""Adds an account, and what it may be."""

from uuid import UUID

from pydantic import Field
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from app.actor import Actor
from app.errors import Conflict, InvalidInput
from app.models import Account, Credential, Membership
from app.models.base import Shape
from app.rules.code_lists import AccountKind, Role
from app.rules.permissions import Act
from app.rules.sentence import Sentence
from app.use_cases.audit import audit
from app.use_cases.faults import fault
from app.use_cases.membership_roles import require
from app.use_cases.passwords import hash_password

SHORTEST_PASSWORD = 12
OF_A_PROGRAMME = frozenset({Role.COORDINATOR, Role.COACH})
OF_AN_ORGANISATION = frozenset({Role.EMPLOYER, Role.MUNICIPALITY})


class AccountCreate(Shape):
    """Somebody who signs in: a name to show and an e-mail address, in capitals or not."""

    email: str = Field(min_length=3, max_length=320, pattern=r"^[^@\s]+@[^@\s]+$")
    display_name: str = Field(min_length=1, max_length=200)
    kind: AccountKind = AccountKind.PERSON


class MembershipCreate(Shape):
    """A role: coordinators and coaches have it in a programme, employers and municipalities for an organisation."""

    role: Role
    programme_id: UUID | None = None
    organisation_id: UUID | None = None


async def add_account(session: AsyncSession, *, by: Actor, account: AccountCreate, password: str | None) -> Account:
    """Add an account with a password; a machine has none, it gets a token.

    Raises Conflict when the e-mail address has an account already.
    """
    require(by, Act.ADD_ACCOUNT)
    email = account.email.strip().lower()
    if password is not None and len(password) < SHORTEST_PASSWORD:
        short = Sentence("A password has %(letters)s letters or more.", letters=SHORTEST_PASSWORD)
        raise InvalidInput([fault("password", "too-short", short)])
    if (await session.scalars(select(Account.id).where(col(Account.email) == email))).first() is not None:
        raise Conflict(Sentence("There is an account with this e-mail address already."))
    added = Account(email=email, display_name=account.display_name.strip(), kind=account.kind)
    session.add(added)
    await session.flush()
    if password is not None:
        session.add(Credential(account_id=added.id, password_hash=hash_password(password)))
        await session.flush()
    await audit(
        session,
        by=by,
        action="add",
        object_type="account",
        object_id=added.id,
        changes={"kind": (None, account.kind)},
    )
    return added


async def add_membership(
    session: AsyncSession, *, by: Actor, account_id: UUID, membership: MembershipCreate
) -> Membership:
    """Give an account a role. Raises InvalidInput when the role lacks its programme or its organisation."""
    require(by, Act.ADD_ACCOUNT)
    if membership.role in OF_A_PROGRAMME and membership.programme_id is None:
        raise InvalidInput([fault("programme_id", "missing", Sentence("Choose the programme."))])
    if membership.role in OF_AN_ORGANISATION and membership.organisation_id is None:
        raise InvalidInput([fault("organisation_id", "missing", Sentence("Choose the organisation."))])
    added = Membership(account_id=account_id, **membership.model_dump())
    session.add(added)
    await session.flush()
    await audit(
        session,
        by=by,
        action="add",
        object_type="membership",
        object_id=added.id,
        programme_id=added.programme_id,
        changes={"role": (None, added.role)},
    )
    return added
