"""Metrics that somebody could compose: every set of work and every way of judging meets every day to count from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product

from app.rules.code_lists import LEARNING, PAID_WORK, UNSUBSIDISED_WORK, SpellKind
from app.rules.counted import PLAIN_PAID_WORK, Counted
from app.rules.metric_definition import Metric
from app.rules.metric_parts import Index, Population, Question, UnknownPolicy
from app.rules.metrics.placement import IN_PAID_WORK_AT_END

SETS = {
    "unsubsidised": Counted(UNSUBSIDISED_WORK),
    "from_28_hours": Counted(PAID_WORK, minimum_hours=28),
    "long_contract": Counted(PAID_WORK, minimum_contract_months=3),
    "strict": Counted(UNSUBSIDISED_WORK, minimum_hours=24, minimum_contract_months=3),
    "job_or_education": Counted(frozenset({SpellKind.REGULAR_JOB, SpellKind.EDUCATION}), minimum_hours=28),
    "work_or_learning": Counted(PAID_WORK | LEARNING),
    "learning": Counted(LEARNING),
}
LIKELY = ("unsubsidised", "from_28_hours", "job_or_education")
WORK_ONLY = ("unsubsidised", "from_28_hours", "long_contract", "strict")


def composed() -> list[Metric]:
    """A metric of each."""
    metrics = []
    for name, (index, months) in product(SETS, ((Index.START, 6), (Index.END, 0), (Index.FIRST_PLACEMENT, 6))):
        metrics.append(_metric(f"in_{name}", Question.IN_WORK, index, months, SETS[name]))
    for name, index in product(SETS, (Index.START, Index.END)):
        metrics.append(_metric(f"placed_{name}", Question.PLACED_SINCE_INDEX, index, 12, SETS[name]))
    for name in WORK_ONLY:
        first = Index.FIRST_PLACEMENT
        metrics.append(_metric(f"on_end_{name}", Question.IN_WORK_WITHOUT_INTERRUPTION, first, 6, SETS[name]))
        metrics.append(_metric(f"same_{name}", Question.WITH_SAME_EMPLOYER, first, 6, SETS[name]))
    metrics.append(_metric("placed_plain", Question.PLACED_SINCE_INDEX, Index.END, 12, PLAIN_PAID_WORK))
    for name, on in product(LIKELY, (None, date(2023, 9, 1))):
        judged = replace(metrics[0], code=f"on_day_{name}_{'fixed' if on else 'last'}", index=Index.DATE, on=on)
        metrics.append(_counting(replace(judged, horizon_months=0), SETS[name]))
    strict = replace(metrics[0], code="strict_or_no", unknown_policy=UnknownPolicy.COUNTS_AS_NO)
    return [*metrics, strict]


def _metric(code: str, question: Question, index: Index, months: int, counted: Counted) -> Metric:
    metric = replace(
        IN_PAID_WORK_AT_END,
        code=f"{code}_{index}_{months}",
        question=question,
        index=index,
        horizon_months=months,
        population=Population.PLACED if index is Index.FIRST_PLACEMENT else Population.STARTED,
    )
    return _counting(metric, counted)


def _counting(metric: Metric, counted: Counted) -> Metric:
    return replace(
        metric,
        counts=counted.kinds,
        minimum_hours=counted.minimum_hours,
        minimum_contract_months=counted.minimum_contract_months,
    )
