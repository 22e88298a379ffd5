"""Cohorts: a group of participants who start a programme together."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field

from app.models.base import Changeable, Identified, PublicVersion, Shape, not_before


class CohortFields(Shape):
    """A group that starts together; `capacity` is the number of places."""

    name: str = Field(min_length=1, max_length=100)
    starts_on: date | None = None
    ends_on: date | None = None
    capacity: int | None = Field(default=None, ge=1, le=100_000)


class CohortCreate(CohortFields):
    """A new cohort of a programme."""

    programme_id: UUID


class CohortPublic(CohortFields, PublicVersion):
    """A cohort as the API shows it."""

    programme_id: UUID


class Cohort(Identified, CohortFields, Changeable, table=True):
    """A group of participants who start a programme together."""

    __table_args__ = (
        UniqueConstraint("programme_id", "name"),
        UniqueConstraint("id", "programme_id"),
        CheckConstraint("capacity between 1 and 100000", name="capacity_range"),
        not_before("starts_on", "ends_on"),
    )

    programme_id: UUID = Field(foreign_key="programme.id")
