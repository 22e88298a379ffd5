"""Which of a person's trajectories can speak for the person in a group: those in the metric's population."""

from __future__ import annotations

from app.outcomes.counted_sql import suffix
from app.outcomes.selection_sql import ADMITTING_LIST
from app.outcomes.standard_sql import is_of_a_standard
from app.rules.counted import PLAIN_PAID_WORK
from app.rules.metric_definition import Metric
from app.rules.metric_parts import Index, Population

SPEAKS = {
    Population.REGISTERED: "true",
    Population.STARTED: "started_on is not null",
    Population.PLACED: "started_on is not null and {placed}",
    Population.PROMISED: "started_on is not null and promised_on is not null",
    Population.ADMITTED: f"started_on is not null or coalesce(decision in ({ADMITTING_LIST}), false)",
    Population.DECLINED: "started_on is null and coalesce(decision = 'declined', false)",
}


def speaks(metric: Metric) -> str:
    """The condition on a row of `judged`."""
    if is_of_a_standard(metric) or metric.index is Index.DATE:
        return f"{metric.code} is not null"
    return SPEAKS[metric.population].format(placed=placed_condition(metric))


def placed_condition(metric: Metric) -> str:
    """Whether there is a first placement that counts, or may, for a metric."""
    return "employer_id is not null" if metric.counted == PLAIN_PAID_WORK else f"is_placed{suffix(metric.counted)}"
