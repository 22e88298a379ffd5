"""Rating requests: the question what it is like at work, some months after a placement began."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint
from sqlmodel import Field

from app.models.base import Changeable, Identified, OfTrajectory, closed_list, same_trajectory
from app.rules.code_lists import RatedBy, RatingLanguage


class RatingRequest(Identified, OfTrajectory, Changeable, table=True):
    """One question about one placement at one month, to the participant or to the employer.

    `due_on` is the target date. A participant answers with a link; only the SHA-256 of its secret is kept, in
    hexadecimal. An employer answers beside the question whether the person is still at work, and has no link here.
    """

    __tablename__ = "rating_request"
    __table_args__ = (
        same_trajectory("rating_request"),
        ForeignKeyConstraint(
            ["placement_id", "trajectory_id"],
            ["placement.id", "placement.trajectory_id"],
            name="fk_rating_request_placement",
        ),
        UniqueConstraint("placement_id", "month", "rated_by"),
        UniqueConstraint("id", "placement_id", "rated_by"),
        CheckConstraint("month in (1, 3, 6)", name="month_asked"),
        CheckConstraint("token_hash is null or rated_by = 'participant'", name="link_is_for_a_participant"),
        CheckConstraint("token_hash is null or (issued_at is not null and expires_at is not null)", name="link_ends"),
        Index(
            "ix_rating_request_waiting",
            "programme_id",
            "due_on",
            postgresql_where="issued_at is null and answered_at is null and cancelled_at is null",
        ),
    )

    placement_id: UUID
    month: int
    rated_by: RatedBy = Field(sa_type=closed_list(RatedBy))
    due_on: date
    asked_in: RatingLanguage | None = Field(default=None, sa_type=closed_list(RatingLanguage))
    token_hash: str | None = Field(default=None, unique=True, max_length=64)
    issued_at: datetime | None = None
    expires_at: datetime | None = None
    answered_at: datetime | None = None
    revoked_at: datetime | None = None
    cancelled_at: datetime | None = None
