"""A programme's own metric: put together from the parts of which every metric is made, with words that follow them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from uuid import UUID

from app.rules.bilingual_text import Bilingual
from app.rules.code_lists import SpellKind
from app.rules.counted import Counted
from app.rules.language_outcomes import ABOUT_LANGUAGE
from app.rules.metric_definition import Metric
from app.rules.metric_parts import Exclusion, Family, Index, Population, Question, ShownAs, UnknownPolicy
from app.rules.metrics.inclusion import ASKED_AFTER_A_MONTH
from app.rules.metrics.language import LANGUAGE_GAIN_LISTENING
from app.rules.metrics.placement import RECORDED_PLACEMENTS
from app.rules.metrics.sources import EVIDENCE
from app.rules.own_curve import curve_question
from app.rules.own_metric_words import Moment, asked_of_a_person, found
from app.rules.satisfaction import ABOUT_SATISFACTION

OWN_CODE = r"^own_[0-9a-f]{8}$"
"""How the code of an own metric is written. No metric of the registry begins so."""

MOST_IN_USE = 10
"""Metrics of its own that a programme uses at once; each makes every report of it longer and tells a little more."""

PLACED_QUESTIONS = (Question.PLACED_SINCE_INDEX, Question.EVER_PLACED)


def own_code(identity: UUID) -> str:
    """The code of an own metric, which also names its column in a report."""
    return f"own_{identity.hex[:8]}"


def own_metric(
    *,
    code: str,
    version: int,
    title: Bilingual,
    programme_id: UUID,
    population: Population,
    index: Index,
    on: date | None,
    horizon_months: int,
    question: Question,
    counts: Collection[SpellKind],
    minimum_hours: int | None,
    minimum_contract_months: int | None,
    unknown_policy: UnknownPolicy,
    exclusions: Collection[Exclusion],
    team_only: bool,
    shown_as: ShownAs = ShownAs.SHARE,
) -> Metric:
    """The metric that is made of these parts; whether they go together, `own_metric_faults` says."""
    counted = Counted(frozenset(counts), minimum_hours, minimum_contract_months)
    moment = Moment(index, on, None if shown_as is ShownAs.EACH_MONTH else horizon_months)
    asked = curve_question if shown_as is ShownAs.CURVE else asked_of_a_person
    return Metric(
        code=code,
        version=version,
        family=Family.OWN,
        title=title,
        question_text=asked(question, moment, counted),
        finding=found(question, moment, counted),
        population=population,
        index=index,
        on=on,
        horizon_months=horizon_months,
        question=question,
        counts=counted.kinds,
        minimum_hours=minimum_hours,
        minimum_contract_months=minimum_contract_months,
        unknown_policy=unknown_policy,
        exclusions=frozenset(exclusions),
        source=_source(question),
        team_only=team_only,
        shown_as=shown_as,
        programme_id=programme_id,
    )


def _source(question: Question) -> Bilingual:
    if question in PLACED_QUESTIONS:
        return RECORDED_PLACEMENTS
    if question in ABOUT_LANGUAGE:
        return LANGUAGE_GAIN_LISTENING.source
    if question in ABOUT_SATISFACTION:
        return ASKED_AFTER_A_MONTH
    return EVIDENCE
