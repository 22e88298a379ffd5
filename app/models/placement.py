"""Placements: a participant is in one activity, with an organisation, from a day to a day (a spell)."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, Numeric, UniqueConstraint
from sqlmodel import Field

from app.models.base import (
    Changeable,
    Identified,
    Occupation,
    OfTrajectory,
    PublicFactOfTrajectory,
    PublicVersion,
    Shape,
    closed_list,
    not_before,
    same_trajectory,
    within,
)
from app.rules.code_lists import Contract, EvidenceSource, LanguageLevel, PlacementEndReason, SpellKind


class PlacementFields(Shape):
    """One spell. `ends_on` is the last day worked; `hours` are hours per week, `hourly_wage` is gross euros per hour.

    `occupation` is an ISCO-08 code of one to four digits. `end_source` is who said that it ended. What the job asks:
    `required_language_level` in every skill that counts, `required_education` as ISCED 2011 level 0–8. A planned job is
    a placement that starts on a day to come.
    `job_guarantee` is whether a job was promised beforehand, `job_guarantee_kept` whether that promise was kept.
    `contact_id` is whom the programme asks at the employer.
    """

    kind: SpellKind = Field(sa_type=closed_list(SpellKind))
    job_title: str | None = Field(default=None, max_length=200)
    occupation: Occupation | None = Field(default=None, max_length=4)
    contract: Contract | None = Field(default=None, sa_type=closed_list(Contract))
    hours: float | None = Field(default=None, ge=0, le=80, sa_type=Numeric(4, 1, asdecimal=False))
    hourly_wage: float | None = Field(default=None, ge=0, le=1000, sa_type=Numeric(6, 2, asdecimal=False))
    starts_on: date
    expected_end_on: date | None = None
    ends_on: date | None = None
    end_reason: PlacementEndReason | None = Field(default=None, sa_type=closed_list(PlacementEndReason))
    end_note: str | None = Field(default=None, max_length=2000)
    end_source: EvidenceSource | None = Field(default=None, sa_type=closed_list(EvidenceSource))
    job_guarantee: bool | None = None
    job_guarantee_kept: bool | None = None
    follows_id: UUID | None = Field(default=None, foreign_key="placement.id")
    required_language_level: LanguageLevel | None = Field(
        default=None, sa_type=closed_list(LanguageLevel, "required_language_level")
    )
    required_education: int | None = Field(default=None, ge=0, le=8)
    contact_id: UUID | None = None


class PlacementCreate(PlacementFields):
    """A new placement in a trajectory, with an organisation."""

    trajectory_id: UUID
    organisation_id: UUID


class PlacementPublic(PlacementFields, PublicFactOfTrajectory, PublicVersion):
    """A placement as the API shows it."""

    number: str
    organisation_id: UUID


class Placement(Identified, PlacementFields, OfTrajectory, Changeable, table=True):
    """One spell of one participant with one organisation."""

    __table_args__ = (
        same_trajectory("placement"),
        UniqueConstraint("programme_id", "number"),
        UniqueConstraint("id", "trajectory_id"),
        not_before("starts_on", "ends_on"),
        not_before("starts_on", "expected_end_on"),
        ForeignKeyConstraint(
            ["contact_id", "programme_id", "organisation_id"],
            ["employer_contact.id", "employer_contact.programme_id", "employer_contact.organisation_id"],
            name="fk_placement_contact",
        ),
        Index("ix_placement_contact", "contact_id", postgresql_where="contact_id is not null"),
        within("hours", 0, 80),
        within("hourly_wage", 0, 1000),
        within("required_education", 0, 8),
        CheckConstraint("job_guarantee_kept is null or job_guarantee is true", name="kept_was_promised"),
        Index("ix_placement_ends_soon", "programme_id", "expected_end_on", postgresql_where="ends_on is null"),
    )

    number: str = Field(min_length=1, max_length=50)
    organisation_id: UUID = Field(foreign_key="organisation.id", index=True)
