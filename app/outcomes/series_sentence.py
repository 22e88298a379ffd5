"""A series in one sentence, in Dutch and in English."""

from __future__ import annotations

from collections.abc import Sequence

from app.language import Language
from app.outcomes.sentence import sentence
from app.rules.outcome_numbers import OutcomeRow
from app.rules.series import Series

TOO_LITTLE: dict[Language, str] = {
    Language.DUTCH: "Er is nog van geen enkele maand genoeg bekend.",
    Language.ENGLISH: "Too little is known yet of any month.",
}


def series_sentence(months: Sequence[OutcomeRow], series: Series, language: Language) -> str:
    """The last month at which at least half of the people are due and something is known, read out."""
    known = [(month, one) for month, one in enumerate(months, 1) if one.rate is not None and 2 * one.due >= one.cohort]
    if not known:
        return TOO_LITTLE[language]
    month, one = known[-1]
    words = sentence(one, series.at(month), language)
    return f"{words[0].upper()}{words[1:]}."
