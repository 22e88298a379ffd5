"""Ratings: what a participant or an employer thinks of it, on a five-point scale."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index
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


class RatingCreate(Shape):
    """A score of 1 (bad) to 5 (good) about a placement; whom it is from follows from the subject."""

    placement_id: UUID
    rated_on: date
    dimension: RatingDimension
    score: int = Field(ge=1, le=5)


class RatingPublic(RatingFields, PublicFactOfTrajectory):
    """A rating as the API shows it; `superseded_at` is when a correction took its place.

    `rating_request_id` is the question that it answers.
    """

    rating_request_id: UUID | None
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
        ForeignKeyConstraint(
            ["rating_request_id", "placement_id", "rated_by"],
            ["rating_request.id", "rating_request.placement_id", "rating_request.rated_by"],
            name="fk_rating_rating_request",
        ),
        CheckConstraint("rating_request_id is null or placement_id is not null", name="answer_is_about_a_placement"),
        within("score", 1, 5),
        Index(
            "uq_rating_answer", "rating_request_id", "dimension", unique=True, postgresql_where="superseded_at is null"
        ),
        Index(
            "ix_rating_unsatisfied",
            "programme_id",
            "rated_on",
            postgresql_where="superseded_at is null and score < 4",
        ),
    )

    rating_request_id: UUID | None = None
    superseded_at: datetime | None = None
