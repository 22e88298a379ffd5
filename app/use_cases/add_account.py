"""Adds an account, with what it may be and how it proves who it is."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from pydantic import Field
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from app.actor import Actor
from app.errors import Conflict
from app.models import Account, ApiToken, Credential, Membership
from app.models.account import AccountFields
from app.rules.code_lists import AccountKind, Role
from app.rules.permissions import Act
from app.rules.sentence import Sentence
from app.use_cases.audit import audit
from app.use_cases.faults import fault, raise_for
from app.use_cases.membership_roles import require
from app.use_cases.passwords import hash_password
from app.use_cases.secrets import new_secret

TEAM = frozenset({Role.COORDINATOR, Role.COACH})
OUTSIDE = frozenset({Role.EMPLOYER, Role.MUNICIPALITY})
TOKEN_LASTS = timedelta(days=365)


class AccountCreate(AccountFields):
    """A new account with one role, in some programmes or for an organisation.

    A person gets the `password`; without one, and for a machine, a secret is made.
    """

    role: Role
    programme_ids: list[UUID] = Field(default_factory=list)
    organisation_id: UUID | None = None
    password: str | None = Field(default=None, min_length=12, max_length=200)


@dataclass(frozen=True)
class AccountAdded:
    """The account, and the password or token that was made for it: shown once and kept nowhere."""

    account: Account
    made_secret: str | None


async def add_account(session: AsyncSession, *, by: Actor, account: AccountCreate) -> AccountAdded:
    """Add an account. Raises Conflict when the e-mail address has one already."""
    require(by, Act.ADD_ACCOUNT)
    _check(account)
    email = account.email.strip().lower()
    if (await session.scalars(select(Account.id).where(Account.email == email))).first() is not None:
        raise Conflict(Sentence("There is an account with this e-mail address already."))
    added = Account(email=email, display_name=account.display_name, kind=account.kind, language=account.language)
    session.add(added)
    await session.flush()
    programmes: list[UUID | None] = [*account.programme_ids] or [None]
    for programme_id in programmes:
        session.add(
            Membership(
                account_id=added.id,
                role=account.role,
                programme_id=programme_id,
                organisation_id=account.organisation_id,
            )
        )
    made_secret = _give_secret(session, by, added, account.password)
    await session.flush()
    await audit(
        session,
        by=by,
        action="add",
        object_type="account",
        object_id=added.id,
        changes={"role": (None, account.role), "kind": (None, account.kind)},
    )
    return AccountAdded(added, made_secret)


def _check(account: AccountCreate) -> None:
    faults = []
    if account.role in TEAM and not account.programme_ids:
        faults.append(fault("programme_ids", "missing", Sentence("Say in which programme.")))
    if account.role in OUTSIDE and account.organisation_id is None:
        faults.append(fault("organisation_id", "missing", Sentence("Say for which organisation.")))
    raise_for(faults)


def _give_secret(session: AsyncSession, by: Actor, account: Account, password: str | None) -> str | None:
    secret, hashed = new_secret()
    if account.kind is AccountKind.MACHINE:
        token = ApiToken(account_id=account.id, name="first token", token_hash=hashed, expires_at=by.at + TOKEN_LASTS)
        session.add(token)
        return secret
    session.add(Credential(account_id=account.id, password_hash=hash_password(password or secret)))
    return None if password else secret
