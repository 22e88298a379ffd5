"""The rules of `app.rules.working_life`, as SQL: every target date meets the events of its person once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from app.outcomes.counted_sql import ANSWERS_ABOUT_WORK, suffix, weighed_as
from app.outcomes.stay_sql import INDEX_OF_A_STAY
from app.rules.counted import PLAIN_PAID_WORK, Counted
from app.rules.metric_definition import Metric
from app.rules.metric_parts import Index, Population, Question
from app.rules.working_life import LONGEST_HOLE, REACH_OF_A_NEGATIVE

ABOUT_LIFE = frozenset(
    {
        Question.SEEKING_WORK_ON_LEAVING,
        Question.EMPLOYED_ON_LEAVING,
        Question.WORK_IMPROVED,
        Question.STEPPED_UP,
        Question.WORKED_SINCE_INDEX,
    }
)
"""Questions of standards whose answer follows from what is known of a working life around the target date."""

INDEX_DAY = {
    Index.SCREENING: "coalesce(screened_on, decided_on, trajectory_in_scope.started_on)",
    Index.DECISION: "coalesce(decided_on, trajectory_in_scope.started_on)",
    Index.START: "trajectory_in_scope.started_on",
    Index.END: "trajectory_in_scope.ended_on",
    Index.PROMISE: "promise.promised_on",
    **INDEX_OF_A_STAY,
}

OF_A_SET = """,
           bool_or(day <= target_day and counted_until >= target_day) as at_counted_work,
           bool_or(day <= target_day and elsewhere_until >= target_day) as at_other_work,
           bool_or(what = 'began' and day <= target_day and (ends_on is null or ends_on >= target_day))
               as counted_work_may_run"""
PROVEN_OF_A_SET = "when at_counted_work then true "
OR_ELSEWHERE = " or (at_other_work and counted_work_may_run is not true)"


def target_name(metric: Metric) -> str:
    """The name under which the answers at the target date of this metric are joined."""
    on = f"_{metric.on:%Y%m%d}" if metric.on else ""
    return f"{metric.index}{on}_{metric.horizon_months}{suffix(metric.counted)}"


def index_day(metric: Metric) -> str:
    """The day from which a metric counts, from its trajectory and first placement."""
    if metric.index is Index.DATE:
        return f"cast('{metric.on:%Y-%m-%d}' as date)" if metric.on else "cast(:as_of as date)"
    return INDEX_DAY.get(metric.index, f"{first_placement(metric)}.starts_on")


def first_placement(metric: Metric) -> str:
    """The name of the first placement that counts, or may, for a metric; any paid one where it does not matter."""
    return f"first_placement{suffix(metric.counted)}" if needs_first_placement(metric) else "first_placement"


def needs_first_placement(metric: Metric) -> bool:
    """Whether a metric is about people with a placement, or counts from it."""
    return metric.population is Population.PLACED or metric.index is Index.FIRST_PLACEMENT


def join_first_placement(metric: Metric) -> str:
    """The join of that first placement to a trajectory."""
    name = first_placement(metric)
    return f"left join {name} on {name}.trajectory_id = trajectory_in_scope.id"


def target_day(metric: Metric) -> str:
    """The target date of a metric, from its trajectory and first placement; months are clipped by PostgreSQL."""
    index = index_day(metric)
    return f"cast({index} + interval '{metric.horizon_months} months' as date)" if metric.horizon_months else index


def targets(metrics: Iterable[Metric]) -> str:
    """One row per trajectory and target date that has come, with the three answers about work, per set of work."""
    by_set: dict[Counted, dict[str, Metric]] = {}
    asked = ANSWERS_ABOUT_WORK.keys() | ABOUT_LIFE
    for metric in metrics:
        if metric.question in asked:
            by_set.setdefault(weighed_as(metric), {})[target_name(metric)] = metric
    return "".join(_targets(counted, by_name) for counted, by_name in by_set.items())


def _target(name: str, metric: Metric) -> str:
    first = first_placement(metric)
    return (
        f"    select '{name}' as target, trajectory_in_scope.id as trajectory_id, "
        f"trajectory_in_scope.participant_id, {target_day(metric)} as target_day, "
        f"{first}.starts_on as index_day, {first}.organisation_id\n"
        f"    from trajectory_in_scope {join_first_placement(metric)}\n"
        f"    where trajectory_in_scope.started_on is not null and {target_day(metric)} <= :as_of"
    )


def _targets(counted: Counted, by_name: Mapping[str, Metric]) -> str:
    days = "\n    union all\n".join(_target(name, metric) for name, metric in by_name.items())
    name = suffix(counted)
    is_plain = counted == PLAIN_PAID_WORK
    return f""",
target{name} as (
{days}
),
life_at_target{name} as (
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
               as left_employer{"" if is_plain else OF_A_SET}
    from target{name} as target left join event{name} as event using (participant_id)
    group by target, trajectory_id, target_day
),
seen_at_target{name} as (
    select *,
           coalesce(last_seen_out >= target_day - {REACH_OF_A_NEGATIVE}
               and (last_worked is null or last_worked <= last_seen_out), false)
           or coalesce(next_seen_out <= target_day + {REACH_OF_A_NEGATIVE}
               and (next_worked is null or next_worked >= next_seen_out), false) as seen_out_of_work,
           coalesce(not one_may_still_run and all_ended < target_day and last_worked <= all_ended
               and (next_worked = next_start or next_seen_out <= coalesce(next_worked, next_seen_out)), false)
               as between_jobs
    from life_at_target{name}
),
in_work_at_target{name} as (
    select *,
           case {"" if is_plain else PROVEN_OF_A_SET}when at_work then {"true" if is_plain else "null"}
                when seen_out_of_work or between_jobs{"" if is_plain else OR_ELSEWHERE} then false end as in_work,
           case when at_same_employer then true when left_employer or seen_out_of_work then false end
               as with_same_employer
    from seen_at_target{name}
),
work_at_target{name} as (
    select target, trajectory_id, in_work, with_same_employer,
           case when not in_work or longest_interruption > {LONGEST_HOLE} then false
                when in_work and coalesce(longest_hole <= {LONGEST_HOLE}, true) then true
           end as in_work_without_interruption
    from in_work_at_target{name}
)"""
