"""Language support: what somebody gets to learn the language, for how many hours and from whom."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, Numeric
from sqlmodel import Field

from app.models.base import (
    Changeable,
    Identified,
    OfTrajectory,
    PublicFactOfTrajectory,
    PublicVersion,
    Shape,
    closed_list,
    not_before,
    same_trajectory,
)
from app.rules.code_lists import LanguageSupportKind


class LanguageSupportFields(Shape):
    """One kind of support from a day to a day; `ends_on` is its last day, None while it runs.

    `hours_per_week` are hours on average. Who gives it is an organisation, or else the words in `provider`.
    """

    kind: LanguageSupportKind = Field(sa_type=closed_list(LanguageSupportKind))
    hours_per_week: float | None = Field(default=None, gt=0, le=40, sa_type=Numeric(4, 1, asdecimal=False))
    provider: str | None = Field(default=None, max_length=200)
    organisation_id: UUID | None = Field(default=None, foreign_key="organisation.id")
    starts_on: date
    ends_on: date | None = None


class LanguageSupportCreate(LanguageSupportFields):
    """New support in a trajectory."""

    trajectory_id: UUID


class LanguageSupportPublic(LanguageSupportFields, PublicFactOfTrajectory, PublicVersion):
    """Language support as the API shows it."""


class LanguageSupport(Identified, LanguageSupportFields, OfTrajectory, Changeable, table=True):
    """Support with the language that one participant gets for a while."""

    __tablename__ = "language_support"
    __table_args__ = (
        same_trajectory("language_support"),
        not_before("starts_on", "ends_on"),
        CheckConstraint("hours_per_week > 0 and hours_per_week <= 40", name="hours_per_week_range"),
        CheckConstraint("provider is null or organisation_id is null", name="one_provider"),
    )
