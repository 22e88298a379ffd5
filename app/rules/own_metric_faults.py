"""What cannot be so in a programme's own metric, said beside the part that it has to choose otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from app.rules.metric_definition import Metric, Population, UnknownPolicy
from app.rules.metric_faults import Fault, faults_of, once_per_part
from app.rules.own_metric_words import INDEXES, WORDINGS
from app.rules.sentence import Sentence

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
