"""What stands where a row of a report has no rate, and in a cell of a table by two things."""

from app.language import Language, say
from app.outcomes.formats import AnyRow
from app.outcomes.sentence import percent
from app.rules.outcome_numbers import WEAK_RESPONSE
from app.rules.sentence import Sentence


def without_rate(row: AnyRow) -> Sentence:
    """Why there is no rate."""
    if row.due == 0:
        return Sentence("nobody due yet")
    if row.lower is not None and row.suppressed:
        return Sentence("at least %(lower)s", lower=percent(row.lower))
    return Sentence("withheld") if row.suppressed else Sentence("nothing known yet")


def cell_words(row: AnyRow | None, language: Language) -> tuple[str, str]:
    """The number of a cell, and of how many people it is told; where few answered, the bounds lead."""
    if row is None or row.cohort == 0:
        return "–", ""
    if row.rate is None or not isinstance(row.yes, int) or not isinstance(row.no, int):
        return "", say(without_rate(row), language)
    of_known = Sentence("%(yes)s of %(known)s known", yes=row.yes, known=row.yes + row.no)
    if row.response_rate is not None and row.response_rate < WEAK_RESPONSE:
        weak = Sentence("weak: %(rate)s, %(known)s", rate=percent(row.rate), known=say(of_known, language))
        return f"{percent(row.lower)} – {percent(row.upper)}", say(weak, language)
    return percent(row.rate), say(of_known, language)
