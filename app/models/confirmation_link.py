"""Confirmation links: with one an employer answers one question, without an account."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from app.models.base import Identified, OfTrajectory, Recorded, closed_list, same_trajectory
from app.rules.code_lists import AskedOf


class ConfirmationLink(Identified, OfTrajectory, Recorded, table=True):
    """A single-purpose link. Only the SHA-256 of its secret is kept, in hexadecimal.

    `partial` is what was answered and is no evidence yet. `opened_at` is when the page was first fetched, by a person
    or by a program; it says nothing about an answer.
    """

    __tablename__ = "confirmation_link"
    __table_args__ = (
        same_trajectory("confirmation_link"),
        ForeignKeyConstraint(
            ["placement_id", "trajectory_id"],
            ["placement.id", "placement.trajectory_id"],
            name="fk_confirmation_link_placement",
        ),
        Index("ix_confirmation_link_partial", "trajectory_id", postgresql_where="partial is not null"),
        Index("ix_confirmation_link_renewed", "renewed_at", postgresql_where="renewed_at is not null"),
    )

    placement_id: UUID = Field(index=True)
    organisation_id: UUID = Field(foreign_key="organisation.id")
    follow_up_id: UUID | None = Field(default=None, foreign_key="follow_up.id", index=True)
    token_hash: str = Field(unique=True, max_length=64)
    expires_at: datetime
    answered_at: datetime | None = None
    observation_id: UUID | None = Field(default=None, foreign_key="observation.id")
    revoked_at: datetime | None = None
    asked_of: AskedOf = Field(default=AskedOf.EMPLOYER, sa_type=closed_list(AskedOf))
    message_id: UUID | None = Field(default=None, foreign_key="message.id", index=True)
    partial: dict[str, str] | None = Field(default=None, sa_type=JSONB(none_as_null=True))
    opened_at: datetime | None = None
    renewed_at: datetime | None = None
    renewal_id: UUID | None = Field(default=None, foreign_key="message.id", index=True)
