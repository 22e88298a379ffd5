"""Participants: the person, apart from any trajectory.

A person's name and address stand in `participant` and nowhere else. What reports may count stands in
`participant_profile`, without a name. There is no citizen service number, no nationality, ethnicity or religion.
"""

from datetime import date, datetime
from uuid import UUID

from pydantic import field_serializer, model_validator
from sqlalchemy import ARRAY, CheckConstraint, Index, Text, UniqueConstraint, Uuid
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from app.models.base import (
    Changeable,
    Identified,
    MunicipalityCode,
    Occupation,
    PublicVersion,
    Sector,
    Shape,
    TextList,
    Word,
    closed_list,
    within,
)
from app.rules.code_lists import (
    Benefit,
    CivicIntegrationPhase,
    CivicIntegrationRoute,
    ErasureReason,
    Gender,
    ResidenceGround,
    SkillKind,
)

ProgrammeIds = ARRAY(Uuid)


class ParticipantFields(Shape):
    """Who it is and how to reach them. `number` is how the lead organisation of the programme numbers people."""

    number: str = Field(min_length=1, max_length=50)
    first_name: str = Field(min_length=1, max_length=200)
    last_name: str = Field(min_length=1, max_length=200)
    email: str | None = Field(default=None, max_length=320)
    phone: str | None = Field(default=None, max_length=50)
    contact_language: str | None = Field(default=None, max_length=35)


class Skill(Shape):
    """Something somebody can do, with a paper (formal) or learned in practice (informal)."""

    name: Word
    kind: SkillKind


class PriorLearning(Shape):
    """What a body recognised that somebody already knew and could do, and the day where it is known."""

    what: Word
    awarded_by: Word | None = None
    recognised_on: date | None = None


class ProfileFields(Shape):
    """What is known of a person without saying who it is.

    `education` is ISCED 2011 level 0–8, occupations are ISCO-08 codes, sectors NACE Rev. 2.1 section letters,
    `wished_hours` hours per week, `wished_travel_minutes` minutes to work, one way. `prior_learning` is what a body
    has recognised (EVC). How things stand at home is not here: each programme assesses that for itself.
    """

    birth_date: date | None = None
    gender: Gender | None = Field(default=None, sa_type=closed_list(Gender))
    municipality_code: MunicipalityCode | None = Field(default=None, max_length=6)
    municipality_name: str | None = Field(default=None, max_length=100)
    residence_ground: ResidenceGround | None = Field(default=None, sa_type=closed_list(ResidenceGround))
    arrival_year: int | None = Field(default=None, ge=1900, le=2100)
    benefit: Benefit | None = Field(default=None, sa_type=closed_list(Benefit))
    civic_integration_route: CivicIntegrationRoute | None = Field(
        default=None, sa_type=closed_list(CivicIntegrationRoute)
    )
    civic_integration_phase: CivicIntegrationPhase | None = Field(
        default=None, sa_type=closed_list(CivicIntegrationPhase)
    )
    under_civic_integration_duty: bool | None = None
    education: int | None = Field(default=None, ge=0, le=8)
    diploma_recognised: bool | None = None
    earlier_occupations: list[Occupation] = Field(default_factory=list, sa_type=TextList)
    wished_sectors: list[Sector] = Field(default_factory=list, sa_type=TextList)
    wished_occupations: list[Occupation] = Field(default_factory=list, sa_type=TextList)
    wished_hours: float | None = Field(default=None, ge=0, le=80)
    wished_travel_minutes: int | None = Field(default=None, ge=0, le=300)
    ambitions: str | None = Field(default=None, max_length=2000)
    skills: list[Skill] = Field(default_factory=list, sa_type=JSONB, max_length=50)
    prior_learning: list[PriorLearning] = Field(default_factory=list, sa_type=JSONB, max_length=50)

    @field_serializer("skills", "prior_learning")
    def _as_json(self, parts: list[Skill | PriorLearning | dict[str, object]]) -> list[dict[str, object]]:
        """Structured parts are kept as they go over the wire, so that PostgreSQL can answer them as they are."""
        return [part if isinstance(part, dict) else part.model_dump(mode="json", by_alias=True) for part in parts]


