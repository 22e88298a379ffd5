"""Assignments: who of the team guided a participant, and from when until when."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from app.models.base import (
    Identified,
    OfTrajectory,
    PublicFactOfTrajectory,
    Recorded,
    Shape,
    closed_list,
    not_before,
    same_trajectory,
)
from app.rules.code_lists import AssignmentRole


class AssignmentFields(Shape):
    """Who it is, an account or only a name, in which role. Guidance ends the day that somebody else takes over.

    `until_on` is that day; without it this is who guides now. `reason` says why it went to this person.
    """

    role: AssignmentRole = Field(sa_type=closed_list(AssignmentRole))
    account_id: UUID | None = Field(default=None, foreign_key="account.id")
    display_name: str | None = Field(default=None, max_length=200)
    from_on: date
    until_on: date | None = None
    reason: str | None = Field(default=None, max_length=2000)


class AssignmentPublic(AssignmentFields, PublicFactOfTrajectory):
    """An assignment as the API shows it to the programme team."""


class Assignment(Identified, AssignmentFields, OfTrajectory, Recorded, table=True):
    """Somebody of the team who guides or guided a participant; per role at most one at a time.

    The current ones follow who the trajectory names, by a trigger.
    """

    __table_args__ = (
        same_trajectory("assignment"),
        not_before("from_on", "until_on"),
        CheckConstraint("account_id is not null or display_name is not null", name="somebody"),
        Index(
            "uq_assignment_current",
            "trajectory_id",
            "role",
            unique=True,
            postgresql_where="until_on is null",
        ),
        Index("ix_assignment_account", "account_id", postgresql_where="account_id is not null"),
    )
