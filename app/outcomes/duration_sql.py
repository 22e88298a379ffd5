"""The rules of `app.rules.durations`, as SQL: per person one wait for each duration, counted by length."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from sqlalchemy import TextClause, text

from app.outcomes.counted_sql import facts_counting, suffix
from app.outcomes.evidence_sql import EVIDENCE
from app.outcomes.fingerprint_sql import BOX, sum_of_marks
from app.rules.counted import PLAIN_PAID_WORK, Counted
from app.rules.durations import DURATIONS, Duration, DurationMetric
from app.rules.life_table import TOLD_MONTHS, days_after
from app.rules.metric_parts import Index
from app.rules.working_life import LONGEST_HOLE

DIED_ON = "least(trajectory_in_scope.died_on, death_at_work.died_on)"


def waits(metrics: Sequence[DurationMetric]) -> str:
    """Everything up to the CTE `wait_of_person`, to which a statement adds what it reads from it."""
    in_job = dict.fromkeys(one.counted for one in metrics if one.timed is Duration.TIME_IN_FIRST_JOB)
    until_placed = dict.fromkeys(
        (one.counted, one.index) for one in metrics if one.timed is Duration.TIME_TO_FIRST_PLACEMENT
    )
    each = "\n    union all\n".join(map(_wait, metrics))
    return f"""with{facts_counting([one.counted for one in metrics])},{EVIDENCE},
timed as (
    select trajectory_in_scope.id, participant_id, registered_on, number, trajectory_in_scope.started_on,
           trajectory_in_scope.ended_on, {DIED_ON} as died_on
    from trajectory_in_scope
    left join death_at_work using (participant_id)
    where trajectory_in_scope.started_on is not null
){"".join(map(_first_job, in_job))}{"".join(_placed(*one) for one in until_placed)},
wait as (
{each}
),
wait_of_person as (
    select distinct on (duration, participant_id) duration, participant_id, organisation_id, days, is_over
    from wait
    order by duration, participant_id, registered_on, number collate "C", id
)
"""


def _first_job(counted: Counted) -> str:
    """The first placement of a set with what followed at the same employer, as one job."""
    name = suffix(counted)
    counts = "true" if counted == PLAIN_PAID_WORK else "first.counts is true"
    return f""",
