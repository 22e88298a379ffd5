"""Motivation interviews: how well somebody fits work in one sector, after a talk about it."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field

from app.models.base import (
    Identified,
    OfTrajectory,
    PublicFactOfTrajectory,
    Recorded,
    Sector,
    Shape,
    same_trajectory,
    within,
)


class MotivationInterviewFields(Shape):
    """A score of 1 (low) to 5 (high) for one sector, a section letter of NACE Rev. 2.1, after a talk on one day."""

    sector: Sector = Field(max_length=1)
    score: int = Field(ge=1, le=5)
    held_on: date
    note: str | None = Field(default=None, max_length=2000)


class MotivationInterviewCreate(MotivationInterviewFields):
    """A new interview in a trajectory."""

    trajectory_id: UUID


class MotivationInterviewPublic(MotivationInterviewFields, PublicFactOfTrajectory):
    """An interview as the API shows it; `superseded_at` is when a correction took its place."""

    superseded_at: datetime | None


class MotivationInterview(Identified, MotivationInterviewFields, OfTrajectory, Recorded, table=True):
    """One interview about one sector. A correction supersedes; nothing is overwritten."""

    __tablename__ = "motivation_interview"
    __table_args__ = (
        same_trajectory("motivation_interview"),
        within("score", 1, 5),
        Index(
            "uq_motivation_interview_current",
            "trajectory_id",
            "sector",
            "held_on",
            unique=True,
            postgresql_where="superseded_at is null",
        ),
    )

    superseded_at: datetime | None = None
