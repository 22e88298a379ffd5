"""What one row of each sheet says, once every cell has been read.

Fields that are None are unknown: the cell was empty. Days are days of the calendar, hours are hours per week,
wages gross euros per hour, minutes minutes.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from app.rules.code_lists import (
    Attendance,
    Benefit,
    ContactKind,
    Contract,
    Decision,
    Destination,
    EndOutcome,
    EvidenceSource,
    FollowUpState,
    Gender,
    LanguageLevel,
    LanguageSkill,
    MessageLanguage,
    RatedBy,
    RatingDimension,
    ResidenceGround,
    SpellKind,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantContent:
    """A row of Deelnemers. ``municipality`` is a GM code or a name as written."""

    number: str
    first_name: str
    last_name: str
    birth_date: dt.date | None = None
    gender: Gender | None = None
    municipality: str | None = None
    residence_ground: ResidenceGround | None = None
    arrival_year: int | None = None
    benefit: Benefit | None = None
    education: int | None = None
    diploma_recognised: bool | None = None
    earlier_occupations: tuple[str, ...] | None = None
    wished_sectors: tuple[str, ...] | None = None
    wished_occupations: tuple[str, ...] | None = None
    wished_hours: Decimal | None = None
    email: str | None = None
    phone: str | None = None
    contact_language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrajectoryContent:
    """A row of Trajecten. ``end_reason`` is the text as written."""

    number: str
    participant: str
    programme: str
    cohort: str | None = None
    registered_on: dt.date
    screened_on: dt.date | None = None
    decision: Decision | None = None
    decision_reason: str | None = None
    started_on: dt.date | None = None
    ended_on: dt.date | None = None
    end_outcome: EndOutcome | None = None
    end_reason: str | None = None
    destination: Destination | None = None
    ladder_start: int | None = None
    ladder_end: int | None = None
    coordinator: str | None = None
    coach: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageContent:
    """A row of Taalmetingen."""

    trajectory: str
    measured_on: dt.date
    skill: LanguageSkill
    level: LanguageLevel
    instrument: str | None = None
    official: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactContent:
    """A row of Contacten."""

    trajectory: str
    contacted_on: dt.date
    kind: ContactKind | None = None
    minutes: int | None = None
    attendance: Attendance | None = None
    topics: tuple[str, ...] | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacementContent:
    """A row of Plaatsingen. ``end_reason`` is the text as written."""

    number: str
    trajectory: str
    employer: str
    kvk_number: str | None = None
    kind: SpellKind
    job_title: str | None = None
    occupation: str | None = None
    contract: Contract | None = None
    hours: Decimal | None = None
    hourly_wage: Decimal | None = None
    starts_on: dt.date
    expected_end_on: dt.date | None = None
    ends_on: dt.date | None = None
    end_reason: str | None = None
    job_guarantee: bool | None = None
    contact_name: str | None = None
    contact_email: str | None = None
    contact_phone: str | None = None
    contact_written_in: MessageLanguage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ObservationContent:
    """A row of Waarnemingen."""

    trajectory: str
    placement: str | None = None
    observed_on: dt.date
    in_paid_work: bool
    source: EvidenceSource
    on_social_assistance: bool | None = None
    hours: Decimal | None = None
    contract: Contract | None = None
    hourly_wage: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpContent:
    """A row of Opvolgingen: the follow-up of a placement at a month was closed without an answer."""

    placement: str
    month: int
    outcome: FollowUpState


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingContent:
    """A row of Beoordelingen."""

    trajectory: str
    placement: str | None = None
    rated_on: dt.date
    rated_by: RatedBy
    dimension: RatingDimension
    score: int
