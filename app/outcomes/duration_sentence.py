"""A duration in one sentence, in Dutch and in English."""

from __future__ import annotations

from app.language import Language
from app.outcomes.durations import DurationRow, PublishedDuration
from app.outcomes.sentence import percent
from app.rules.durations import DurationMetric

NOBODY: dict[Language, str] = {
    Language.DUTCH: "Er is niemand om te tellen.",
    Language.ENGLISH: "There is nobody to count.",
}
SO_FAR: dict[Language, str] = {
    Language.DUTCH: "{share} van de {people} mensen {curve} na {day} dagen; de helft is nog niet bereikt.",
    Language.ENGLISH: "Of {people} people {share} {curve} after {day} days; half has not been reached.",
}
BY_MONTH: dict[Language, str] = {
    Language.DUTCH: "{share} van de {people} mensen {curve} na {months} maanden.",
    Language.ENGLISH: "Of {people} people {share} {curve} after {months} months.",
}
TOO_FEW: dict[Language, str] = {
    Language.DUTCH: "Niet getoond: het gaat om te weinig mensen.",
    Language.ENGLISH: "Not shown: it is about too few people.",
}


def published_sentence(row: PublishedDuration, language: Language) -> str:
    """How far it has come at the last month that is told."""
    if row.curve is None or not row.curve.steps:
        return TOO_FEW[language]
    metric, last = row.metric, row.curve.steps[-1]
    return BY_MONTH[language].format(
        people=row.curve.people,
        curve=metric.curve.said_in(language),
        share=percent(shown_share(metric, last.share)),
        months=last.months,
    )


def duration_sentence(row: DurationRow, language: Language) -> str:
    """Half and a quarter of the people or, where half is not reached, how far it has come."""
    metric, curve = row.metric, row.curve
    if not curve.steps:
        return NOBODY[language]
    half = curve.day_reached(0.5)
    if half is not None:
        words = metric.half.said_in(language)
        return words.format(people=curve.people, half=half, quarter=curve.day_reached(0.25))
    last = curve.steps[-1]
    return SO_FAR[language].format(
        people=curve.people,
        curve=metric.curve.said_in(language),
        share=percent(shown_share(metric, last.share)),
        day=last.day,
    )


def shown_share(metric: DurationMetric, share: float) -> float:
    """The share that the curve shows: for whom it has happened, or for whom it still lasts."""
    return 1 - share if metric.counts_up else share
