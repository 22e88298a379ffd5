"""What a metric means, in words for a reader of a report or of the manual, from the same data that counts it."""

from __future__ import annotations

from collections.abc import Mapping

from app.rules.code_lists import SpellKind
from app.rules.language_outcomes import ABOUT_LANGUAGE
from app.rules.metric_definition import Exclusion, Index, Metric, Population, Question, UnknownPolicy
from app.rules.names import name_of
from app.rules.selection_outcomes import ABOUT_SELECTION
from app.rules.sentence import Sentence

POPULATIONS: Mapping[Population, Sentence] = {
    Population.REGISTERED: Sentence("Everyone who registered"),
    Population.STARTED: Sentence("Everyone who started"),
    Population.PLACED: Sentence("Everyone who started and got paid work in the trajectory"),
    Population.PROMISED: Sentence("Everyone who started and to whom a job was promised in the trajectory"),
    Population.ADMITTED: Sentence("Everyone who was admitted, or started"),
    Population.DECLINED: Sentence("Everyone who was declined, and did not start"),
}
INDEXES: Mapping[Index, Sentence] = {
    Index.SCREENING: Sentence("The day of the screening, or else of the decision"),
    Index.DECISION: Sentence("The day of the decision, or else of the start"),
    Index.START: Sentence("The start of the trajectory"),
    Index.END: Sentence("The end of the trajectory"),
    Index.FIRST_PLACEMENT: Sentence("The start of the first paid job"),
    Index.PROMISE: Sentence("The start of the placement at which a job was promised"),
}
UNKNOWN: Mapping[UnknownPolicy, Sentence] = {
    UnknownPolicy.STAYS_UNKNOWN: Sentence("Stays unknown: never a yes and never a no"),
    UnknownPolicy.COUNTS_AS_NO: Sentence("Counts as no: the programme registers its own placements"),
    UnknownPolicy.IS_NOT_YET_DUE: Sentence("Is not yet due: the decision is still to be taken"),
}
EXCLUSIONS: Mapping[Exclusion, Sentence] = {
    Exclusion.DECEASED: Sentence("People who died on the day that counts, or before it")
}

WITHOUT_WORK = (ABOUT_SELECTION | ABOUT_LANGUAGE) - {Question.FELL_BACK}
"""Questions for which it does not matter what counts as work."""


def definition(metric: Metric) -> list[tuple[Sentence, list[Sentence]]]:
    """The parts of a definition, as pairs of what and how."""
    parts = [
        (Sentence("Who is counted"), [POPULATIONS[metric.population]]),
        (Sentence("Counted from"), [INDEXES[metric.index]]),
    ]
    if metric.horizon_months:
        after = Sentence("Due after") if metric.question in ABOUT_LANGUAGE else Sentence("Looked at after")
        parts.append((after, [Sentence("%(months)s months", months=metric.horizon_months)]))
    if metric.question not in WITHOUT_WORK:
        parts.append((Sentence("What counts as work"), [name_of(kind) for kind in SpellKind if kind in metric.counts]))
    parts.append((Sentence("Nothing known"), [UNKNOWN[metric.unknown_policy]]))
    if metric.team_only:
        parts.append((Sentence("Who reads it"), [Sentence("Only the team of the programme")]))
    parts.extend((Sentence("Not counted"), [EXCLUSIONS[ground]]) for ground in sorted(metric.exclusions))
    return parts
