"""Observations: the evidence. Somebody says of one participant on one day: in paid work, or not."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Numeric
from sqlmodel import Field

from app.models.base import (
    Identified,
    OfTrajectory,
    PublicFactOfTrajectory,
    Recorded,
    Shape,
    closed_list,
    same_trajectory,
    within,
)
from app.rules.code_lists import Contract, EvidenceSource, ToldHow


class ObservationFields(Shape):
    """A statement by a source about one day, optionally about one placement.

    `on_social_assistance` is whether the participant had social assistance (bijstand) on that day; null is not said.
    When somebody of the team records what another said, `told_by` is who that was, with how and on which day.
    """

    placement_id: UUID | None = None
    observed_on: date
    in_paid_work: bool
    on_social_assistance: bool | None = None
    source: EvidenceSource = Field(sa_type=closed_list(EvidenceSource))
    hours: float | None = Field(default=None, ge=0, le=80, sa_type=Numeric(4, 1, asdecimal=False))
    contract: Contract | None = Field(default=None, sa_type=closed_list(Contract))
    hourly_wage: float | None = Field(default=None, ge=0, le=1000, sa_type=Numeric(6, 2, asdecimal=False))
    same_conditions: bool | None = None
    note: str | None = Field(default=None, max_length=2000)
    told_by: str | None = Field(default=None, max_length=200)
    told_how: ToldHow | None = Field(default=None, sa_type=closed_list(ToldHow))
    told_on: date | None = None


class ObservationCreate(ObservationFields):
    """A new observation in a trajectory."""

    trajectory_id: UUID


class ObservationPublic(ObservationFields, PublicFactOfTrajectory):
    """An observation as the API shows it; `superseded_at` is when a correction took its place."""

    supersedes_id: UUID | None
    superseded_at: datetime | None


class Observation(Identified, ObservationFields, OfTrajectory, Recorded, table=True):
    """Evidence. Nothing is overwritten: a correction is a new row that names the one it supersedes."""

    __table_args__ = (
        same_trajectory("observation"),
        ForeignKeyConstraint(
            ["placement_id", "trajectory_id"],
            ["placement.id", "placement.trajectory_id"],
            name="fk_observation_placement",
        ),
        within("hours", 0, 80),
        within("hourly_wage", 0, 1000),
    )

    supersedes_id: UUID | None = Field(default=None, foreign_key="observation.id")
    superseded_at: datetime | None = None
