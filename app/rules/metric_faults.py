"""Which parts of a metric go together, said beside the part that has to be chosen otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from app.rules.code_lists import PAID_WORK
from app.rules.language_outcomes import ABOUT_LANGUAGE
from app.rules.metric_definition import Metric
from app.rules.metric_parts import ASKED_IN_FOLLOW_UPS, Index, Population, Question, UnknownPolicy
from app.rules.satisfaction import ABOUT_SATISFACTION
from app.rules.sentence import Sentence

LONGEST_HORIZON = 120
"""Months."""
MOST_HOURS = 80
"""A week."""
LONGEST_CONTRACT = 60
"""Months."""

ABOUT_THE_FIRST_JOB = frozenset(
    {
        Question.IN_WORK_WITHOUT_INTERRUPTION,
        Question.WITH_SAME_EMPLOYER,
        Question.LEVEL_MATCHES,
        Question.FIELD_MATCHES,
        Question.WISH_MATCHES,
        Question.OWN_JUDGEMENT,
        Question.ALL_KNOWN_FLAGS_MET,
        *ABOUT_SATISFACTION,
    }
)
NOT_ABOUT_WORK = (ABOUT_LANGUAGE | ABOUT_THE_FIRST_JOB) - ASKED_IN_FOLLOW_UPS
"""Questions about the first paid job of any kind, or about no job at all."""

Fault = tuple[str, Sentence]
"""The name of a part, and what would be right."""


def faults_of(metric: Metric) -> list[Fault]:
    """What cannot be so in a metric, whoever composed it; at most once per part."""
    return once_per_part((*_of_the_numbers(metric), *_of_the_day(metric), *_of_the_judging(metric)))


def once_per_part(faults: tuple[Fault, ...]) -> list[Fault]:
    """The first fault of every part."""
    found: dict[str, Sentence] = {}
    for part, sentence in faults:
        found.setdefault(part, sentence)
    return list(found.items())


def _of_the_numbers(metric: Metric) -> Iterator[Fault]:
    if not 0 <= metric.horizon_months <= LONGEST_HORIZON:
        yield "horizon_months", Sentence("Give a number of months from 0 to %(most)s.", most=LONGEST_HORIZON)
    if not metric.counts:
        yield "counts", Sentence("Tick at least one kind of work.")
    if metric.minimum_hours is not None and not 1 <= metric.minimum_hours <= MOST_HOURS:
        yield "minimum_hours", Sentence("Give a number of hours from 1 to %(most)s, or none.", most=MOST_HOURS)
    if metric.minimum_contract_months is not None and not 1 <= metric.minimum_contract_months <= LONGEST_CONTRACT:
        yield (
            "minimum_contract_months",
            Sentence("Give a number of months from 1 to %(most)s, or none.", most=LONGEST_CONTRACT),
        )


def _of_the_day(metric: Metric) -> Iterator[Fault]:
    first_job = metric.index is Index.FIRST_PLACEMENT
    if first_job and metric.question not in ABOUT_LANGUAGE and metric.population is not Population.PLACED:
        yield (
            "population",
            Sentence("Counted from the first job, this is about people who got one. Choose everyone with a first job."),
        )
    if metric.question in ABOUT_THE_FIRST_JOB and not first_job:
        yield "index", Sentence("This is asked about the first job. Count from the start of the first job.")
    if metric.question is Question.PLACED_SINCE_INDEX and first_job:
        yield "index", Sentence("Being placed counts from the start or the end of the trajectory.")
    if metric.question is Question.EVER_PLACED and (metric.index is not Index.END or metric.horizon_months):
        yield "index", Sentence("“Ever” is known at the end of the trajectory. Count from the end, with 0 months.")
    if metric.question in ABOUT_LANGUAGE and metric.index is Index.END:
        yield "index", Sentence("Language is followed from the start of the trajectory or of the first job.")
    yield from _of_the_calendar(metric)
    lasts = first_job and metric.question in ASKED_IN_FOLLOW_UPS
    within = metric.question is Question.PLACED_SINCE_INDEX
    if (lasts or within) and metric.horizon_months == 0:
        yield "horizon_months", Sentence("On the first day itself nothing has lasted yet. Give at least 1 month.")


def _of_the_calendar(metric: Metric) -> Iterator[Fault]:
    if metric.index is not Index.DATE:
        if metric.on is not None:
            yield "on", Sentence("This is for a day of the calendar only. Leave it empty.")
        return
    if metric.question not in (Question.IN_WORK, Question.WITHIN_CONTACT_NORM):
        yield "index", Sentence("On a day of the calendar one only looks who is at work then.")
    if metric.horizon_months:
        yield "horizon_months", Sentence("On a day of the calendar there are no months to add. Fill in 0.")


def _of_the_judging(metric: Metric) -> Iterator[Fault]:
    if metric.question in ABOUT_THE_FIRST_JOB and metric.counted.other_kinds:
        yield "counts", Sentence("This is only asked about paid work. Tick kinds of paid work only.")
    if metric.question in NOT_ABOUT_WORK:
        if metric.counted.kinds != PAID_WORK:
            yield "counts", Sentence("This goes with paid work of every kind. Tick the first five, and nothing else.")
        for part in ("minimum_hours", "minimum_contract_months"):
            if getattr(metric, part):
                yield part, Sentence("This asks for no hours and no contract. Leave it empty.")
        if metric.unknown_policy is not UnknownPolicy.STAYS_UNKNOWN:
            yield "unknown_policy", Sentence("Who was not measured or asked stays unknown.")
