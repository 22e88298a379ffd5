"""A duration in one sentence, in Dutch and in English."""

from __future__ import annotations

from app.outcomes.durations import DurationRow, PublishedDuration
from app.outcomes.sentence import Language, percent
from app.rules.durations import DURATIONS, Duration, DurationMetric

NOBODY = {"nl": "Er is niemand om te tellen.", "en": "There is nobody to count."}
SO_FAR: dict[Language, str] = {
    "nl": "{share} van de {people} mensen {curve} na {day} dagen; de helft is nog niet bereikt.",
    "en": "Of {people} people {share} {curve} after {day} days; half has not been reached.",
}
BY_MONTH: dict[Language, str] = {
    "nl": "{share} van de {people} mensen {curve} na {months} maanden.",
    "en": "Of {people} people {share} {curve} after {months} months.",
}
TOO_FEW: dict[Language, str] = {
    "nl": "Niet getoond: het gaat om te weinig mensen.",
    "en": "Not shown: it is about too few people.",
}
HALF: dict[Duration, dict[Language, str]] = {
    Duration.TIME_TO_FIRST_PLACEMENT: {
        "nl": "De helft van de {people} mensen had binnen {half} dagen een baan, een kwart binnen {quarter} dagen.",
        "en": "Half of the {people} people had a job within {half} days, a quarter within {quarter} days.",
    },
    Duration.TIME_IN_FIRST_JOB: {
        "nl": "De helft van de {people} mensen was binnen {half} dagen weg bij de eerste werkgever, "
        "een kwart binnen {quarter} dagen.",
        "en": "Half of the {people} people had left the first employer within {half} days, "
        "a quarter within {quarter} days.",
    },
}


def published_sentence(row: PublishedDuration, language: Language) -> str:
    """How far it has come at the last month that is told."""
    if row.curve is None or not row.curve.steps:
        return TOO_FEW[language]
    metric, last = DURATIONS[row.duration], row.curve.steps[-1]
    return BY_MONTH[language].format(
        people=row.curve.people,
        curve=metric.curve.nl if language == "nl" else metric.curve.en,
        share=percent(shown_share(metric, last.share)),
        months=last.months,
    )


def duration_sentence(row: DurationRow, language: Language) -> str:
    """Half and a quarter of the people or, where half is not reached, how far it has come."""
    metric, curve = DURATIONS[row.duration], row.curve
    if not curve.steps:
        return NOBODY[language]
    half = curve.day_reached(0.5)
    if half is not None:
        return HALF[row.duration][language].format(people=curve.people, half=half, quarter=curve.day_reached(0.25))
    last = curve.steps[-1]
    return SO_FAR[language].format(
        people=curve.people,
        curve=metric.curve.nl if language == "nl" else metric.curve.en,
        share=percent(shown_share(metric, last.share)),
        day=last.day,
    )


def shown_share(metric: DurationMetric, share: float) -> float:
    """The share that the curve shows: for whom it has happened, or for whom it still lasts."""
    return 1 - share if metric.counts_up else share
