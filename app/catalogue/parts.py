"""What an entry of the catalogue is made of. Every part names its source."""

from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic.alias_generators import to_camel

from app.catalogue.documents import documents_in
from app.rules.bilingual_text import BilingualText
from app.rules.code_lists import EffectiveElement, PartnerRole
from app.rules.entry_requirement import EntryRequirement
from app.rules.measures import MEASURE_TITLES


def _a_place(place: str) -> str:
    documents_in(place)
    return place


def _a_known_metric(code: str) -> str:
    if code not in MEASURE_TITLES:
        raise ValueError(f"There is no metric “{code}”.")
    return code


def _both_languages(text: Any) -> Any:
    """A proper name is the same in both languages, and is written once."""
    return {"nl": text, "en": text} if isinstance(text, str) else text


Place = Annotated[str, AfterValidator(_a_place)]
"""Where a fact stands: the short name of a document and the section in it."""
MetricCode = Annotated[str, AfterValidator(_a_known_metric)]
Name = Annotated[BilingualText, BeforeValidator(_both_languages)]
Weeks = Annotated[int, Field(ge=0, le=520)]
MetricFamily = Literal[
    "selection",
    "placement",
    "retention",
    "job_match",
    "job_quality",
    "language",
    "guidance",
    "exit",
    "satisfaction",
    "comparison",
]
"""What a result is about."""


class Part(BaseModel):
    """Something that is read once and never changes. Unknown keys are refused."""

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True, extra="forbid", frozen=True)


class Sourced(Part):
    """A part that says where it comes from."""

    source: Place


class CatalogueOrganisation(Sourced):
    """Who takes part and what they do; `leads` marks whoever runs the programme."""

    name: Name
    role: PartnerRole
    leads: bool = False
    task: BilingualText | None = None


class CatalogueRequirement(Sourced):
    """One thing that is asked of candidates, in a form that can be checked."""

    asks: EntryRequirement


class CatalogueNote(Sourced, BilingualText):
    """A sentence in both languages, with its source."""


class CatalogueReach(Sourced):
    """How many of something take part; `up_to` where the source gives a range, `said` where it is not exact."""

    what: BilingualText
    number: int = Field(ge=1)
    up_to: int | None = None
    said: BilingualText | None = None


class CataloguePhase(Sourced):
    """A part of the programme. `length` is what the source says; the weeks are our reading of it."""

    name: BilingualText
    what: BilingualText | None = None
    length: BilingualText | None = None
    weeks_at_least: Weeks | None = None
    weeks_at_most: Weeks | None = None
    contact_norm_days: int | None = Field(default=None, ge=1, le=366)


class CatalogueElement(Sourced):
    """One of the elements that make programmes work, and how this programme brings it about."""

    element: EffectiveElement
    sentence: BilingualText


class Beside(Part):
    """What a result is held against, in the same unit."""

    kind: Literal["control_group", "without_it"]
    value: float = Field(ge=0, le=100)


class CatalogueResult(Sourced):
    """One published result.

    `value` is a percentage; without one the source says it in words only. `said` is how the source words the figure
    where it is not exact. `denominator` is the number of people it is a share of, `horizon_months` how long after the
    start or the end it was measured. `metric` is what of ours counts the same thing (see `MEASURE_TITLES`); where
    nothing does, `would_count` says what it would count.
    """

    what: BilingualText
    group: BilingualText | None = None
    value: float | None = Field(default=None, ge=0, le=100)
    said: BilingualText | None = None
    denominator: int | None = Field(default=None, ge=1)
    horizon_months: int | None = Field(default=None, ge=0, le=120)
    beside: Beside | None = None
    family: MetricFamily
    metric: MetricCode | None = None
    would_count: BilingualText | None = None

    @model_validator(mode="after")
    def _says_what_counts(self) -> Self:  # noqa: N804  runs on the result itself
        if (self.metric is None) == (self.would_count is None):
            raise ValueError("Name the metric, or say what one would count.")
        return self


class CatalogueEvaluation(Sourced):
    """How the results were studied: the level on the Maryland scale (1–5), against what, and by whom."""

    maryland_level: int | None = Field(default=None, ge=1, le=5)
    comparison: BilingualText | None = None
    research: BilingualText | None = None
