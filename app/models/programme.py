"""Programmes: what is offered, to whom, in which phases and by which norms."""

from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, field_serializer
from sqlalchemy import ARRAY, CheckConstraint, Integer, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from app.models.base import (
    Changeable,
    Identified,
    Occupation,
    PublicVersion,
    Sector,
    Shape,
    TextList,
    Word,
    closed_list,
)
from app.models.programme_design import SLUG, AskingPolicy, ElementAtWork, Evaluation, ScalingAssessments
from app.rules.code_lists import InterventionType, ProgrammeKind
from app.rules.entry_requirement import EntryRequirement
from app.rules.follow_up_months import DEFAULT_FOLLOW_UP_MONTHS

Month = Annotated[int, Field(ge=1, le=120)]


class Phase(Shape):
    """A part of a programme: planned length in weeks, and the most days that may pass between two contacts.

    `caseload_weight` is how much of a coach's caseload one person in this phase takes up; 1 is as much as usual.
    """

    name: str = Field(min_length=1, max_length=100)
    planned_weeks: int | None = Field(default=None, ge=1, le=520)
    contact_norm_days: int | None = Field(default=None, ge=1, le=366)
    caseload_weight: float = Field(default=1, ge=0, le=10)


def _names_of_their_own(phases: list[Phase]) -> list[Phase]:
    if len({phase.name.strip().casefold() for phase in phases}) < len(phases):
        raise ValueError("Give each phase a name of its own.")
    return phases


class ProgrammeFields(Shape):
    """What a programme is.

    `sectors` are section letters of NACE Rev. 2.1, `target_occupations` ISCO-08 codes of one to four digits.
    `follow_up_months` are counted from the start of the first paid placement. `contact_norm_days` is the most days
    that may pass between two coaching contacts, `caseload_norm` the most trajectories for one full-time coach.
    `catalogue_key` names the programme in the built-in catalogue from which this one was started.
    """

    name: str = Field(min_length=1, max_length=200)
    kind: ProgrammeKind | None = Field(default=None, sa_type=closed_list(ProgrammeKind))
    intervention_type: InterventionType | None = Field(default=None, sa_type=closed_list(InterventionType))
    target_groups: list[Word] = Field(default_factory=list, sa_type=TextList)
    sectors: list[Sector] = Field(default_factory=list, sa_type=TextList)
    target_occupations: list[Occupation] = Field(default_factory=list, sa_type=TextList)
    job_guarantee: bool | None = None
    follow_up_months: list[Month] = Field(
        default_factory=lambda: list(DEFAULT_FOLLOW_UP_MONTHS),
        sa_type=ARRAY(Integer),
        min_length=1,
        max_length=12,
    )
    contact_norm_days: int = Field(default=21, ge=1, le=366)
    caseload_norm: int | None = Field(default=None, ge=1, le=1000)
    entry_requirements: list[EntryRequirement] = Field(default_factory=list, sa_type=JSONB, max_length=30)
    phases: Annotated[list[Phase], AfterValidator(_names_of_their_own)] = Field(
        default_factory=list, sa_type=JSONB, max_length=30
    )
    catalogue_key: str | None = Field(default=None, max_length=80, schema_extra={"pattern": SLUG})
    evaluation: Evaluation | None = Field(default=None, sa_type=JSONB(none_as_null=True))
    scaling_criteria: ScalingAssessments = Field(default_factory=list, sa_type=JSONB)
    effective_elements: list[ElementAtWork] = Field(default_factory=list, sa_type=JSONB, max_length=50)
    asking: AskingPolicy | None = Field(default=None, sa_type=JSONB(none_as_null=True))

    @field_serializer("entry_requirements", "phases", "scaling_criteria", "effective_elements")
    def _as_json(self, parts: list[BaseModel | dict[str, object]]) -> list[dict[str, object]]:
        """Structured parts are kept as they go over the wire, so that PostgreSQL can answer them as they are."""
        return [_on_the_wire(part) for part in parts]

    @field_serializer("evaluation", "asking")
    def _part_as_json(self, part: BaseModel | dict[str, object] | None) -> dict[str, object] | None:
        return None if part is None else _on_the_wire(part)


def _on_the_wire(part: BaseModel | dict[str, object]) -> dict[str, object]:
    return part if isinstance(part, dict) else part.model_dump(mode="json", by_alias=True)


class ProgrammeCreate(ProgrammeFields):
    """A new programme."""

    lead_organisation_id: UUID | None = None


class ProgrammeUpdate(ProgrammeFields):
    """What changes about a programme; only the fields that are sent."""

    name: str = Field(default=None, min_length=1, max_length=200)


class ProgrammePublic(ProgrammeFields, PublicVersion):
    """A programme as the API shows it."""

    lead_organisation_id: UUID


class Programme(Identified, ProgrammeFields, Changeable, table=True):
    """A learning-work programme. The lead organisation keeps the numbering of its participants."""

    __table_args__ = (
        UniqueConstraint("name"),
        CheckConstraint("contact_norm_days between 1 and 366", name="contact_norm_days_range"),
        CheckConstraint("caseload_norm between 1 and 1000", name="caseload_norm_range"),
        CheckConstraint("cardinality(follow_up_months) between 1 and 12", name="follow_up_months_count"),
        CheckConstraint("1 <= all (follow_up_months) and 120 >= all (follow_up_months)", name="follow_up_months_range"),
        CheckConstraint(f"catalogue_key ~ '{SLUG}'", name="catalogue_key"),
    )

    lead_organisation_id: UUID = Field(foreign_key="organisation.id", index=True)
