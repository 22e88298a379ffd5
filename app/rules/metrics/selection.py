"""Who came in."""

from __future__ import annotations

from app.rules.code_lists import PAID_WORK
from app.rules.metric_definition import (
    Bilingual,
    Exclusion,
    Family,
    Index,
    Metric,
    Population,
    Question,
    UnknownPolicy,
)

RECORDED_STEPS = Bilingual(
    nl="De stappen die het programma zelf vastlegt.",
    en="The steps that the programme itself records.",
)

ADMITTED = Metric(
    code="admitted",
    version=1,
    family=Family.SELECTION,
    title=Bilingual(nl="Toegelaten", en="Admitted"),
    question_text=Bilingual(
        nl="Is deze persoon toegelaten tot het programma?", en="Was this person admitted to the programme?"
    ),
    finding=Bilingual(nl="toegelaten", en="admitted"),
    population=Population.REGISTERED,
    index=Index.DECISION,
    horizon_months=0,
    question=Question.ADMITTED,
    counts=PAID_WORK,
    unknown_policy=UnknownPolicy.IS_NOT_YET_DUE,
    exclusions=frozenset({Exclusion.DECEASED}),
    source=RECORDED_STEPS,
)
