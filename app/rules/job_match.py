"""Does the job fit the person? Four flags, each True, False or None: not known. They are never blended.

- **level**: education against the level that the job asks: ISCED level of the person, ISCO-08 major group of
  the job, compared by the normative method of the International Labour Organization.
- **field**: the job is in the same ISCO-08 sub-major group as something the person did before or as what the
  programme trains for.
- **wish**: the job is what the person asked for in sector, occupation or hours.
- **own judgement**: the person scores the job 4 or 5 out of 5.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

EDUCATION_ASKED: dict[str, range] = {
    "1": range(5, 9),
    "2": range(6, 9),
    "3": range(5, 6),
    "4": range(3, 5),
    "5": range(3, 5),
    "6": range(3, 5),
    "7": range(3, 5),
    "8": range(3, 5),
    "9": range(3),
}
"""ISCO-08 major group → the ISCED levels that fit it; the armed forces (0) have no level of their own."""

HOURS_THAT_STILL_MATCH = 4
"""Hours per week that a job may differ from the hours that somebody asked for."""

SATISFIED = 4
"""The lowest of the five scores that counts as satisfied."""

ENOUGH_FLAGS = 3
"""Known flags without which nothing is said about the match as a whole."""


@dataclass(frozen=True, kw_only=True)
class Job:
    """What the match looks at in a job: ISCO-08 code, hours per week, NACE section of the employer."""

    occupation: str | None = None
    hours: float | None = None
    sector: str | None = None


@dataclass(frozen=True, kw_only=True)
class Person:
    """What the match looks at in a person: ISCED level, earlier occupations (ISCO-08) and wishes."""

    education: int | None = None
    earlier_occupations: tuple[str, ...] = ()
    wished_sectors: tuple[str, ...] = ()
    wished_occupations: tuple[str, ...] = ()
    wished_hours: float | None = None


def level_matches(person: Person, job: Job) -> bool | None:
    """Whether the person is neither under- nor over-qualified for the job."""
    asked = EDUCATION_ASKED.get(job.occupation[0]) if job.occupation else None
    if asked is None or person.education is None:
        return None
    return person.education in asked


def field_matches(person: Person, job: Job, target_occupations: Iterable[str]) -> bool | None:
    """Whether the job is in the field of earlier work or of the programme."""
    return _same_sub_major_group(job.occupation, (*person.earlier_occupations, *target_occupations))


def wish_matches(person: Person, job: Job) -> bool | None:
    """Whether one thing the person asked for is met; None when none is and one cannot be compared."""
    comparisons: list[bool | None] = []
    if person.wished_sectors:
        comparisons.append(None if job.sector is None else job.sector in person.wished_sectors)
    if person.wished_occupations:
        comparisons.append(_same_sub_major_group(job.occupation, person.wished_occupations))
    if person.wished_hours is not None:
        comparisons.append(
            None if job.hours is None else abs(job.hours - person.wished_hours) <= HOURS_THAT_STILL_MATCH
        )
    if True in comparisons:
        return True
    return None if None in comparisons or not comparisons else False


def own_judgement(latest_score: int | None) -> bool | None:
    """Whether the person was satisfied with the job when last asked."""
    return None if latest_score is None else latest_score >= SATISFIED


def all_known_flags_met(flags: Collection[bool | None]) -> bool | None:
    """The match as a whole: None with fewer than three known flags, else whether every known one is met."""
    known = [flag for flag in flags if flag is not None]
    return all(known) if len(known) >= ENOUGH_FLAGS else None


def _same_sub_major_group(occupation: str | None, others: Iterable[str]) -> bool | None:
    group = _sub_major_group(occupation)
    comparable = {_sub_major_group(other) for other in others} - {None}
    return group in comparable if group and comparable else None


def _sub_major_group(occupation: str | None) -> str | None:
    """The first two digits of an ISCO-08 code; a code of one digit does not say them."""
    return occupation[:2] if occupation and len(occupation) >= 2 else None
