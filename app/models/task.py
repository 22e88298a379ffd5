"""Tasks: what somebody of the programme will do for one trajectory, and before which day."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index
from sqlmodel import Field

from app.models.base import (
    Changeable,
    Identified,
    OfTrajectory,
    PublicFactOfTrajectory,
    PublicVersion,
    Shape,
    same_trajectory,
)


class TaskFields(Shape):
    """What is to be done, the last day for it, and by whom."""

    title: str = Field(min_length=1, max_length=300)
    due_on: date
    assigned_to: UUID | None = Field(default=None, foreign_key="account.id")


class TaskCreate(TaskFields):
    """A new task in a trajectory."""

    trajectory_id: UUID


class TaskUpdate(TaskFields):
    """What changes about a task; only the fields that are sent. `done_on` None reopens it."""

    title: str = Field(default=None, min_length=1, max_length=300)
    due_on: date = Field(default=None)
    done_on: date | None = None


class TaskPublic(TaskFields, PublicFactOfTrajectory, PublicVersion):
    """A task as the API shows it; one that comes from a condition names the decision."""

    done_on: date | None
    screening_decision_id: UUID | None


class Task(Identified, TaskFields, OfTrajectory, Changeable, table=True):
    """One task. It is done on a day, and open as long as it has none."""

    __table_args__ = (
        same_trajectory("task"),
        ForeignKeyConstraint(
            ["screening_decision_id", "trajectory_id"],
            ["screening_decision.id", "screening_decision.trajectory_id"],
            name="fk_task_screening_decision",
        ),
        Index("ix_task_open", "programme_id", "due_on", postgresql_where="done_on is null"),
        Index("ix_task_screening_decision", "screening_decision_id"),
    )

    done_on: date | None = None
    screening_decision_id: UUID | None = None
