"""One programme of the catalogue."""

from typing import Annotated, Self

from pydantic import Field, StringConstraints, field_serializer, model_validator
from pydantic.alias_generators import to_camel

from app.catalogue.documents import DOCUMENTS, documents_in
from app.catalogue.parts import (
    CatalogueElement,
    CatalogueEvaluation,
    CatalogueNote,
    CatalogueOrganisation,
    CataloguePhase,
    CatalogueReach,
    CatalogueRequirement,
    CatalogueResult,
    Part,
    Place,
)
from app.rules.bilingual_text import BilingualText
from app.rules.code_lists import InterventionType, ProgrammeKind

Letter = Annotated[str, StringConstraints(pattern=r"^[A-V]$")]
Moment = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}(-(0[1-9]|1[0-2]))?$")]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
SOURCED_APART = (
    "summary", "places", "kind", "intervention_type", "sectors", "job_guarantee", "started", "ended",
    "follow_up_months", "caseload_norm", "target_groups",
)  # fmt: skip
"""The facts that are values of their own; `sources` says where each that is known comes from."""


class CatalogueProgramme(Part):
    """A programme that the sources describe. What the sources do not say is null or an empty list.

    `sectors` are section letters of NACE Rev. 2.1, `country` is an ISO 3166 code, `started` and `ended` are a year or
    a year and month. `also_asked` is what is asked of candidates and cannot be checked automatically. `sources` tells
    per fact in which document and section it stands.
    """

    key: str
    number: int = Field(ge=1)
    name: str = Field(min_length=1)
    summary: BilingualText
    country: Country
    places: tuple[str, ...] = ()
    target_groups: tuple[BilingualText, ...] = ()
    kind: ProgrammeKind | None = None
    intervention_type: InterventionType | None = None
    sectors: tuple[Letter, ...] = ()
    job_guarantee: bool | None = None
    started: Moment | None = None
    ended: Moment | None = None
    organisations: tuple[CatalogueOrganisation, ...] = ()
    reach: tuple[CatalogueReach, ...] = ()
    entry_requirements: tuple[CatalogueRequirement, ...] = ()
    also_asked: tuple[CatalogueNote, ...] = ()
    phases: tuple[CataloguePhase, ...] = ()
    follow_up_months: tuple[int, ...] = ()
    caseload_norm: int | None = Field(default=None, ge=1, le=1000)
    elements: tuple[CatalogueElement, ...] = ()
    evaluation: CatalogueEvaluation | None = None
    results: tuple[CatalogueResult, ...] = ()
    remarks: tuple[CatalogueNote, ...] = ()
    sources: dict[str, Place]

    @model_validator(mode="after")
    def _every_known_fact_has_its_source(self) -> Self:  # noqa: N804  runs on the programme itself
        known = {name for name in SOURCED_APART if getattr(self, name) not in (None, ())}
        if known != self.sources.keys():
            wrong = ", ".join(sorted(known ^ self.sources.keys()))
            raise ValueError(f"A fact and its source belong together: {wrong}.")
        return self

    @field_serializer("sources")
    def _named_as_on_the_wire(self, sources: dict[str, str]) -> dict[str, str]:
        return {to_camel(name): place for name, place in sources.items()}

    @property
    def documents(self) -> list[str]:
        """The short names of the documents that its facts are from, in the order in which documents are listed."""
        parts = (
            *self.organisations, *self.reach, *self.entry_requirements, *self.also_asked, *self.phases,
            *self.elements, *self.results, *self.remarks, *((self.evaluation,) if self.evaluation else ()),
        )  # fmt: skip
        used = {
            document
            for place in (*self.sources.values(), *(part.source for part in parts))
            for document in documents_in(place)
        }
        return [document for document in DOCUMENTS if document in used]

    @property
    def maryland_level(self) -> int | None:
        """The strength of the evidence on the Maryland scale, 1–5, where it is known."""
        return self.evaluation.maryland_level if self.evaluation else None
