"""Saved reports on outcomes: what is asked, about whom, split by what, and which day an edition is about."""

from uuid import UUID

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from app.models.base import (
    Changeable,
    Identified,
    MunicipalityCode,
    PublicVersion,
    Shape,
    TextList,
    closed_list,
)
from app.rules.code_lists import ReferenceDay


class ReportFields(Shape):
    """What a saved report asks. No metrics means all that are published.

    `group_by` is what it is split by, `and_by` what it is split by as well.
    """

    title: str = Field(min_length=1, max_length=120)
    metrics: list[str] = Field(default_factory=list, sa_type=TextList, max_length=200)
    group_by: str | None = Field(default=None, max_length=40)
    and_by: str | None = Field(default=None, max_length=40)
    reference_day: ReferenceDay = Field(default=ReferenceDay.LAST_QUARTER, sa_type=closed_list(ReferenceDay))


class ReportCreate(ReportFields):
    """A report to save: about one programme, or about the residents of one municipality."""

    programme_id: UUID | None = None
    municipality_code: MunicipalityCode | None = None


class ReportUpdate(ReportFields):
    """What changes about a saved report; only the fields that are sent. Whom it is about never changes."""

    title: str = Field(default=None, min_length=1, max_length=120)
    metrics: list[str] = Field(default=None, sa_type=TextList, max_length=200)
    reference_day: ReferenceDay = Field(default=None, sa_type=closed_list(ReferenceDay))


class ReportPublic(ReportFields, PublicVersion):
    """A saved report as the API shows it, with the number of its latest edition."""

    programme_id: UUID | None
    municipality_code: str | None
    latest_edition: int | None


class OutcomeReport(Identified, ReportFields, Changeable, table=True):
    """A report that is asked again and again, about one programme or the residents of one municipality."""

    __tablename__ = "outcome_report"
    __table_args__ = (
        CheckConstraint("num_nonnulls(programme_id, municipality_code) = 1", name="one_scope"),
        CheckConstraint("and_by IS NULL OR coalesce(group_by <> and_by, false)", name="and_by_another"),
    )

    programme_id: UUID | None = Field(default=None, foreign_key="programme.id", index=True)
    municipality_code: str | None = Field(default=None, max_length=6, index=True)
