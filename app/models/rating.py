"""Ratings: what a participant or an employer thinks of it, on a five-point scale."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint
from sqlmodel import Field

from app.models.base import (
    Identified,
    OfTrajectory,
    PublicFactOfTrajectory,
    Recorded,
    Shape,
    closed_list,
    same_trajectory,
    within,
)
from app.rules.code_lists import RatedBy, RatingDimension


class RatingFields(Shape):
    """A score of 1 (bad) to 5 (good) on one subject, on one day."""

    placement_id: UUID | None = None
    rated_on: date
    rated_by: RatedBy = Field(sa_type=closed_list(RatedBy))
    dimension: RatingDimension = Field(sa_type=closed_list(RatingDimension))
    score: int = Field(ge=1, le=5)


class RatingPublic(RatingFields, PublicFactOfTrajectory):
    """A rating as the API shows it; `superseded_at` is when a correction took its place."""

    superseded_at: datetime | None


class Rating(Identified, RatingFields, OfTrajectory, Recorded, table=True):
    """One score. A correction supersedes; nothing is overwritten."""

    __table_args__ = (
        same_trajectory("rating"),
        ForeignKeyConstraint(
            ["placement_id", "trajectory_id"],
            ["placement.id", "placement.trajectory_id"],
            name="fk_rating_placement",
        ),
        within("score", 1, 5),
    )

    superseded_at: datetime | None = None
