"""A measure of a standard of others: how we work it out, our own number that is nearest, and why the two differ."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.rules.bilingual_text import Bilingual
from app.rules.code_lists import PAID_WORK
from app.rules.metric_definition import Metric
from app.rules.metric_parts import Exclusion, Family, Index, Population, Question, UnknownPolicy
from app.rules.metrics.sources import EVIDENCE
from app.rules.standards.changes import Change

STANDARD = Metric(
    code="standard",
    version=1,
    family=Family.STANDARD,
    title=Bilingual(nl="", en=""),
    question_text=Bilingual(nl="", en=""),
    finding=Bilingual(nl="", en=""),
    population=Population.STARTED,
    index=Index.LAST_EXIT,
    horizon_months=0,
    question=Question.IN_WORK,
    counts=PAID_WORK,
    unknown_policy=UnknownPolicy.STAYS_UNKNOWN,
    exclusions=frozenset({Exclusion.DECEASED}),
    source=EVIDENCE,
    team_only=True,
)


@dataclass(frozen=True, kw_only=True)
class StandardMeasure:
    """One measure. `ours` is the code of our nearest metric; None where we have nothing of the kind.

    `reasons` say for each way in which somebody can count otherwise why that is.
    """

    name: Bilingual
    metric: Metric
    ours: str | None = None
    reasons: Mapping[Change, Bilingual] = field(default_factory=dict)
