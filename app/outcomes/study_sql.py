"""The rule `in_work_or_study_on` of `app.rules.working_life`, as SQL: the study registered around a target date."""

from __future__ import annotations

from collections.abc import Iterable

from app.outcomes.facts_sql import KNOWN
from app.outcomes.target_sql import target_day, target_name
from app.rules.code_lists import PAID_WORK
from app.rules.metric_definition import Metric, Question


def study_name(metric: Metric) -> str:
    """The name under which the study at the target date of this metric is joined."""
    return f"study_at_{target_name(metric)}"


def studies(metrics: Iterable[Metric]) -> str:
    """Per metric that asks for it and trajectory: whether a study covers the target date, or may cover it."""
    return "".join(_study(metric) for metric in metrics if metric.question is Question.IN_WORK_OR_STUDY)


def _study(metric: Metric) -> str:
    kinds = ", ".join(f"'{kind}'" for kind in sorted(metric.counts - PAID_WORK))
    return f""",
{study_name(metric)} as (
    select own.id as trajectory_id,
           bool_or(starts_on = target_day or coalesce(study_ends_on >= target_day, false)) as covers,
           bool_or(study_ends_on is null) as may_cover
    from (
        select trajectory_in_scope.id, participant_id, {target_day(metric)} as target_day from trajectory_in_scope
    ) as own
    join (
        select participant_id, starts_on, case when ends_on <= :as_of then ends_on end as study_ends_on
        from placement_history join person using (participant_id)
        where {KNOWN} and kind in ({kinds})
    ) as study using (participant_id)
    where starts_on <= target_day
    group by own.id
)"""


def study_joins(metrics: Iterable[Metric]) -> dict[str, str]:
    """The joins of what `studies` found, by name."""
    names = [study_name(metric) for metric in metrics if metric.question is Question.IN_WORK_OR_STUDY]
    return {name: f"left join {name} on {name}.trajectory_id = trajectory_in_scope.id" for name in names}


def study_answer(metric: Metric) -> str:
    """True, false or null: in work or study on the target date."""
    in_work, study = f"{target_name(metric)}.in_work", study_name(metric)
    return (
        f"case when {in_work} or {study}.covers then true "
        f"when not {in_work} and not coalesce({study}.may_cover, false) then false end"
    )
