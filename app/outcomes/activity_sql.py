"""The rule `in_other_activity_on` of `app.rules.working_life`, as SQL: learning and the like around a target date."""

from __future__ import annotations

from collections.abc import Iterable

from app.outcomes.counted_sql import suffix, weighed_as
from app.outcomes.target_sql import target_name
from app.rules.metric_definition import Metric
from app.rules.metric_parts import Question


def activities(metrics: Iterable[Metric]) -> str:
    """Per metric that counts more than paid work: whether such an activity covers the target date, or may."""
    by_name = {_name(metric): metric for metric in metrics if looks_beyond_work(metric)}
    return "".join(_activity(name, metric) for name, metric in by_name.items())


def looks_beyond_work(metric: Metric) -> bool:
    """Whether a metric asks on its target date for something that is not paid work."""
    return metric.question is Question.IN_WORK and bool(metric.counted.other_kinds)


def _name(metric: Metric) -> str:
    return f"activity_at_{target_name(metric)}"


def _activity(name: str, metric: Metric) -> str:
    counts = f"counts{suffix(metric.counted)}"
    covers = "(activity.starts_on = target_day or coalesce(ends_on >= target_day, false))"
    return f""",
{name} as (
    select target.trajectory_id,
           bool_or({covers} and {counts}) as covers,
           bool_or({covers} or ends_on is null) as may_cover
    from target{suffix(weighed_as(metric))} as target join activity using (participant_id)
    where target.target = '{target_name(metric)}' and activity.starts_on <= target_day and {counts} is not false
    group by target.trajectory_id
)"""


def activity_joins(metrics: Iterable[Metric]) -> dict[str, str]:
    """The joins of what `activities` found, by name."""
    names = [_name(metric) for metric in metrics if looks_beyond_work(metric)]
    return {name: f"left join {name} on {name}.trajectory_id = trajectory_in_scope.id" for name in names}


def activity_answer(metric: Metric, in_work: str) -> str:
    """True, false or null: in work or another activity that counts, on the target date."""
    name = _name(metric)
    if not metric.counted.paid.kinds:
        return (
            f"case when {name}.covers then true "
            f"when {in_work} is not null and {name}.may_cover is not true then false end"
        )
    return (
        f"case when {in_work} or {name}.covers then true "
        f"when not {in_work} and {name}.may_cover is not true then false end"
    )
