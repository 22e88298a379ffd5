"""Contact persons: whom a programme asks at an employer, and how to reach them."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field

from app.models.base import Changeable, Identified, PublicVersion, Shape, closed_list
from app.rules.code_lists import MessageLanguage


class EmployerContactFields(Shape):
    """Somebody at an employer, with at least an e-mail address or a telephone number."""

    name: str | None = Field(default=None, max_length=200)
    email: str | None = Field(default=None, max_length=320)
    phone: str | None = Field(default=None, max_length=50)
    language: MessageLanguage = Field(default=MessageLanguage.DUTCH, sa_type=closed_list(MessageLanguage))


class ContactCreate(EmployerContactFields):
    """A new contact person of a programme at an employer."""

    programme_id: UUID
    organisation_id: UUID


class ContactUpdate(Shape):
    """What can change about a contact person; only the fields that are set are changed."""

    name: str | None = Field(default=None, max_length=200)
    email: str | None = Field(default=None, max_length=320)
    phone: str | None = Field(default=None, max_length=50)
    language: MessageLanguage | None = None


class EmployerContactPublic(EmployerContactFields, PublicVersion):
    """A contact person as the API shows it to the programme team; `bounced_at` is when mail came back."""

    programme_id: UUID
    organisation_id: UUID
    bounced_at: datetime | None
    bounce_reason: str | None


class EmployerContact(Identified, EmployerContactFields, Changeable, table=True):
    """A contact person of one programme at one employer. An address from which mail came back is not used again."""

    __tablename__ = "employer_contact"
    __table_args__ = (
        UniqueConstraint("programme_id", "organisation_id", "email"),
        UniqueConstraint("id", "programme_id", "organisation_id"),
        CheckConstraint("email is not null or phone is not null", name="can_be_reached"),
        Index("ix_employer_contact_bounced", "programme_id", postgresql_where="bounced_at is not null"),
        CheckConstraint("bounce_reason is null or bounced_at is not null", name="bounce_has_a_moment"),
    )

    programme_id: UUID = Field(foreign_key="programme.id", index=True)
    organisation_id: UUID = Field(foreign_key="organisation.id", index=True)
    bounced_at: datetime | None = None
    bounce_reason: str | None = Field(default=None, max_length=1000)
