"""What a programme can ask of candidates: a closed set of kinds, put together with "all" and "any".

A programme keeps a list of requirements, all of which must hold. They are data, so that the same ones can be checked,
explained, counted and copied. The kinds are those that Dutch learning-work programmes use (SER 2021, section 3.4).
"""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter, model_validator
from pydantic.alias_generators import to_camel

from app.rules.code_lists import (
    Benefit,
    CivicIntegrationRoute,
    LanguageLevel,
    LanguageSkill,
    ResidenceGround,
    SupportDomain,
)

DEEPEST = 3
"""How many times "all" and "any" may stand inside each other."""
MOTIVATED = 4
"""The lowest score of five in a motivation interview that counts as motivated, unless a programme says otherwise."""

Section = Annotated[str, StringConstraints(pattern=r"^[A-V]$")]


class Asked(BaseModel):
    """One thing that is asked. It looks the same in Python, in JSON and in the database."""

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True, extra="forbid", frozen=True)

    def as_stored(self) -> dict[str, object]:
        """The requirement in JSON, as it goes over the wire."""
        return self.model_dump(mode="json", by_alias=True)


class LanguageLevelAsked(Asked):
    """At least this level in one skill; without a skill in listening, reading, speaking and writing each."""

    kind: Literal["language_level"] = "language_level"
    level: LanguageLevel
    skill: LanguageSkill | None = None


class Between(Asked):
    """A number from one bound to another."""

    lowest: int | None = Field(default=None, alias="from", ge=0)
    highest: int | None = Field(default=None, alias="to", ge=0)

    @model_validator(mode="after")
    def _has_a_bound(self) -> Self:  # noqa: N804  runs on the requirement itself
        if self.lowest is None and self.highest is None:
            raise ValueError("Give the lowest, the highest, or both.")
        if self.lowest is not None and self.highest is not None and self.lowest > self.highest:
            raise ValueError("The lowest is above the highest.")
        return self


class EducationAsked(Between):
    """An education from one level of ISCED 2011 (0–8) to another, both included."""

    kind: Literal["education"] = "education"
    lowest: int | None = Field(default=None, alias="from", ge=0, le=8)
    highest: int | None = Field(default=None, alias="to", ge=0, le=8)


class AgeAsked(Between):
    """An age in whole years from one to another, both included, on the day of the check."""

    kind: Literal["age"] = "age"
    lowest: int | None = Field(default=None, alias="from", ge=0, le=120)
    highest: int | None = Field(default=None, alias="to", ge=0, le=120)


class ResidenceGroundAsked(Asked):
    """One of these grounds of residence."""

    kind: Literal["residence_ground"] = "residence_ground"
    one_of: tuple[ResidenceGround, ...] = Field(min_length=1)


class BenefitAsked(Asked):
    """One of these benefits; `none` asks for somebody without a benefit."""

    kind: Literal["benefit"] = "benefit"
    one_of: tuple[Benefit, ...] = Field(min_length=1)


class CivicIntegrationDutyAsked(Asked):
    """Still under the duty of civic integration or, when false, not under it."""

    kind: Literal["civic_integration_duty"] = "civic_integration_duty"
    under_duty: bool = True


class CivicIntegrationRouteAsked(Asked):
    """One of these routes of the Civic Integration Act 2021."""

    kind: Literal["civic_integration_route"] = "civic_integration_route"
    one_of: tuple[CivicIntegrationRoute, ...] = Field(min_length=1)


class SectorMotivationAsked(Asked):
    """At least this score (1–5) in a motivation interview for this sector, a section of NACE Rev. 2.1."""

    kind: Literal["sector_motivation"] = "sector_motivation"
    sector: Section
    at_least: int = Field(default=MOTIVATED, ge=1, le=5)


class CircumstancesNotBlockingAsked(Asked):
    """Nothing in these parts of life stands in the way; an empty list means every part."""

    kind: Literal["circumstances_not_blocking"] = "circumstances_not_blocking"
    domains: tuple[SupportDomain, ...] = ()


class Composed(Asked):
    """Requirements put together."""

    of: tuple[EntryRequirement, ...] = Field(min_length=1, max_length=20)

    @model_validator(mode="after")
    def _stays_readable(self) -> Self:  # noqa: N804  runs on the requirement itself
        if _depth(self) > DEEPEST:
            raise ValueError(f"“All” and “any” stand at most {DEEPEST} deep inside each other.")
        return self


class AllOf(Composed):
    """Each of these must hold."""

    kind: Literal["all"] = "all"


class AnyOf(Composed):
    """At least one of these must hold."""

    kind: Literal["any"] = "any"


EntryRequirement = Annotated[
    LanguageLevelAsked
    | EducationAsked
    | ResidenceGroundAsked
    | BenefitAsked
    | AgeAsked
    | CivicIntegrationDutyAsked
    | CivicIntegrationRouteAsked
    | SectorMotivationAsked
    | CircumstancesNotBlockingAsked
    | AllOf
    | AnyOf,
    Field(discriminator="kind"),
]
"""Anything that a programme can ask."""

AllOf.model_rebuild()
AnyOf.model_rebuild()
_STORED = TypeAdapter(tuple[EntryRequirement, ...])


def requirements_from(stored: object) -> tuple[EntryRequirement, ...]:
    """Read requirements as a programme keeps them, a list in JSON.

    Raises pydantic's ValidationError when it is something else.
    """
    return _STORED.validate_python(stored)


def leaves_of(requirements: tuple[EntryRequirement, ...]) -> tuple[EntryRequirement, ...]:
    """What is asked in the end, without the "all" and "any" around it."""
    leaves: list[EntryRequirement] = []
    for one in requirements:
        leaves.extend(leaves_of(one.of) if isinstance(one, Composed) else (one,))
    return tuple(leaves)


def _depth(one: Asked) -> int:
    return 1 + max(map(_depth, one.of)) if isinstance(one, Composed) else 0
