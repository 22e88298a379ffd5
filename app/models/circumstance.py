"""Circumstances: how things stand in the parts of somebody's life that can get in the way of work."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field

from app.models.base import (
    Identified,
    OfTrajectory,
    PublicFactOfTrajectory,
    Recorded,
    Shape,
    closed_list,
    same_trajectory,
)
from app.rules.code_lists import CircumstanceState, SupportDomain


class CircumstanceFields(Shape):
    """How things stand in one domain on one day. `arrangement` is what has been arranged: never a diagnosis."""

    domain: SupportDomain = Field(sa_type=closed_list(SupportDomain))
    state: CircumstanceState = Field(sa_type=closed_list(CircumstanceState))
    arrangement: str | None = Field(default=None, max_length=500)
    assessed_on: date


class CircumstanceCreate(CircumstanceFields):
    """A new assessment in a trajectory."""

    trajectory_id: UUID


class CircumstancePublic(CircumstanceFields, PublicFactOfTrajectory):
    """An assessment as the API shows it; `superseded_at` is when a later one took its place."""

    superseded_at: datetime | None


class Circumstance(Identified, CircumstanceFields, OfTrajectory, Recorded, table=True):
    """One assessment of one domain. A later one supersedes it: at most one per domain is current."""

    __table_args__ = (
        same_trajectory("circumstance"),
        Index(
            "uq_circumstance_current",
            "trajectory_id",
            "domain",
            unique=True,
            postgresql_where="superseded_at is null",
        ),
    )

    superseded_at: datetime | None = None
