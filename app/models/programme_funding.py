"""Funding: who pays for a programme or for some of its phases, how much, and from when to when."""

from datetime import date
from uuid import UUID

from sqlalchemy import Numeric
from sqlmodel import Field

from app.models.base import Changeable, Identified, PublicVersion, Shape, TextList, Word, not_before, within

MOST_EUROS = 1_000_000_000


class FundingFields(Shape):
    """One sum of money. `source` says in words where it comes from, `amount` is in euros.

    `phases` are the names of the programme's phases that it pays for; an empty list is the whole programme. The last
    day, `ends_on`, is paid for too.
    """

    source: str = Field(min_length=1, max_length=200)
    amount: float | None = Field(default=None, ge=0, le=MOST_EUROS, sa_type=Numeric(12, 2, asdecimal=False))
    starts_on: date | None = None
    ends_on: date | None = None
    phases: list[Word] = Field(default_factory=list, sa_type=TextList)


class FundingCreate(FundingFields):
    """New funding of a programme; `organisation_id` is who pays, where that is an organisation we know."""

    programme_id: UUID
    organisation_id: UUID | None = None


class FundingUpdate(FundingFields):
    """What changes about funding; only the fields that are sent."""

    source: str = Field(default=None, min_length=1, max_length=200)
    organisation_id: UUID | None = None


class FundingPublic(FundingFields, PublicVersion):
    """Funding as the API shows it to the programme team."""

    programme_id: UUID
    organisation_id: UUID | None


class ProgrammeFunding(Identified, FundingFields, Changeable, table=True):
    """One sum of money for a programme."""

    __tablename__ = "programme_funding"
    __table_args__ = (within("amount", 0, MOST_EUROS), not_before("starts_on", "ends_on"))

    programme_id: UUID = Field(foreign_key="programme.id", index=True)
    organisation_id: UUID | None = Field(default=None, foreign_key="organisation.id", index=True)
