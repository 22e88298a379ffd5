"""Requests: one asking of one follow-up, never twice of the same address."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from app.models.base import Identified, OfTrajectory, Recorded, closed_list, same_trajectory, within
from app.rules.code_lists import AskedOf


class FollowUpRequest(Identified, OfTrajectory, Recorded, table=True):
    """The `nth` asking of a follow-up at one address, in one message.

    `dropped_at` is when it was left out of its message, because the question had been answered or was not asked any
    more.
    """

    __tablename__ = "follow_up_request"
    __table_args__ = (
        same_trajectory("follow_up_request"),
        UniqueConstraint("follow_up_id", "recipient", "nth"),
        within("nth", 1, 3),
    )

    follow_up_id: UUID = Field(foreign_key="follow_up.id", index=True)
    message_id: UUID = Field(foreign_key="message.id", index=True)
    recipient: str = Field(max_length=320)
    asked_of: AskedOf = Field(sa_type=closed_list(AskedOf))
    nth: int
    dropped_at: datetime | None = None
