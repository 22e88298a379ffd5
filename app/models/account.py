"""Accounts, what they may be, and how they prove who they are."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from app.models.base import Changeable, Identified, Recorded, Shape, closed_list
from app.rules.code_lists import AccountKind, Role


class AccountFields(Shape):
    """Somebody who signs in, or a machine that calls. There are no group accounts."""

    email: str = Field(min_length=3, max_length=320)
    display_name: str = Field(min_length=1, max_length=200)
    kind: AccountKind = Field(default=AccountKind.PERSON, sa_type=closed_list(AccountKind))
    language: str = Field(default="nl", max_length=2)


class Account(Identified, AccountFields, Changeable, table=True):
    """Somebody who signs in, or a machine that calls the API. `email` is kept in lower case."""

    __table_args__ = (
        CheckConstraint("email = lower(email)", name="email_in_lower_case"),
        Index("uq_account_email", "email", unique=True),
    )

    closed_at: datetime | None = None


class Credential(Changeable, table=True):
    """How a local account proves who it is; `password_hash` is argon2."""

    account_id: UUID = Field(primary_key=True, foreign_key="account.id")
    password_hash: str
    failed_attempts: int = 0
    locked_until: datetime | None = None


class Membership(Identified, Recorded, table=True):
    """One role of an account: for an organisation, in one programme, or in none in particular."""

    __table_args__ = (
        CheckConstraint(
            "role not in ('coordinator', 'coach') or programme_id is not null", name="team_is_of_a_programme"
        ),
        CheckConstraint(
            "role not in ('employer', 'municipality') or organisation_id is not null",
            name="outsider_is_of_an_organisation",
        ),
        Index("ix_membership_account_programme", "account_id", "programme_id"),
        Index("ix_membership_programme", "programme_id"),
    )

    account_id: UUID = Field(foreign_key="account.id")
    role: Role = Field(sa_type=closed_list(Role))
    organisation_id: UUID | None = Field(default=None, foreign_key="organisation.id")
    programme_id: UUID | None = Field(default=None, foreign_key="programme.id")


class SignInSession(Identified, table=True):
    """A signed-in browser. Only the SHA-256 of the cookie is kept; idle out at 30 minutes, end after 12 hours."""

    __tablename__ = "sign_in_session"

    token_hash: str = Field(unique=True, max_length=64)
    account_id: UUID = Field(foreign_key="account.id", index=True)
    started_at: datetime
    last_seen_at: datetime


class ApiToken(Identified, Recorded, table=True):
    """A bearer token of an account. Only its SHA-256 is kept; it acts with the account's memberships."""

    __tablename__ = "api_token"

    account_id: UUID = Field(foreign_key="account.id", index=True)
    name: str = Field(min_length=1, max_length=100)
    token_hash: str = Field(unique=True, max_length=64)
    expires_at: datetime
    revoked_at: datetime | None = None
