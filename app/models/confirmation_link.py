"""Confirmation links: with one an employer answers one question, without an account."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint
from sqlmodel import Field

from app.models.base import Identified, OfTrajectory, Recorded, same_trajectory


class ConfirmationLink(Identified, OfTrajectory, Recorded, table=True):
    """A single-purpose link. Only the SHA-256 of its secret is kept, in hexadecimal."""

    __tablename__ = "confirmation_link"
    __table_args__ = (
        same_trajectory("confirmation_link"),
        ForeignKeyConstraint(
            ["placement_id", "trajectory_id"],
            ["placement.id", "placement.trajectory_id"],
            name="fk_confirmation_link_placement",
        ),
    )

    placement_id: UUID = Field(index=True)
    organisation_id: UUID = Field(foreign_key="organisation.id")
    follow_up_id: UUID | None = Field(default=None, foreign_key="follow_up.id")
    token_hash: str = Field(unique=True, max_length=64)
    expires_at: datetime
    answered_at: datetime | None = None
    observation_id: UUID | None = Field(default=None, foreign_key="observation.id")
    revoked_at: datetime | None = None
