"""The rules of `app.rules.working_life`, as SQL: every target date meets the events of its person once."""

from __future__ import annotations

from collections.abc import Iterable

from app.outcomes.stay_sql import INDEX_OF_A_STAY
from app.rules.metric_definition import Index, Metric, Question
from app.rules.working_life import LONGEST_HOLE, REACH_OF_A_NEGATIVE

ANSWERS_ABOUT_WORK = {
    Question.IN_WORK: "in_work",
    Question.IN_WORK_OR_STUDY: "in_work",
    Question.IN_WORK_WITHOUT_INTERRUPTION: "in_work_without_interruption",
    Question.WITH_SAME_EMPLOYER: "with_same_employer",
}

ABOUT_LIFE = frozenset(
    {
        Question.SEEKING_WORK_ON_LEAVING,
        Question.EMPLOYED_ON_LEAVING,
        Question.WORK_IMPROVED,
        Question.WORKED_SINCE_INDEX,
        Question.WORKED_IN_LAST_QUARTER,
    }
)
"""Questions of standards whose answer follows from what is known of a working life around the target date."""

INDEX_DAY = {
    Index.SCREENING: "coalesce(screened_on, decided_on, trajectory_in_scope.started_on)",
    Index.DECISION: "coalesce(decided_on, trajectory_in_scope.started_on)",
    Index.START: "trajectory_in_scope.started_on",
    Index.END: "trajectory_in_scope.ended_on",
    Index.FIRST_PLACEMENT: "first_placement.starts_on",
    Index.PROMISE: "promise.promised_on",
    **INDEX_OF_A_STAY,
}


def target_name(metric: Metric) -> str:
    """The name under which the answers at the target date of this metric are joined."""
    return f"{metric.index}_{metric.horizon_months}"


def target_day(metric: Metric) -> str:
    """The target date of a metric, from its trajectory and first placement; months are clipped by PostgreSQL."""
    index = INDEX_DAY[metric.index]
    return f"cast({index} + interval '{metric.horizon_months} months' as date)" if metric.horizon_months else index


def targets(metrics: Iterable[Metric]) -> str:
    """One row per trajectory and target date that has come, with the three answers about work."""
    asked = ANSWERS_ABOUT_WORK.keys() | ABOUT_LIFE
    by_name = {target_name(metric): metric for metric in metrics if metric.question in asked}
    if not by_name:
        return ""
    days = "\n    union all\n".join(
        f"    select '{name}' as target, trajectory_in_scope.id as trajectory_id, "
        f"trajectory_in_scope.participant_id, {target_day(metric)} as target_day, "
        f"first_placement.starts_on as index_day, first_placement.organisation_id\n"
        f"    from trajectory_in_scope left join first_placement "
        f"on first_placement.trajectory_id = trajectory_in_scope.id\n"
        f"    where trajectory_in_scope.started_on is not null and {target_day(metric)} <= :as_of"
        for name, metric in by_name.items()
    )
    return f""",
target as (
{days}
),
life_at_target as (
    select target, trajectory_id, target_day,
           bool_or(day <= target_day and worked_until >= target_day) as at_work,
           max(least(worked_until, target_day - 1)) filter (where day < target_day and worked_until is not null)
               as last_worked,
           min(greatest(day, target_day + 1)) filter (where worked_until > target_day) as next_worked,
           bool_or(may_still_run) filter (where day <= target_day) as one_may_still_run,
           max(ends_on) filter (where day <= target_day) as all_ended,
           min(day) filter (where what = 'began' and day > target_day) as next_start,
           max(day) filter (
               where what = 'seen_out_of_work' and (day = target_day or (day < target_day and not work_begins))
           ) as last_seen_out,
           min(day) filter (where what = 'seen_out_of_work' and day > target_day) as next_seen_out,
           max(hole) filter (where index_day < day and day <= target_day) as longest_hole,
           max(interruption) filter (where index_day < day and day <= target_day) as longest_interruption,
           bool_or(day <= target_day and own_proof_until >= target_day)
               filter (where event.organisation_id = target.organisation_id) as at_same_employer,
           bool_and(ends_on is not null and ends_on < target_day)
               filter (where event.organisation_id = target.organisation_id and day <= target_day)
               as left_employer
    from target left join event using (participant_id)
    group by target, trajectory_id, target_day
),
seen_at_target as (
    select *,
           coalesce(last_seen_out >= target_day - {REACH_OF_A_NEGATIVE}
               and (last_worked is null or last_worked <= last_seen_out), false)
           or coalesce(next_seen_out <= target_day + {REACH_OF_A_NEGATIVE}
               and (next_worked is null or next_worked >= next_seen_out), false) as seen_out_of_work,
           coalesce(not one_may_still_run and all_ended < target_day and last_worked <= all_ended
               and (next_worked = next_start or next_seen_out <= coalesce(next_worked, next_seen_out)), false)
               as between_jobs
    from life_at_target
),
in_work_at_target as (
    select *,
           case when at_work then true when seen_out_of_work or between_jobs then false end as in_work,
           case when at_same_employer then true when left_employer or seen_out_of_work then false end
               as with_same_employer
    from seen_at_target
),
work_at_target as (
    select target, trajectory_id, in_work, with_same_employer,
           case when not in_work or longest_interruption > {LONGEST_HOLE} then false
                when in_work and coalesce(longest_hole <= {LONGEST_HOLE}, true) then true
           end as in_work_without_interruption
    from in_work_at_target
)"""
