"""Which parts of a metric go together: those of every metric there is, and not those that contradict each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.rules.code_lists import LEARNING, PAID_WORK, UNSUBSIDISED_WORK
from app.rules.metric_definition import Metric
from app.rules.metric_faults import faults_of
from app.rules.metric_parts import Index, Population, Question, UnknownPolicy
from app.rules.metrics import METRICS
from app.rules.metrics.examples import EXAMPLES
from app.rules.series import IN_PAID_WORK_EACH_MONTH
from app.rules.standards import REGISTRY
from tests.outcomes.composed import composed

IN_REGISTRY = REGISTRY | EXAMPLES
AT_END = METRICS["in_paid_work_at_end"]
RETENTION = METRICS["retention_6_months_in_work"]
GUIDANCE = METRICS["satisfied_with_guidance"]
GAIN = METRICS["language_gain_speaking"]


@pytest.mark.parametrize(
    "metric", [*IN_REGISTRY.values(), *composed(), *IN_PAID_WORK_EACH_MONTH.metrics()[:2]], ids=lambda one: one.code
)
def test_every_metric_that_there_is_goes_together(metric: Metric) -> None:
    assert faults_of(metric) == []


@pytest.mark.parametrize(
    ("metric", "changed", "part"),
    [
        (AT_END, {"horizon_months": -1}, "horizon_months"),
        (AT_END, {"horizon_months": 121}, "horizon_months"),
        (AT_END, {"counts": frozenset()}, "counts"),
        (AT_END, {"minimum_hours": 0}, "minimum_hours"),
        (AT_END, {"minimum_hours": 81}, "minimum_hours"),
        (AT_END, {"minimum_contract_months": 61}, "minimum_contract_months"),
        (AT_END, {"on": date(2025, 1, 1)}, "on"),
        (AT_END, {"index": Index.DATE, "horizon_months": 6}, "horizon_months"),
        (GAIN, {"index": Index.DATE, "horizon_months": 0}, "index"),
        (AT_END, {"question": Question.WITH_SAME_EMPLOYER}, "index"),
        (AT_END, {"question": Question.EVER_PLACED, "horizon_months": 6}, "index"),
        (AT_END, {"question": Question.PLACED_SINCE_INDEX}, "horizon_months"),
        (RETENTION, {"population": Population.STARTED}, "population"),
        (RETENTION, {"horizon_months": 0}, "horizon_months"),
        (RETENTION, {"question": Question.PLACED_SINCE_INDEX}, "index"),
        (RETENTION, {"question": Question.WITH_SAME_EMPLOYER, "counts": PAID_WORK | LEARNING}, "counts"),
        (GUIDANCE, {"counts": UNSUBSIDISED_WORK}, "counts"),
        (GUIDANCE, {"minimum_hours": 24}, "minimum_hours"),
        (GUIDANCE, {"minimum_contract_months": 3}, "minimum_contract_months"),
        (GUIDANCE, {"unknown_policy": UnknownPolicy.COUNTS_AS_NO}, "unknown_policy"),
        (GAIN, {"index": Index.END}, "index"),
    ],
)
def test_parts_that_contradict_each_other_are_told_beside_the_one_to_choose_otherwise(
    metric: Metric, changed: dict[str, Any], part: str
) -> None:
    assert [name for name, _ in faults_of(replace(metric, **changed))] == [part]