class ParticipantCreate(ParticipantFields, ProfileFields):
    """A new participant, entered in a programme."""

    programme_id: UUID


class ParticipantUpdate(ParticipantFields, ProfileFields):
    """What changes about a participant; only the fields that are sent."""

    number: str = Field(default=None, min_length=1, max_length=50)
    first_name: str = Field(default=None, min_length=1, max_length=200)
    last_name: str = Field(default=None, min_length=1, max_length=200)


class ParticipantPublic(ParticipantFields, ProfileFields, PublicVersion):
    """A participant as the API shows it to the programme team; `erased_at` is when it was erased who it is."""

    lead_organisation_id: UUID
    programme_ids: list[UUID]
    erased_at: datetime | None
    erased_because: ErasureReason | None


class ParticipantErased(Shape):
    """Why it is erased who somebody is."""

    reason: ErasureReason


class ParticipantSearch(Shape):
    """Whom one looks for. `name` may be a part of the name, in any capitals and accents; all that is given must fit."""

    name: str | None = Field(default=None, min_length=2, max_length=200)
    number: str | None = Field(default=None, min_length=1, max_length=50)
    email: str | None = Field(default=None, min_length=3, max_length=320)
    birth_date: date | None = None

    @model_validator(mode="after")
    def _asks_something(self) -> "ParticipantSearch":  # noqa: N804  runs on the search itself
        if not self.model_dump(exclude_none=True):
            raise ValueError("Give at least one thing to look for.")
        return self


class ParticipantsMerged(Shape):
    """Who turned out to be the same person as another, and the version of that one that was read."""

    participant_id: UUID
    version: int = Field(ge=1)


class Participant(Identified, ParticipantFields, Changeable, table=True):
    """Who somebody is. `programme_ids` follows the trajectories by a trigger; row security goes by it.

    `erased_at` is when it was erased who it is; the number stays, and stands where the name was.
    `merged_into_id` is set where somebody turned out to be the same person as another: that one goes on, and this
    number leads to it.
    """

    __table_args__ = (
        UniqueConstraint("lead_organisation_id", "number"),
        CheckConstraint("cardinality(programme_ids) > 0", name="in_a_programme"),
        CheckConstraint("merged_into_id <> id", name="merged_into_another"),
        Index("ix_participant_email", "email", postgresql_where="email is not null"),
        CheckConstraint("(erased_at is null) = (erased_because is null)", name="erased_for_a_reason"),
        CheckConstraint(
            "erased_at is null or coalesce(email, phone, contact_language) is null", name="erased_has_no_address"
        ),
        Index("ix_participant_merged", "merged_into_id", postgresql_where="merged_into_id is not null"),
    )

    lead_organisation_id: UUID = Field(foreign_key="organisation.id")
    programme_ids: list[UUID] = Field(sa_type=ProgrammeIds)
    search_name: str = Field(sa_type=Text, index=True)
    erased_at: datetime | None = None
    erased_because: ErasureReason | None = Field(default=None, sa_type=closed_list(ErasureReason))
    merged_into_id: UUID | None = Field(default=None, foreign_key="participant.id")


class ParticipantProfile(ProfileFields, Changeable, table=True):
    """What is known of a person, without a name. It shares the identity of the participant."""

    __tablename__ = "participant_profile"
    __table_args__ = (
        within("education", 0, 8),
        within("arrival_year", 1900, 2100),
        within("wished_hours", 0, 80),
        within("wished_travel_minutes", 0, 300),
        CheckConstraint("cardinality(programme_ids) > 0", name="in_a_programme"),
    )

    id: UUID = Field(primary_key=True, foreign_key="participant.id")
    programme_ids: list[UUID] = Field(sa_type=ProgrammeIds)
