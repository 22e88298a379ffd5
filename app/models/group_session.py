"""Group sessions: a meeting of several participants, whose attendance is recorded at once."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index, UniqueConstraint
from sqlmodel import Field

from app.models.base import Changeable, Identified, PublicVersion, Shape, TextList, closed_list, only_from, within
from app.rules.code_lists import ContactTopic, GroupSessionKind


class GroupSessionFields(Shape):
    """What the meeting was, and how long it took. Everybody invited has a coaching contact of their own."""

    held_on: date
    subject: str = Field(min_length=1, max_length=200)
    kind: GroupSessionKind = Field(default=GroupSessionKind.TRAINING, sa_type=closed_list(GroupSessionKind))
    minutes: int | None = Field(default=None, ge=0, le=1440)
    topics: list[ContactTopic] = Field(default_factory=list, sa_type=TextList)


class GroupSessionPublic(GroupSessionFields, PublicVersion):
    """A group session as the API shows it to the programme team."""

    programme_id: UUID
    cohort_id: UUID | None


class GroupSession(Identified, GroupSessionFields, Changeable, table=True):
    """A meeting of several participants of a programme, as a rule of one cohort."""

    __tablename__ = "group_session"
    __table_args__ = (
        UniqueConstraint("id", "programme_id"),
        ForeignKeyConstraint(
            ["cohort_id", "programme_id"], ["cohort.id", "cohort.programme_id"], name="fk_group_session_cohort"
        ),
        within("minutes", 0, 1440),
        only_from("topics", ContactTopic),
        Index("ix_group_session_held", "programme_id", "held_on"),
    )

    programme_id: UUID = Field(foreign_key="programme.id")
    cohort_id: UUID | None = None
