"""What the groups of a report are called, and in which order they stand."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from app.outcomes.statement import Dimension
from app.rules.code_lists import Gender, InterventionType, OrganisationSize, ProgrammeKind, ResidenceGround
from app.rules.names import choices
from app.rules.report_groups import AGE_CODES, EDUCATION_CODES, NO_JOB, NOT_STARTED, SPEAKING_CODES
from app.rules.sector_names import SECTOR_NAMES
from app.rules.sentence import Sentence

NO_JOB_NAME = {NO_JOB: Sentence("No paid work registered")}
NOT_STARTED_NAME = {NOT_STARTED: Sentence("Not started")}


def _closed(values: type[StrEnum]) -> Mapping[str, Sentence]:
    return dict(choices(values))


VALUE_NAMES: Mapping[str, Mapping[str, Sentence]] = {
    Dimension.PROGRAMME_KIND: _closed(ProgrammeKind),
    Dimension.INTERVENTION_TYPE: _closed(InterventionType),
    Dimension.START_YEAR: NOT_STARTED_NAME,
    Dimension.START_QUARTER: NOT_STARTED_NAME,
    Dimension.SECTOR: {**SECTOR_NAMES, **NO_JOB_NAME},
    Dimension.EMPLOYER_SIZE: {**_closed(OrganisationSize), **NO_JOB_NAME},
    Dimension.GENDER: {str(code): _closed(Gender)[code] for code in sorted(Gender)},
    Dimension.AGE_BAND: {code: name for code, (_, name) in AGE_CODES.items()},
    Dimension.EDUCATION: {code: name for code, (_, name) in EDUCATION_CODES.items()},
    Dimension.RESIDENCE_GROUND: _closed(ResidenceGround),
    Dimension.SPEAKING_LEVEL: SPEAKING_CODES,
}
"""Dimension → value → its name, in the order in which the groups stand; other values are names themselves."""


def value_name(dimension: str, value: str) -> Sentence:
    """What a group is called; a quarter is told in words, and what has no other name is called what it is."""
    named = VALUE_NAMES.get(dimension, {}).get(value)
    if named:
        return named
    if dimension == Dimension.START_QUARTER:
        year, quarter = value.split("-Q")
        return Sentence("Quarter %(quarter)s of %(year)s", quarter=quarter, year=year)
    return Sentence("%(name)s", name=value)


def place_of(dimension: str, value: str | None) -> tuple[bool, int, str]:
    """Where a group stands among the others: in the order of its list, or by name; what nobody recorded comes last."""
    if value is None:
        return True, 0, ""
    values = list(VALUE_NAMES.get(dimension, {}))
    return False, values.index(value) if value in values else -1, value


def in_order(group: Mapping[str, str | None]) -> tuple[int, list[str], list[tuple[bool, int, str]]]:
    """What is split by less first, then in the order of the groups."""
    return len(group), list(group), [place_of(name, value) for name, value in group.items()]
