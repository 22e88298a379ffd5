"""Coaching contacts: who spoke with a participant, when and about what."""

from datetime import date
from uuid import UUID

from sqlmodel import Field

from app.models.base import (
    Changeable,
    Identified,
    OfTrajectory,
    PublicFactOfTrajectory,
    PublicVersion,
    Shape,
    TextList,
    Word,
    closed_list,
    same_trajectory,
    within,
)
from app.rules.code_lists import Attendance, ContactChannel, ContactKind


class CoachingContactFields(Shape):
    """One contact. The note is for the programme team only."""

    contacted_on: date
    kind: ContactKind = Field(default=ContactKind.PROGRESS, sa_type=closed_list(ContactKind))
    channel: ContactChannel | None = Field(default=None, sa_type=closed_list(ContactChannel))
    minutes: int | None = Field(default=None, ge=0, le=1440)
    attendance: Attendance | None = Field(default=None, sa_type=closed_list(Attendance))
    topics: list[Word] = Field(default_factory=list, sa_type=TextList)
    note: str | None = Field(default=None, max_length=10_000)
    next_contact_on: date | None = None


class CoachingContactCreate(CoachingContactFields):
    """A new contact in a trajectory."""

    trajectory_id: UUID


class CoachingContactPublic(CoachingContactFields, PublicFactOfTrajectory, PublicVersion):
    """A coaching contact as the API shows it to the programme team, with its note."""


class CoachingContact(Identified, CoachingContactFields, OfTrajectory, Changeable, table=True):
    """One contact between a participant and somebody of the programme."""

    __tablename__ = "coaching_contact"
    __table_args__ = (same_trajectory("coaching_contact"), within("minutes", 0, 1440))
