"""Editions: a report as it was published, byte for byte."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field

from app.models.base import Identified, PublicFact, Recorded, Shape
from app.models.outcome import Count, MetricPublic, OutcomePublic, ReferencePublic
from app.rules.changed_facts import ChangedFact


class EditionCreate(Shape):
    """An edition to publish. Without a day it is about the reference day of the report."""

    as_of: date | None = None


class EditionPublic(PublicFact):
    """An edition in a list: its number, its dates, and the digest of its content (SHA-256 in hexadecimal)."""

    report_id: UUID
    number: int
    as_of: date
    known_at: datetime
    digest: str


class EditionReport(Shape):
    """Which report an edition is of."""

    id: UUID
    title: str
    programme: str | None
    municipality: str | None
    group_by: str | None
    and_by: str | None = None


class CurveMonthPublic(Shape):
    """A curve after some months: over and last seen since the month before, followed further, and the share left."""

    months: int
    over: int
    lost: int
    at_risk: int
    share: float
    interval_low: float | None
    interval_high: float | None


class CurvePublic(Shape):
    """How long something took or lasted, by months: a life table of counts rounded to five.

    A month in which too few people came to the end, or were last seen, is put together with the next.
    """

    metric: str
    version: int
    people: Count
    steps: list[CurveMonthPublic]
    as_of: date
    known_at: datetime


class LevelCellPublic(Shape):
    """How many people had a language level at the start and one now; `below A1` or a level of the CEFR."""

    start: str
    now: str
    people: int


class LanguageLevelsPublic(Shape):
    """From which level to which, for the skill of a metric of gain. A cell that is not there is withheld."""

    metric: str
    cells: list[LevelCellPublic]


class PublishedCurves(Shape):
    """The curves and language levels of a report as it is published now."""

    durations: list[CurvePublic]
    language_levels: list[LanguageLevelsPublic]


class EditionContent(Shape):
    """What was published: the report, what each metric means, and the numbers. It never changes.

    Counts under `threshold` are withheld in it, and the others are rounded to five.
    """

    report: EditionReport
    edition: int
    as_of: date
    known_at: datetime
    threshold: int
    metrics: list[MetricPublic]
    results: list[OutcomePublic]
    durations: list[CurvePublic] = Field(default_factory=list)
    language_levels: list[LanguageLevelsPublic] = Field(default_factory=list)
    references: list[ReferencePublic] = Field(default_factory=list)


class NumberChangePublic(Shape):
    """A number of one group as it was published, and as it would be now; null where there was or is none."""

    group: dict[str, str | None]
    number: str
    then: float | Literal["suppressed"] | None
    now: float | Literal["suppressed"] | None


class MetricChangePublic(Shape):
    """What changed about a metric. `withheld`: something changed for fewer people than may be told about.

    Numbers of two versions of a metric are not compared; a version of null is a metric that is no longer published.
    """

    metric: str
    version_then: int
    version_now: int | None
    numbers: list[NumberChangePublic]
    withheld: bool


class ReasonPublic(Shape):
    """A kind of fact that was recorded or corrected after an edition, and about how many people, rounded to five."""

    fact: ChangedFact
    people: Count


class EditionChangesPublic(Shape):
    """What the edition would say about the same day from what is known now; without metrics that did not change.

    The numbers of `durations` and `language_levels` have the names of the table of a report, such as `share_month_12`
    and `level_A1_to_A2`. `reasons` are the facts that were recorded or corrected since, about days up to the reference
    date. Somebody can have several, so that they do not add up.
    """

    as_of: date
    known_then: datetime
    known_now: datetime
    changes: list[MetricChangePublic]
    durations: list[MetricChangePublic]
    language_levels: list[MetricChangePublic]
    reasons: list[ReasonPublic]


class OutcomeEdition(Identified, Recorded, table=True):
    """One edition of a saved report. `content` is what was published; the scope stands here for row security."""

    __tablename__ = "outcome_edition"
    __table_args__ = (
        UniqueConstraint("report_id", "number"),
        CheckConstraint("number > 0", name="number_positive"),
        CheckConstraint("digest = encode(sha256(content), 'hex')", name="digest_of_content"),
        CheckConstraint("num_nonnulls(programme_id, municipality_code) = 1", name="one_scope"),
    )

    report_id: UUID = Field(foreign_key="outcome_report.id")
    programme_id: UUID | None = Field(default=None, foreign_key="programme.id", index=True)
    municipality_code: str | None = Field(default=None, max_length=6, index=True)
    number: int
    as_of: date
    known_at: datetime
    content: bytes
    digest: str = Field(max_length=64)
