"""A second opinion on who is in which group of a report: plain Python over the recorded rows, a person at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.models import LanguageMeasurement, Organisation, ParticipantProfile, Placement, Programme, Trajectory
from app.outcomes.statement import Dimension
from app.rules.code_lists import PAID_WORK, LanguageSkill

BANDS_OF_SPEAKING = {"A1": "a1", "A2": "a2", "B1": "b1", "B2": "b2_or_higher", "C1": "b2_or_higher"}


@dataclass(frozen=True)
class Recorded:
    """Everything that is recorded about one trajectory and can tell of a group."""

    trajectory: Trajectory
    profile: ParticipantProfile
    programme: Programme
    jobs: Sequence[tuple[Placement, Organisation]]
    measured: Sequence[LanguageMeasurement]
    as_of: date

    @property
    def started_on(self) -> date | None:
        """A start that is still to come is no start."""
        day = self.trajectory.started_on
        return day if day and day <= self.as_of else None

    @property
    def began_on(self) -> date:
        return self.started_on or self.trajectory.registered_on

    @property
    def first_employer(self) -> Organisation | None:
        paid = [(job, employer) for job, employer in self.jobs if job.kind in PAID_WORK]
        return min(paid, key=lambda found: (found[0].starts_on, found[0].number, found[0].id))[1] if paid else None


def quarter(one: Recorded) -> str:
    day = one.started_on
    return f"{day.year}-Q{1 + (day.month - 1) // 3}" if day else "not_started"


def age_band(one: Recorded) -> str | None:
    born, day = one.profile.birth_date, one.began_on
    if born is None or born > day:
        return None
    age = day.year - born.year - ((day.month, day.day) < (born.month, born.day))
    bands = {27: "under_27", 35: "27_to_34", 45: "35_to_44", 55: "45_to_54"}
    return next((band for end, band in bands.items() if age < end), "55_or_older")


def education(one: Recorded) -> str | None:
    bands = ["low"] * 3 + ["middle"] * 2 + ["high"] * 4
    return None if one.profile.education is None else bands[one.profile.education]


def speaking(one: Recorded) -> str | None:
    """Until the start the last, and otherwise the first within three months."""
    usable = [
        measured
        for measured in one.measured
        if measured.skill is LanguageSkill.SPEAKING and (measured.official or measured.instrument)
    ]
    before = [measured for measured in usable if measured.measured_on <= one.began_on]
    soon = [measured for measured in usable if one.began_on < measured.measured_on <= one.began_on + timedelta(days=91)]
    found = max(before, key=_day) if before else min(soon, key=_day) if soon else None
    return BANDS_OF_SPEAKING.get(found.level, "below_a1") if found else None


def _day(measured: LanguageMeasurement) -> date:
    return measured.measured_on


GROUP_OF: Mapping[Dimension, Callable[[Recorded], str | None]] = {
    Dimension.PROGRAMME_KIND: lambda one: one.programme.kind,
    Dimension.INTERVENTION_TYPE: lambda one: one.programme.intervention_type,
    Dimension.START_YEAR: lambda one: quarter(one).partition("-Q")[0],
    Dimension.START_QUARTER: quarter,
    Dimension.SECTOR: lambda one: one.first_employer.nace_section if one.first_employer else "no_job",
    Dimension.EMPLOYER_SIZE: lambda one: one.first_employer.size if one.first_employer else "no_job",
    Dimension.GENDER: lambda one: one.profile.gender,
    Dimension.AGE_BAND: age_band,
    Dimension.EDUCATION: education,
    Dimension.RESIDENCE_GROUND: lambda one: one.profile.residence_ground,
    Dimension.SPEAKING_LEVEL: speaking,
}