with_first_employer{name} as (
    select first.trajectory_id, first.starts_on as began_on, {counts} as is_sure, proven_spell.organisation_id,
           proven_spell.starts_on, proven_spell.ends_on, proven_spell.own_proof_until,
           max(coalesce(proven_spell.ends_on, 'infinity')) over (
               partition by first.trajectory_id
               order by proven_spell.id <> first.id, proven_spell.starts_on, proven_spell.id
               rows between unbounded preceding and 1 preceding
           ) as ended_before,
           proven_spell.id <> first.id as is_later, proven_spell.id as spell_id
    from first_placement{name} as first
    join proven_spell on proven_spell.participant_id = first.participant_id
        and proven_spell.organisation_id = first.organisation_id
        and proven_spell.starts_on >= first.starts_on
),
first_employer_in_order{name} as (
    select *, bool_or(starts_on > ended_before + {LONGEST_HOLE + 1}) over (
               partition by trajectory_id order by is_later, starts_on, spell_id
           ) as after_a_break
    from with_first_employer{name}
),
first_job{name} as (
    select trajectory_id, began_on, is_sure, organisation_id, bool_and(ends_on is not null) as has_ended,
           max(ends_on) as job_ended_on, max(own_proof_until) as proven_until
    from first_employer_in_order{name}
    where after_a_break is not true
    group by trajectory_id, began_on, is_sure, organisation_id
)"""


def _placed(counted: Counted, index: Index) -> str:
    """The first placement of a set that began, or still ran, since the index: after how many days."""
    plain = counted == PLAIN_PAID_WORK
    return f""",
{_placed_name(counted, index)} as (
    select distinct on (trajectory_id) trajectory_id, greatest(starts_on - {_index_day(index)}, 0) as days,
           {"true" if plain else "counts is true"} as is_sure
    from {"spell" if plain else f"counted_placement{suffix(counted)}"} as placement
    join (select id as trajectory_id, started_on, ended_on as trajectory_ended_on from timed) as own
        using (trajectory_id)
    where starts_on >= started_on and (ends_on is null or ends_on >= {_index_day(index)})
    order by trajectory_id, days, is_sure desc
)"""


def _placed_name(counted: Counted, index: Index) -> str:
    return f"first_placed_since_{index}{suffix(counted)}"


def _index_day(index: Index) -> str:
    return "trajectory_ended_on" if index is Index.END else "started_on"


def _wait(metric: DurationMetric) -> str:
    """The wait of each trajectory for one duration, as far as the metric looks."""
    timed = _in_job(metric.counted) if metric.timed is Duration.TIME_IN_FIRST_JOB else _until_placed(metric)
    days, is_over = "days", "is_over"
    if metric.horizon_months is not None:
        longest = f"cast(since + interval '{metric.horizon_months} months' as date) - since"
        days, is_over = f"least(days, {longest})", f"is_over and days <= {longest}"
    return f"""    select id, participant_id, organisation_id, registered_on, number, '{metric.code}' as duration,
           {days} as days, {is_over} as is_over
    from ({timed}) as timed_so"""


def _until_placed(metric: DurationMetric) -> str:
    name, first = _placed_name(metric.counted, metric.index), f"first_placement{suffix(metric.counted)}"
    since = "timed.ended_on" if metric.index is Index.END else "timed.started_on"
    return f"""
        select timed.id, timed.participant_id, {first}.organisation_id, registered_on, timed.number, {since} as since,
               coalesce({name}.days, greatest(least(died_on, :as_of) - {since}, 0)) as days,
               coalesce({name}.is_sure, false) as is_over
        from timed
        left join {name} on {name}.trajectory_id = timed.id
        left join {first} on {first}.trajectory_id = timed.id
        where {since} is not null
    """


def _in_job(counted: Counted) -> str:
    return f"""
        select id, participant_id, organisation_id, registered_on, number, began_on as since,
               case when not is_sure then 0
                    when not has_ended then proven_until - began_on
                    when died_on <= job_ended_on then job_ended_on - began_on
                    else job_ended_on - began_on + 1 end as days,
               is_sure and has_ended and coalesce(died_on > job_ended_on, true) as is_over
        from timed join first_job{suffix(counted)} on trajectory_id = id
    """


@lru_cache(maxsize=64)
def waits_statement(metrics: tuple[DurationMetric, ...]) -> TextClause:
    """How many people have each wait, for each duration by its code."""
    counted = "select duration, days, is_over, count(*) as people from wait_of_person group by duration, days, is_over"
    return text(f"{waits(metrics)}{counted}")


STEPS = f"array[{', '.join(str(days_after(months)) for months in TOLD_MONTHS)}]"
WAITS_BY_MONTH: TextClause = text(
    f"""{waits(tuple(DURATIONS.values()))},
in_step as (
    select duration, participant_id, organisation_id, is_over,
           width_bucket(case when is_over then days - 1 else days end, {STEPS}) as step
    from wait_of_person
)
select duration, step, is_over, count(*) as people, cast(null as float) as largest_employer_share,
       cast(null as bigint[]) as marks
from in_step
group by duration, step, is_over
union all
select duration, null, null, null, cast(max(people) as float) / sum(people), null
from (
    select duration, organisation_id, count(*) as people
    from in_step
    where organisation_id is not null
    group by duration, organisation_id
) as at_employer
group by duration
union all
select null, null, null, null, null, array_agg(array[box, mark])
from (
    select {BOX} as box, {sum_of_marks("participant_id, duration, step, is_over")} as mark
    from in_step
    group by box
) as marked"""
)
"""How many people have each wait by the told month that it reaches, and what they leave in a report's fingerprint.

`step` is how many told months have passed: before it was over, or before somebody was last seen. One row per duration
has of the people with a job the share at the one employer with most of them.
"""
