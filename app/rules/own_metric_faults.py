"""What cannot be so in a programme's own metric, said beside the part that it has to choose otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from app.rules.metric_definition import Metric
from app.rules.metric_faults import Fault, faults_of, once_per_part
from app.rules.metric_parts import Exclusion, Index, Population, Question, ShownAs, UnknownPolicy
from app.rules.own_curve import CURVES
from app.rules.own_metric_words import INDEXES, WORDINGS
from app.rules.own_series import EACH_MONTH
from app.rules.sentence import Sentence
from app.rules.series import MONTHS_TOLD

POPULATIONS = (Population.STARTED, Population.PLACED)
POLICIES = (UnknownPolicy.STAYS_UNKNOWN, UnknownPolicy.COUNTS_AS_NO)
CHOOSE = Sentence("Choose one of the answers.")


def faults_of_own(metric: Metric) -> list[Fault]:
    """At most once per part: what a programme cannot choose, and what does not go together in any metric."""
    return once_per_part((*_of_the_choice(metric), *faults_of(metric)))


def _of_the_choice(metric: Metric) -> Iterator[Fault]:
    """A programme chooses from fewer parts than the registry is made of."""
    if metric.question not in WORDINGS:
        yield "question", CHOOSE
    if metric.population not in POPULATIONS:
        yield "population", CHOOSE
    if metric.index not in INDEXES:
        yield "index", CHOOSE
    if metric.unknown_policy not in POLICIES:
        yield "unknown_policy", CHOOSE
    if metric.shown_as is not ShownAs.SHARE and not metric.team_only:
        yield "team_only", Sentence("A curve or a series is for your own team only. Choose that.")
    if metric.shown_as is ShownAs.CURVE:
        yield from _of_a_curve(metric)
    if metric.shown_as is ShownAs.EACH_MONTH:
        yield from _of_a_series(metric)


def _of_a_curve(metric: Metric) -> Iterator[Fault]:
    """Everybody counts for as long as they are seen, also who has not begun."""
    if metric.question not in CURVES:
        yield (
            "question",
            Sentence(
                "A curve tells how long it took to begin through the programme, or how long people stayed with the "
                "employer of the first job. Choose one of those two."
            ),
        )
    if metric.question is Question.PLACED_SINCE_INDEX and metric.population is not Population.STARTED:
        yield "population", Sentence("Who has not begun yet counts as well. Choose everyone who started.")
    if metric.unknown_policy is not UnknownPolicy.STAYS_UNKNOWN:
        yield "unknown_policy", Sentence("In a curve somebody counts for as long as they are seen. Choose unknown.")
    if Exclusion.DECEASED not in metric.exclusions:
        yield "exclusions", Sentence("In a curve who died is left out from that day on. Tick this.")


def _of_a_series(metric: Metric) -> Iterator[Fault]:
    if metric.question not in EACH_MONTH:
        yield (
            "question",
            Sentence("Month by month one looks who is at work or has begun. Choose one of the first four."),
        )
    if metric.index is Index.DATE:
        yield "index", Sentence("Month by month counts from a day of each person, not from one day of the calendar.")
    if not 1 <= metric.horizon_months <= MONTHS_TOLD:
        yield "horizon_months", Sentence("Give the last month, from 1 to %(most)s.", most=MONTHS_TOLD)
