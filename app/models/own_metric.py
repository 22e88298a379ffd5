"""Programmes' own metrics: put together from the parts of a metric, kept in versions."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from app.models.base import Changeable, Identified, PublicVersion, Shape
from app.rules.bilingual_text import Bilingual
from app.rules.code_lists import PAID_WORK, SpellKind
from app.rules.metric_definition import Metric
from app.rules.metric_parts import Exclusion, Index, Population, Question, ShownAs, UnknownPolicy
from app.rules.own_metric import OWN_CODE, own_metric


class MetricParts(Shape):
    """The parts of a metric. What is left out is paid work, a year after the start, and unknown stays unknown.

    `on` is the day of the calendar, where that is what it counts from; without it, the day of the report itself.
    `horizon_months` are calendar months after the index; `counts` are the kinds of placement that count, with at least
    `minimum_hours` a week in one placement and a contract of at least `minimum_contract_months`, where those are given.
    `shown_as` a curve it tells after how many days it was so, of people who are followed up to the horizon; each month,
    a share at every month up to the horizon. Both are for the team only.
    """

    population: Population = Population.STARTED
    index: Index = Index.START
    on: date | None = None
    horizon_months: int = Field(default=12, ge=0, le=120)
    question: Question = Question.IN_WORK
    counts: list[SpellKind] = Field(default_factory=lambda: sorted(PAID_WORK), max_length=20)
    minimum_hours: int | None = Field(default=None, ge=1, le=60)
    minimum_contract_months: int | None = Field(default=None, ge=1, le=120)
    unknown_policy: UnknownPolicy = UnknownPolicy.STAYS_UNKNOWN
    exclusions: list[Exclusion] = Field(default_factory=lambda: [Exclusion.DECEASED], max_length=5)
    shown_as: ShownAs = ShownAs.SHARE


class OwnMetricFields(MetricParts):
    """A metric of a programme: its parts, its name in Dutch and, where there is one, in English.

    What is `team_only` is in no published report.
    """

    title: str = Field(min_length=1, max_length=120)
    title_en: str | None = Field(default=None, min_length=1, max_length=120)
    team_only: bool = False


class OwnMetricCreate(OwnMetricFields):
    """A metric that a programme adds."""

    programme_id: UUID


class OwnMetricUpdate(OwnMetricFields):
    """What changes about an own metric; only the fields that are sent. Every change is a new version.

    One that is `retired` is in no new report; it can be taken up again.
    """

    population: Population = Field(default=None)
    index: Index = Field(default=None)
    horizon_months: int = Field(default=None, ge=0, le=120)
    question: Question = Field(default=None)
    counts: list[SpellKind] = Field(default=None, max_length=20)
    unknown_policy: UnknownPolicy = Field(default=None)
    exclusions: list[Exclusion] = Field(default=None, max_length=5)
    shown_as: ShownAs = Field(default=None)
    title: str = Field(default=None, min_length=1, max_length=120)
    team_only: bool = Field(default=None)
    retired: bool = Field(default=None)


class OwnMetricPublic(OwnMetricFields, PublicVersion):
    """An own metric as the API shows it. Reports name it by `code` and `version`."""

    code: str
    programme_id: UUID
    retired_on: date | None


class OwnMetric(Identified, Changeable, table=True):
    """A metric of one programme. `definition` holds its parts, as they go over the wire."""

    __tablename__ = "own_metric"
    __table_args__ = (
        CheckConstraint(f"code ~ '{OWN_CODE}'", name="code"),
        CheckConstraint("jsonb_typeof(definition) = 'object'", name="definition"),
    )

    code: str = Field(max_length=12, unique=True)
    programme_id: UUID = Field(foreign_key="programme.id", index=True)
    title: str = Field(max_length=120)
    title_en: str | None = Field(default=None, max_length=120)
    team_only: bool = False
    definition: dict[str, object] = Field(sa_type=JSONB)
    retired_on: date | None = None


def metric_of(code: str, version: int, programme_id: UUID, fields: OwnMetricFields) -> Metric:
    """The metric that an own one stands for, as reports count it."""
    return own_metric(
        code=code,
        version=version,
        programme_id=programme_id,
        title=Bilingual(nl=fields.title, en=fields.title_en or fields.title),
        team_only=fields.team_only,
        **fields.model_dump(include=set(MetricParts.model_fields)),
    )
