"""Partners: which organisation does what in a programme."""

from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from app.models.base import Changeable, Identified, PublicVersion, Shape, closed_list
from app.rules.code_lists import PartnerRole


class PartnerFields(Shape):
    """What an organisation does in a programme: its role, and its task in words."""

    role: PartnerRole = Field(sa_type=closed_list(PartnerRole))
    task: str | None = Field(default=None, max_length=1000)


class PartnerCreate(PartnerFields):
    """A new partner of a programme."""

    programme_id: UUID
    organisation_id: UUID


class PartnerUpdate(PartnerFields):
    """What changes about a partner; only the fields that are sent."""

    role: PartnerRole = Field(default=None, sa_type=closed_list(PartnerRole))


class PartnerPublic(PartnerFields, PublicVersion):
    """A partner as the API shows it, with the name of the organisation."""

    programme_id: UUID
    organisation_id: UUID
    organisation_name: str


class ProgrammePartner(Identified, PartnerFields, Changeable, table=True):
    """One thing that one organisation does in a programme; an organisation can do several."""

    __tablename__ = "programme_partner"
    __table_args__ = (UniqueConstraint("programme_id", "organisation_id", "role"),)

    programme_id: UUID = Field(foreign_key="programme.id")
    organisation_id: UUID = Field(foreign_key="organisation.id", index=True)
