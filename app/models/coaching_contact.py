"""Coaching contacts: who spoke with a participant, when and about what."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, UniqueConstraint
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
    only_from,
    same_trajectory,
    within,
)
from app.rules.code_lists import Attendance, ContactChannel, ContactKind, ContactParty, ContactTopic


class CoachingContactFields(Shape):
    """One contact, and with whom it was. The note is for the programme team only.

    `topics` are codes of the list of topics; words that came in with a file stay as they were written.
    """

    contacted_on: date
    kind: ContactKind = Field(default=ContactKind.PROGRESS, sa_type=closed_list(ContactKind))
    channel: ContactChannel | None = Field(default=None, sa_type=closed_list(ContactChannel))
    minutes: int | None = Field(default=None, ge=0, le=1440)
    attendance: Attendance | None = Field(default=None, sa_type=closed_list(Attendance))
    topics: list[Word] = Field(default_factory=list, sa_type=TextList)
    with_whom: list[ContactParty] = Field(default_factory=list, sa_type=TextList)
    note: str | None = Field(default=None, max_length=10_000)
    next_contact_on: date | None = None


class CoachingContactSaid(CoachingContactFields):
    """What somebody says of a contact; its topics are those of the list."""

    topics: list[ContactTopic] = Field(default_factory=list)  # type: ignore[assignment]  # narrower on purpose


class CoachingContactCreate(CoachingContactSaid):
    """A new contact in a trajectory."""

    trajectory_id: UUID


class CoachingContactUpdate(CoachingContactSaid):
    """What is corrected about a contact; only the fields that are sent."""

    contacted_on: date = Field(default=None)


class CoachingContactPublic(CoachingContactFields, PublicFactOfTrajectory, PublicVersion):
    """A coaching contact as the API shows it to the programme team, with its note."""

    group_session_id: UUID | None


class CoachingContact(Identified, CoachingContactFields, OfTrajectory, Changeable, table=True):
    """One contact between a participant and somebody of the programme, by themselves or in a group session."""

    __tablename__ = "coaching_contact"
    __table_args__ = (
        same_trajectory("coaching_contact"),
        within("minutes", 0, 1440),
        only_from("with_whom", ContactParty),
        ForeignKeyConstraint(
            ["group_session_id", "programme_id"],
            ["group_session.id", "group_session.programme_id"],
            name="fk_coaching_contact_group_session",
        ),
        UniqueConstraint("group_session_id", "trajectory_id"),
    )

    group_session_id: UUID | None = None
