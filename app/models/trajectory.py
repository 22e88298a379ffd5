"""Trajectories: one participant's way through one programme."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint, text
from sqlmodel import Field

from app.models.base import (
    Changeable,
    Identified,
    MunicipalityCode,
    OfTrajectory,
    PublicFactOfTrajectory,
    PublicVersion,
    Recorded,
    Shape,
    closed_list,
    not_before,
    same_trajectory,
    within,
)
from app.rules.code_lists import Decision, Destination, EndOutcome, TrajectoryEndReason, TrajectoryState


class TrajectoryFields(Shape):
    """One way through a programme: the days of its steps, what was decided, and in which phase of it somebody is.

    `municipality_code` is the municipality at the start and does not move with the person. Ladders are steps of
    the participation ladder, 1 (isolated) to 6 (paid work).
    """

    number: str = Field(min_length=1, max_length=50)
    cohort_id: UUID | None = None
    municipality_code: MunicipalityCode | None = Field(default=None, max_length=6)
    municipality_name: str | None = Field(default=None, max_length=100)
    registered_on: date
    screened_on: date | None = None
    decision: Decision | None = Field(default=None, sa_type=closed_list(Decision))
    decided_on: date | None = None
    decision_reason: str | None = Field(default=None, max_length=2000)
    started_on: date | None = None
    ended_on: date | None = None
    end_outcome: EndOutcome | None = Field(default=None, sa_type=closed_list(EndOutcome))
    end_reason: TrajectoryEndReason | None = Field(default=None, sa_type=closed_list(TrajectoryEndReason))
    end_note: str | None = Field(default=None, max_length=2000)
    destination: Destination | None = Field(default=None, sa_type=closed_list(Destination))
    ladder_start: int | None = Field(default=None, ge=1, le=6)
    ladder_end: int | None = Field(default=None, ge=1, le=6)
    coordinator_id: UUID | None = Field(default=None, foreign_key="account.id")
    coordinator_name: str | None = Field(default=None, max_length=200)
    coach_id: UUID | None = Field(default=None, foreign_key="account.id")
    coach_name: str | None = Field(default=None, max_length=200)
    phase: str | None = Field(default=None, min_length=1, max_length=100)
    phase_since: date | None = None


class TrajectoryCreate(Shape):
    """A registration: somebody enters a programme. What follows is recorded as steps."""

    programme_id: UUID
    participant_id: UUID
    number: str = Field(min_length=1, max_length=50)
    registered_on: date
    cohort_id: UUID | None = None
    municipality_code: MunicipalityCode | None = None
    ladder_start: int | None = Field(default=None, ge=1, le=6)
    coordinator_id: UUID | None = None
    coach_id: UUID | None = None


class TrajectoryPublic(TrajectoryFields, PublicVersion):
    """A trajectory as the API shows it in a list."""

    programme_id: UUID
    participant_id: UUID
    state: TrajectoryState
    last_contact_on: date | None
    next_contact_on: date | None
    contact_norm_days: int
    silent_after: date
    next_follow_up_on: date | None


class TrajectoryEventPublic(PublicFactOfTrajectory):
    """A step that was taken, as the API shows it. `phase` is the phase that began, where the step is that."""

    step: str
    from_state: TrajectoryState | None
    to_state: TrajectoryState
    on_date: date
    reason: str | None
    phase: str | None


class Trajectory(Identified, TrajectoryFields, Changeable, table=True):
    """One participant's way through one programme.

    The columns after `state` are derived by triggers, so that the desk of the day needs no joins; they are no part of
    the version. `contact_norm_days` is the norm of the phase or else of the programme, `silent_after` the last day by
    which somebody has to be spoken to, `no_show_streak` how often in a row somebody did not come, if they did not.
    """

    __table_args__ = (
        UniqueConstraint("programme_id", "number"),
        UniqueConstraint("id", "programme_id", "participant_id"),
        ForeignKeyConstraint(
            ["cohort_id", "programme_id"], ["cohort.id", "cohort.programme_id"], name="fk_trajectory_cohort"
        ),
        not_before("registered_on", "screened_on"),
        not_before("registered_on", "decided_on"),
        not_before("registered_on", "started_on"),
        not_before("started_on", "ended_on"),
        CheckConstraint("ended_on is null or started_on is not null", name="ended_was_started"),
        CheckConstraint("(ended_on is null) = (end_outcome is null)", name="end_has_outcome"),
        CheckConstraint("(decision is null) = (decided_on is null)", name="decision_has_day"),
        within("ladder_start", 1, 6),
        within("ladder_end", 1, 6),
        Index("ix_trajectory_programme_state", "programme_id", "state"),
        Index("ix_trajectory_municipality", "municipality_code"),
        CheckConstraint("(phase is null) = (phase_since is null)", name="phase_has_day"),
        CheckConstraint("contact_norm_days is not null and silent_after is not null", name="silence_is_kept"),
        Index(
            "ix_trajectory_silent",
            "programme_id",
            "silent_after",
            postgresql_where="state in ('active', 'aftercare')",
        ),
        Index(
            "ix_trajectory_appointment",
            "programme_id",
            "next_contact_on",
            postgresql_where="next_contact_on is not null",
        ),
        Index(
            "ix_trajectory_no_show",
            "programme_id",
            "no_show_streak",
            postgresql_where="no_show_streak >= 2",
        ),
        Index(
            "ix_trajectory_follow_up_due",
            "programme_id",
            "next_follow_up_on",
            postgresql_where="next_follow_up_on is not null",
        ),
        Index(
            "ix_trajectory_screening",
            "programme_id",
            "registered_on",
            postgresql_where="state in ('registered', 'screening')",
        ),
        Index("ix_trajectory_coach", "coach_id"),
        Index(
            "ix_trajectory_language_unmeasured",
            "programme_id",
            text("coalesce(last_measured_on, started_on, registered_on)"),
            postgresql_where="state in ('active', 'aftercare')",
        ),
        Index(
            "ix_trajectory_language_fell_back",
            "programme_id",
            "language_fell_back_on",
            postgresql_where="language_fell_back_on is not null",
        ),
        Index(
            "ix_trajectory_language_below",
            "programme_id",
            "language_below_from",
            postgresql_where="language_below_from is not null",
        ),
    )

    programme_id: UUID = Field(foreign_key="programme.id")
    participant_id: UUID = Field(foreign_key="participant.id", index=True)
    state: TrajectoryState = Field(default=TrajectoryState.REGISTERED, sa_type=closed_list(TrajectoryState))
    last_contact_on: date | None = None
    next_contact_on: date | None = None
    no_show_streak: int | None = None
    contact_norm_days: int | None = None
    silent_after: date | None = None
    next_follow_up_on: date | None = None
    last_measured_on: date | None = None
    language_fell_back_on: date | None = None
    language_below_from: date | None = None

    @property
    def fact_keys(self) -> dict[str, Any]:
        """What every fact about this trajectory carries."""
        return {"programme_id": self.programme_id, "trajectory_id": self.id, "participant_id": self.participant_id}


class TrajectoryEvent(Identified, OfTrajectory, Recorded, table=True):
    """One step of a trajectory: from a state to a state, on a day, with a reason where it ends something.

    Where a phase of the programme begins, the state stays what it was and `phase` names it. Events are only
    added, never changed.
    """

    __tablename__ = "trajectory_event"
    __table_args__ = (same_trajectory("trajectory_event"),)

    step: str = Field(max_length=40)
    from_state: TrajectoryState | None = Field(default=None, sa_type=closed_list(TrajectoryState, "from_state"))
    to_state: TrajectoryState = Field(sa_type=closed_list(TrajectoryState, "to_state"))
    on_date: date
    reason: str | None = Field(default=None, max_length=2000)
    phase: str | None = Field(default=None, max_length=100)
