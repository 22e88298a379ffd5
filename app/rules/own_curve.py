"""A programme's own metric as a curve: how long it took until something began, or how long the first job lasted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.rules.bilingual_text import Bilingual
from app.rules.counted import Counted
from app.rules.durations import LEFT_FIRST_EMPLOYER, STILL_WORKS_THERE, Duration, DurationMetric
from app.rules.metric_definition import Metric
from app.rules.metric_parts import Family, Question
from app.rules.own_metric_words import INDEXES, NO_WORDS, Moment, filled_in


@dataclass(frozen=True)
class CurveWords:
    """What is timed for a question, and how that is said; all but `curve` are patterns as those of a `Wording`."""

    timed: Duration
    question: Bilingual
    how: Bilingual
    curve: Bilingual
    half: Bilingual


CURVES: Mapping[Question, CurveWords] = {
    Question.PLACED_SINCE_INDEX: CurveWords(
        timed=Duration.TIME_TO_FIRST_PLACEMENT,
        question=Bilingual(
            nl="Hoe lang na {day} begon deze persoon via het programma met {what}?",
            en="How long after {day} did this person begin {what} through the programme?",
        ),
        how=Bilingual(
            nl="Wie nog niet begon, telt mee tot de peildatum; wie is overleden, tot die dag. Is niet bekend of een "
            "plaatsing telt, dan telt iemand mee tot de dag dat die begon. Niemand wordt langer gevolgd dan {months}.",
            en="Who has not begun counts up to the reference date; who died, up to that day. Where it is not known "
            "whether a placement counts, somebody counts up to the day it began. Nobody is followed for longer than "
            "{months}.",
        ),
        curve=Bilingual(nl="is begonnen", en="has begun"),
        half=Bilingual(
            nl="De helft van de {{people}} mensen begon binnen {{half}} dagen met {what}, een kwart binnen "
            "{{quarter}} dagen.",
            en="Half of the {{people}} people began {what} within {{half}} days, a quarter within {{quarter}} days.",
        ),
    ),
    Question.WITH_SAME_EMPLOYER: CurveWords(
        timed=Duration.TIME_IN_FIRST_JOB,
        question=Bilingual(
            nl="Hoe lang bleef deze persoon bij de eerste werkgever? Het gaat om {what}.",
            en="How long did this person stay with the first employer? It is about {what}.",
        ),
        how=Bilingual(
            nl="Een nieuw contract bij dezelfde werkgever binnen 31 dagen hoort bij dezelfde baan. Zonder bekend einde "
            "telt iemand mee tot de laatste dag waarop het werk is aangetoond. Is niet bekend of de eerste plaatsing "
            "telt, dan wordt iemand geen dag gevolgd, en niemand langer dan {months}.",
            en="A new contract with the same employer within 31 days belongs to the same job. Without a known end "
            "somebody counts up to the last day on which the work is proven. Where it is not known whether the first "
            "placement counts, somebody is followed for no day at all, and nobody for longer than {months}.",
        ),
        curve=STILL_WORKS_THERE,
        half=Bilingual(
            nl=LEFT_FIRST_EMPLOYER.nl.replace("{", "{{").replace("}", "}}"),
            en=LEFT_FIRST_EMPLOYER.en.replace("{", "{{").replace("}", "}}"),
        ),
    ),
}
"""The questions that can be told by a curve."""


def curve_question(question: Question, moment: Moment, counted: Counted) -> Bilingual:
    """What is asked of a person; empty for what no curve tells."""
    has_words = question in CURVES and moment.index in INDEXES
    return filled_in(CURVES[question].question, moment, counted) if has_words else NO_WORDS


def own_curve(metric: Metric) -> DurationMetric:
    """The curve by which an own metric is told."""
    words, moment = CURVES[metric.question], Moment(metric.index, metric.on, metric.horizon_months)
    return DurationMetric(
        code=metric.code,
        version=metric.version,
        timed=words.timed,
        family=Family.OWN,
        index=metric.index,
        counted=metric.counted,
        horizon_months=metric.horizon_months,
        title=metric.title,
        question_text=metric.question_text,
        how=filled_in(words.how, moment, metric.counted),
        curve=words.curve,
        half=filled_in(words.half, moment, metric.counted),
        counts_up=words.timed is Duration.TIME_TO_FIRST_PLACEMENT,
        population=metric.population,
    )
