"""Follow-ups: the question, months after a placement began, whether the work lasted."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint
from sqlmodel import Field

from app.models.base import (
    Changeable,
    Identified,
    OfTrajectory,
    PublicFactOfTrajectory,
    PublicVersion,
    closed_list,
    same_trajectory,
    within,
)
from app.rules.code_lists import FollowUpState


class FollowUpPublic(PublicFactOfTrajectory, PublicVersion):
    """A follow-up as the API shows it; `answered_by` is the observation that answered it.

    It is null in an answered one when the placement is known to have lasted until `due_on`. `computed_due_on` is
    there when somebody moved the day.
    """

    placement_id: UUID
    organisation_id: UUID
    month: int
    due_on: date
    opens_on: date
    closes_on: date
    state: FollowUpState
    closed_on: date | None
    reason: str | None
    answered_by: UUID | None
    computed_due_on: date | None
    moved_because: str | None
    times_asked: int
    last_asked_on: date | None
    acknowledged_on: date | None
    acknowledged_because: str | None


class FollowUp(Identified, OfTrajectory, Changeable, table=True):
    """One question about one index placement at one month.

    `due_on` is the target date, `opens_on` and `closes_on` the days between which an answer is waited for.
    `closed_on` is the day on which it was answered or given up, with the reason. When somebody moved the target date,
    `computed_due_on` keeps what was computed. `acknowledged_on` is since when the team need not be reminded that
    nothing is known.
    """

    __tablename__ = "follow_up"
    __table_args__ = (
        same_trajectory("follow_up"),
        ForeignKeyConstraint(
            ["placement_id", "trajectory_id"],
            ["placement.id", "placement.trajectory_id"],
            name="fk_follow_up_placement",
        ),
        UniqueConstraint("placement_id", "month"),
        within("month", 1, 120),
        within("times_asked", 0, 3),
        CheckConstraint("(computed_due_on is null) = (moved_because is null)", name="moved_with_a_reason"),
        Index(
            "ix_follow_up_open",
            "trajectory_id",
            "due_on",
            postgresql_where="state in ('planned', 'due', 'asked')",
        ),
        Index(
            "ix_follow_up_lately",
            "programme_id",
            "due_on",
            postgresql_include=["state"],
            postgresql_where="state <> 'cancelled'",
        ),
    )

    placement_id: UUID
    organisation_id: UUID = Field(foreign_key="organisation.id", index=True)
    month: int
    due_on: date
    opens_on: date
    closes_on: date
    state: FollowUpState = Field(default=FollowUpState.PLANNED, sa_type=closed_list(FollowUpState))
    closed_on: date | None = None
    reason: str | None = Field(default=None, max_length=2000)
    answered_by: UUID | None = Field(default=None, foreign_key="observation.id")
    computed_due_on: date | None = None
    moved_because: str | None = Field(default=None, max_length=2000)
    times_asked: int = 0
    last_asked_on: date | None = None
    acknowledged_on: date | None = None
    acknowledged_because: str | None = Field(default=None, max_length=2000)
