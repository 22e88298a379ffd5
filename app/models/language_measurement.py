"""Language measurements: a level per skill on a day."""

from datetime import date, datetime
from uuid import UUID

from sqlmodel import Field

from app.models.base import (
    Identified,
    OfTrajectory,
    PublicFactOfTrajectory,
    Recorded,
    Shape,
    closed_list,
    same_trajectory,
)
from app.rules.code_lists import LanguageLevel, LanguageSkill


class MeasuredOn(Shape):
    """When and with what was measured; `official` is whether an examination body says so, None when not known."""

    measured_on: date
    instrument: str | None = Field(default=None, max_length=100)
    official: bool | None = None


class LanguageMeasurementFields(MeasuredOn):
    """The level of one skill on one day."""

    skill: LanguageSkill = Field(sa_type=closed_list(LanguageSkill))
    level: LanguageLevel = Field(sa_type=closed_list(LanguageLevel))


class LanguageMeasurementCreate(LanguageMeasurementFields):
    """A new measurement in a trajectory."""

    trajectory_id: UUID


class LanguageMeasurementPublic(LanguageMeasurementFields, PublicFactOfTrajectory):
    """A language measurement as the API shows it; `superseded_at` is when a correction took its place."""

    superseded_at: datetime | None


class LanguageMeasurement(Identified, LanguageMeasurementFields, OfTrajectory, Recorded, table=True):
    """A measured or estimated language level. A correction supersedes; nothing is overwritten."""

    __tablename__ = "language_measurement"
    __table_args__ = (same_trajectory("language_measurement"),)

    superseded_at: datetime | None = None
