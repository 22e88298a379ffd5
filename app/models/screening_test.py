"""Screening tests: what a candidate scored."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from app.models.base import Identified, OfTrajectory, PublicFactOfTrajectory, Recorded, Shape, same_trajectory


class ScreeningTestFields(Shape):
    """A score on one test, of so many points, on one day."""

    instrument: str = Field(min_length=1, max_length=100)
    score: float = Field(ge=0, le=100_000)
    out_of: float = Field(gt=0, le=100_000)
    taken_on: date


class ScreeningTestCreate(ScreeningTestFields):
    """A new test result in a trajectory."""

    trajectory_id: UUID


class ScreeningTestPublic(ScreeningTestFields, PublicFactOfTrajectory):
    """A test result as the API shows it; `superseded_at` is when a correction took its place."""

    superseded_at: datetime | None


class ScreeningTest(Identified, ScreeningTestFields, OfTrajectory, Recorded, table=True):
    """One result. A correction supersedes; nothing is overwritten."""

    __tablename__ = "screening_test"
    __table_args__ = (
        same_trajectory("screening_test"),
        CheckConstraint("score between 0 and out_of", name="score_range"),
        CheckConstraint("out_of > 0", name="out_of_something"),
        Index(
            "uq_screening_test_current",
            "trajectory_id",
            "instrument",
            "taken_on",
            unique=True,
            postgresql_where="superseded_at is null",
        ),
    )

    superseded_at: datetime | None = None
