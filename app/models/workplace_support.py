"""Workplace support: what is arranged at work, so that somebody new can stay."""

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
    closed_list,
    not_before,
    same_trajectory,
)
from app.rules.code_lists import EvidenceSource, WorkplaceSupportKind, WorkplaceSupportState


class WorkplaceSupportUpdate(Shape):
    """What is known of one kind of support. `source` is who says so. The note is for the programme team only."""

    state: WorkplaceSupportState = Field(sa_type=closed_list(WorkplaceSupportState))
    starts_on: date | None = None
    ends_on: date | None = None
    source: EvidenceSource = Field(default=EvidenceSource.COACH, sa_type=closed_list(EvidenceSource))
    note: str | None = Field(default=None, max_length=2000)


class WorkplaceSupportFields(WorkplaceSupportUpdate):
    """One kind of support for one placement. Support of which nothing is known has no row."""

    kind: WorkplaceSupportKind = Field(sa_type=closed_list(WorkplaceSupportKind))


class WorkplaceSupportCreate(WorkplaceSupportFields):
    """What is known of support for a placement."""

    placement_id: UUID


class WorkplaceSupportPublic(WorkplaceSupportFields, PublicFactOfTrajectory, PublicVersion):
    """Workplace support as the API shows it to the programme team, with its note."""

    placement_id: UUID


class WorkplaceSupport(Identified, WorkplaceSupportFields, OfTrajectory, Changeable, table=True):
    """What is known of one kind of support for one placement."""

    __tablename__ = "workplace_support"
    __table_args__ = (
        same_trajectory("workplace_support"),
        ForeignKeyConstraint(
            ["placement_id", "trajectory_id"],
            ["placement.id", "placement.trajectory_id"],
            name="fk_workplace_support_placement",
        ),
        UniqueConstraint("placement_id", "kind"),
        not_before("starts_on", "ends_on"),
    )

    placement_id: UUID
