"""What a metric means, in words for a reader of a report or of the manual, from the same data that counts it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from app.rules.code_lists import SpellKind
from app.rules.counted import PLAIN_PAID_WORK
from app.rules.exit_outcomes import ABOUT_EXIT
from app.rules.language_outcomes import ABOUT_LANGUAGE
from app.rules.metric_definition import Metric
from app.rules.metric_parts import Exclusion, Family, Index, Population, Question, ShownAs, UnknownPolicy
from app.rules.names import name_of
from app.rules.selection_outcomes import ABOUT_SELECTION
from app.rules.sentence import Sentence

POPULATIONS: Mapping[Population, Sentence] = {
    Population.REGISTERED: Sentence("Everyone who registered"),
    Population.STARTED: Sentence("Everyone who started"),
    Population.PLACED: Sentence("Everyone who started and got paid work in the trajectory"),
    Population.PROMISED: Sentence("Everyone who started and to whom a job was promised in the trajectory"),
    Population.STARTED_WITHOUT_WORK: Sentence(
        "Everyone who started and was not shown to have paid work on the day before the first start"
    ),
    Population.STARTED_IN_WORK: Sentence(
        "Everyone who started and was shown to have paid work on the day before the first start"
    ),
    Population.ADMITTED: Sentence("Everyone who was admitted, or started"),
    Population.DECLINED: Sentence("Everyone who was declined, and did not start"),
    Population.GUIDED: Sentence("Everyone who started and on the reference date was neither done nor paused"),
}
INDEXES: Mapping[Index, Sentence] = {
    Index.SCREENING: Sentence("The day of the screening, or else of the decision"),
    Index.DECISION: Sentence("The day of the decision, or else of the start"),
    Index.START: Sentence("The start of the trajectory"),
    Index.END: Sentence("The end of the trajectory"),
    Index.FIRST_PLACEMENT: Sentence("The start of the first paid job"),
    Index.DATE: Sentence("The reference date of the report, the same day for everybody"),
    Index.PROMISE: Sentence("The start of the placement at which a job was promised"),
    Index.FIRST_ENTRY: Sentence("The first start in the programme"),
    Index.BEFORE_FIRST_ENTRY: Sentence("The day before the first start in the programme"),
    Index.LAST_EXIT: Sentence("The last end in the programme"),
    Index.FOUR_WEEKS_AFTER_LAST_EXIT: Sentence("The 28th day after the last end in the programme"),
    Index.QUARTER_OF_LAST_EXIT: Sentence("The first day of the quarter of the last end in the programme"),
}
UNKNOWN: Mapping[UnknownPolicy, Sentence] = {
    UnknownPolicy.STAYS_UNKNOWN: Sentence("Stays unknown: never a yes and never a no"),
    UnknownPolicy.COUNTS_AS_NO: Sentence("Counts as no: the programme registers its own placements"),
    UnknownPolicy.IS_NOT_YET_DUE: Sentence("Is not yet due: the decision is still to be taken"),
}
EXCLUSIONS: Mapping[Exclusion, Sentence] = {
    Exclusion.DECEASED: Sentence("People who died on the day that counts, or before it")
}

WITHOUT_WORK = (
    ABOUT_SELECTION
    | ABOUT_LANGUAGE
    | ABOUT_EXIT
    | {Question.WITHIN_CONTACT_NORM, Question.STUDYING_ON_LEAVING, Question.QUALIFIED_ON_LEAVING}
) - {Question.FELL_BACK}
"""Questions for which it does not matter what counts as work."""

MATURE = Sentence("Who began in a quarter of which everybody's day has come")


def definition(metric: Metric) -> list[tuple[Sentence, list[Sentence]]]:
    """The parts of a definition, as pairs of what and how."""
    parts = [
        (Sentence("Who is counted"), [whom(metric)]),
        (Sentence("Counted from"), [since(metric)]),
    ]
    if metric.horizon_months:
        parts.append(_horizon(metric))
    if metric.question not in WITHOUT_WORK:
        parts.append((_what_counts(metric), [name_of(kind) for kind in SpellKind if kind in metric.counts]))
        parts.extend(_minimums(metric))
    if metric.shown_as is ShownAs.CURVE:
        parts.append((Sentence("Nothing known"), [Sentence("Counts for as long as somebody is seen")]))
    else:
        parts.append((Sentence("Nothing known"), [_unknown(metric)]))
    if metric.mature_only:
        parts.append((Sentence("Only mature cohorts"), [MATURE]))
    if metric.team_only:
        parts.append((Sentence("Who reads it"), [Sentence("Only the team of the programme")]))
    parts.extend((Sentence("Not counted"), [EXCLUSIONS[ground]]) for ground in sorted(metric.exclusions))
    return parts


def _horizon(metric: Metric) -> tuple[Sentence, list[Sentence]]:
    months = metric.horizon_months
    if metric.shown_as is ShownAs.CURVE:
        return Sentence("Followed for"), [Sentence("at most %(months)s months", months=months)]
    if metric.shown_as is ShownAs.EACH_MONTH:
        return Sentence("Looked at"), [Sentence("each month, up to month %(months)s", months=months)]
    after = Sentence("Due after") if metric.question in ABOUT_LANGUAGE else Sentence("Looked at after")
    return after, [Sentence("%(months)s months", months=months)]


def whom(metric: Metric) -> Sentence:
    """Whom a metric counts."""
    if metric.population is Population.PLACED and metric.counted != PLAIN_PAID_WORK:
        return Sentence("Everyone who started and got a first placement that counts, or may count")
    return POPULATIONS[metric.population]


def since(metric: Metric) -> Sentence:
    """The day from which a metric counts."""
    if metric.on:
        return Sentence("%(day)s, the same day for everybody", day=metric.on)
    if metric.index is Index.FIRST_PLACEMENT and metric.counted != PLAIN_PAID_WORK:
        return Sentence("The start of the first placement that counts, or may count")
    return INDEXES[metric.index]


def _unknown(metric: Metric) -> Sentence:
    if metric.is_own and metric.unknown_policy is UnknownPolicy.COUNTS_AS_NO:
        return Sentence("Counts as no: the programme has it so")
    if metric.family is Family.STANDARD and metric.unknown_policy is UnknownPolicy.COUNTS_AS_NO:
        return Sentence("Counts as no: the standard has it so")
    return UNKNOWN[metric.unknown_policy]


def _what_counts(metric: Metric) -> Sentence:
    return Sentence("What counts") if metric.counted.other_kinds else Sentence("What counts as work")


def _minimums(metric: Metric) -> Iterator[tuple[Sentence, list[Sentence]]]:
    if metric.minimum_hours:
        yield (
            Sentence("Hours"),
            [
                Sentence("At least %(hours)s hours a week in one placement", hours=metric.minimum_hours),
                Sentence("without recorded hours it is unknown whether it counts"),
            ],
        )
    if metric.minimum_contract_months:
        yield (
            Sentence("Contract"),
            [
                Sentence("Permanent, or for at least %(months)s months", months=metric.minimum_contract_months),
                Sentence("also when it lasted so long"),
                Sentence("without a recorded end of the contract it is unknown whether it counts"),
            ],
        )
