"""The sentence in which a row of numbers is read out, in Dutch and in English."""

from __future__ import annotations

from dataclasses import dataclass

from app.language import Language
from app.rules.disclosure import PublishedRow, Suppressed
from app.rules.metric_definition import Metric
from app.rules.outcome_numbers import WEAK_RESPONSE, OutcomeRow


@dataclass(frozen=True)
class Phrases:
    """What can be said of a row. Percentages are whole numbers; `finding` comes from the metric."""

    rate_first: str
    rate_of_all: str
    rate_of_nearly_all: str
    bounds_first: str
    nothing_known: str
    not_yet: str
    not_yet_hidden: str
    nobody: str
    rate_only: str
    at_least: str
    hidden: str


PHRASES: dict[Language, Phrases] = {
    Language.DUTCH: Phrases(
        rate_first="{rate} {finding} ({yes} van {known} bekend; {response} antwoord; "
        "tussen {lower} en {upper} van alle {due} die aan de beurt zijn)",
        rate_of_all="{rate} {finding} ({yes} van {known}; van iedereen is het bekend)",
        rate_of_nearly_all="{rate} {finding} ({yes} van {known} bekend; {response} antwoord)",
        bounds_first="tussen {lower} en {upper} {finding}; van maar {known} van de {due} die aan de beurt zijn is "
        "iets bekend ({response} antwoord), dus {rate} van wie bekend is ({yes} van {known}) is een zwak cijfer",
        nothing_known="van niemand van de {due} die aan de beurt zijn is iets bekend",
        not_yet="nog niemand is aan de beurt ({not_yet_due} later)",
        not_yet_hidden="nog niemand is aan de beurt",
        nobody="er is niemand om te tellen",
        rate_only="{rate} {finding} ({yes} van {known} bekend); de rest is niet getoond: het gaat om te weinig mensen",
        at_least="ten minste {lower} {finding} ({yes} van {due} die aan de beurt zijn); de rest is niet getoond: "
        "het gaat om te weinig mensen",
        hidden="niet getoond: het gaat om te weinig mensen",
    ),
    Language.ENGLISH: Phrases(
        rate_first="{rate} {finding} ({yes} of {known} known; {response} answered; "
        "between {lower} and {upper} of all {due} due)",
        rate_of_all="{rate} {finding} ({yes} of {known}; it is known of everyone)",
        rate_of_nearly_all="{rate} {finding} ({yes} of {known} known; {response} answered)",
        bounds_first="between {lower} and {upper} {finding}; only {known} of the {due} due are known "
        "({response} answered), so that {rate} of the known ({yes} of {known}) is a weak figure",
        nothing_known="nothing is known of any of the {due} who are due",
        not_yet="nobody is due yet ({not_yet_due} later)",
        not_yet_hidden="nobody is due yet",
        nobody="there is nobody to count",
        rate_only="{rate} {finding} ({yes} of {known} known); the rest is not shown: it is about too few people",
        at_least="at least {lower} {finding} ({yes} of {due} due); the rest is not shown: it is about too few people",
        hidden="not shown: it is about too few people",
    ),
}


def sentence(row: OutcomeRow | PublishedRow, metric: Metric, language: Language) -> str:
    """The numbers in words. When fewer than 80 % answered it leads with the bounds and calls the rate weak."""
    known = row.yes + row.no if isinstance(row.yes, int) and isinstance(row.no, int) else None
    return _pattern(row, PHRASES[language]).format(
        finding=metric.finding.said_in(language),
        yes=row.yes,
        known=known,
        due=row.due,
        not_yet_due=row.not_yet_due,
        rate=percent(row.rate),
        response=percent(row.response_rate),
        lower=percent(row.lower),
        upper=percent(row.upper),
    )


def percent(fraction: float | None) -> str:
    """A fraction as a whole percentage; an en dash where there is none."""
    return "–" if fraction is None else f"{fraction * 100:.0f} %"


def _pattern(row: OutcomeRow | PublishedRow, phrases: Phrases) -> str:
    if row.due == 0:
        if isinstance(row.not_yet_due, Suppressed):
            return phrases.not_yet_hidden
        return phrases.not_yet if row.not_yet_due else phrases.nobody
    if row.response_rate == 0:
        return phrases.nothing_known
    if row.rate is not None and row.response_rate is not None:
        if (row.unanswered, row.unreachable, row.refused) == (0, 0, 0):
            return phrases.rate_of_all
        if percent(row.lower) == percent(row.upper):
            return phrases.rate_of_nearly_all
        return phrases.bounds_first if row.response_rate < WEAK_RESPONSE else phrases.rate_first
    if row.rate is not None:
        return phrases.rate_only
    return phrases.hidden if row.lower is None else phrases.at_least
