"""The rule `_placed` of `app.rules.outcomes`, as SQL: whether a trajectory led to a counted placement in time."""

from __future__ import annotations

from collections.abc import Iterable

from app.outcomes.counted_sql import suffix
from app.outcomes.target_sql import index_day, target_day, target_name
from app.rules.counted import PLAIN_PAID_WORK
from app.rules.metric_definition import Metric
from app.rules.metric_parts import Index, Question

ABOUT_PLACED = frozenset({Question.PLACED_SINCE_INDEX, Question.EVER_PLACED})


def placed(metrics: Iterable[Metric]) -> str:
    """Per metric that needs it: the trajectories with a placement in time that counts (`sure`) or may."""
    by_name = {_name(metric): metric for metric in metrics if metric.question in ABOUT_PLACED}
    return "".join(_placed(name, metric) for name, metric in by_name.items() if not _is_since_start(metric))


def _name(metric: Metric) -> str:
    if _is_since_start(metric):
        return "placed_since_start"
    ever = "ever_" if metric.question is Question.EVER_PLACED else ""
    return f"{ever}placed_{target_name(metric)}"


def _is_since_start(metric: Metric) -> bool:
    """Whether it is enough to know when the first paid placement since the start began."""
    from_start = metric.question is Question.EVER_PLACED or metric.index is Index.START
    return from_start and metric.counted == PLAIN_PAID_WORK


def _placed(name: str, metric: Metric) -> str:
    in_time = "true"
    if metric.question is Question.PLACED_SINCE_INDEX:
        in_time = "starts_on <= target_day and (ends_on is null or ends_on >= index_day)"
    plain = metric.counted == PLAIN_PAID_WORK
    return f""",
{name} as (
    select trajectory_id, {"true" if plain else "bool_or(counts)"} as sure
    from {"spell" if plain else f"counted_placement{suffix(metric.counted)}"} as placement
    join (
        select trajectory_in_scope.id as trajectory_id, trajectory_in_scope.started_on,
               {index_day(metric)} as index_day, {target_day(metric)} as target_day
        from trajectory_in_scope
    ) as own using (trajectory_id)
    where starts_on >= started_on and {in_time}
    group by trajectory_id
)"""


def placed_joins(metrics: Iterable[Metric]) -> dict[str, str]:
    """The joins of what `placed` found, by name."""
    names = [_name(metric) for metric in metrics if metric.question in ABOUT_PLACED]
    return {name: f"left join {name} on {name}.trajectory_id = trajectory_in_scope.id" for name in names}


def placed_answer(metric: Metric) -> str:
    """True, false, or null when it is not known whether what was registered counts."""
    if not _is_since_start(metric):
        name = _name(metric)
        return f"case when {name}.trajectory_id is null then false when {name}.sure then true end"
    by = f" <= {target_day(metric)}" if metric.question is Question.PLACED_SINCE_INDEX else " is not null"
    return f"coalesce(placed_on{by}, false)"
