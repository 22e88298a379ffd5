"""Who asks, for whom, and at which moment."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from app.clock import day_of
from app.rules.code_lists import Role


class Audience(StrEnum):
    """Through which door somebody comes in; each door has its own database role."""

    TEAM = "team"
    EMPLOYER = "employer"
    PARTICIPANT = "participant"
    REPORTS = "reports"
    OPERATOR = "operator"


@dataclass(frozen=True, slots=True)
class Membership:
    """One thing an account may be: a role, for an organisation, in one programme or (None) in none in particular."""

    role: Role
    organisation_id: UUID | None
    programme_id: UUID | None
    municipality_code: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks: an account, the holder of a link, somebody not signed in, or the operator at the command line.

    `at` is the moment of the request in UTC; everything one request writes carries it.
    """

    at: datetime
    audience: Audience
    account_id: UUID | None = None
    display_name: str = ""
    memberships: tuple[Membership, ...] = ()
    origin: str = "page"
    session_hash: str = field(default="", repr=False)
    link_hash: str = field(default="", repr=False)

    @property
    def today(self) -> date:
        """The calendar day in the Netherlands."""
        return day_of(self.at)

    @property
    def is_operator(self) -> bool:
        """Whether this is whoever administers the installation, at the command line."""
        return self.audience is Audience.OPERATOR

    @property
    def roles(self) -> frozenset[Role]:
        """Every role this actor has somewhere."""
        return frozenset(membership.role for membership in self.memberships)

    def programmes(self, *roles: Role) -> frozenset[UUID]:
        """The programmes in which this actor has one of the roles."""
        return frozenset(
            membership.programme_id
            for membership in self.memberships
            if membership.role in roles and membership.programme_id is not None
        )

    def municipalities(self) -> frozenset[str]:
        """CBS codes (GM + 4 digits) of the municipalities whose residents this actor may read about.

        Somebody of a municipality who was let into one programme reads about that programme only.
        """
        return frozenset(
            membership.municipality_code
            for membership in self.memberships
            if membership.role is Role.MUNICIPALITY
            and membership.programme_id is None
            and membership.municipality_code is not None
        )

    @classmethod
    def operator(cls, at: datetime) -> "Actor":
        """Whoever administers the installation; sees everything, as the owner of the database does."""
        return cls(at=at, audience=Audience.OPERATOR, display_name="operator", origin="command line")

    @classmethod
    def stranger(cls, at: datetime, session_hash: str = "") -> "Actor":
        """Somebody who is not known (yet); `session_hash` is that of the cookie or token they show."""
        return cls(at=at, audience=Audience.TEAM, session_hash=session_hash)

    @classmethod
    def with_link(cls, at: datetime, link_hash: str) -> "Actor":
        """Whoever holds a confirmation link; sees the one placement that it asks about."""
        return cls(at=at, audience=Audience.EMPLOYER, origin="link", link_hash=link_hash)

    @classmethod
    def with_participant_link(cls, at: datetime, link_hash: str) -> "Actor":
        """A participant who holds a link; sees the one question that it asks, and the own answers."""
        return cls(at=at, audience=Audience.PARTICIPANT, origin="participant link", link_hash=link_hash)

    def at_door(self, audience: Audience) -> "Actor":
        """The same actor at another door: an employer with an account, or a reader of reports."""
        return replace(self, audience=audience)
