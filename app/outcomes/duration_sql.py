"""The rules of `app.rules.durations`, as SQL: per person one wait for each duration, counted by length."""

from __future__ import annotations

from sqlalchemy import TextClause, text

from app.outcomes.evidence_sql import EVIDENCE
from app.outcomes.facts_sql import facts
from app.outcomes.fingerprint_sql import BOX, sum_of_marks
from app.rules.durations import Duration
from app.rules.life_table import TOLD_MONTHS, days_after
from app.rules.working_life import LONGEST_HOLE

DIED_ON = "least(trajectory_in_scope.died_on, death_at_work.died_on)"

WAITS = f"""with{facts()},{EVIDENCE},
with_first_employer as (
    select first_placement.trajectory_id, first_placement.starts_on as began_on, proven_spell.organisation_id,
           proven_spell.starts_on, proven_spell.ends_on, proven_spell.own_proof_until,
           max(coalesce(proven_spell.ends_on, 'infinity')) over (
               partition by first_placement.trajectory_id
               order by proven_spell.id <> first_placement.id, proven_spell.starts_on, proven_spell.id
               rows between unbounded preceding and 1 preceding
           ) as ended_before,
           proven_spell.id <> first_placement.id as is_later, proven_spell.id as spell_id
    from first_placement
    join proven_spell on proven_spell.participant_id = first_placement.participant_id
        and proven_spell.organisation_id = first_placement.organisation_id
        and proven_spell.starts_on >= first_placement.starts_on
),
first_employer_in_order as (
    select *, bool_or(starts_on > ended_before + {LONGEST_HOLE + 1}) over (
               partition by trajectory_id order by is_later, starts_on, spell_id
           ) as after_a_break
    from with_first_employer
),
first_job as (
    select trajectory_id, began_on, organisation_id, bool_and(ends_on is not null) as has_ended,
           max(ends_on) as ended_on, max(own_proof_until) as proven_until
    from first_employer_in_order
    where after_a_break is not true
    group by trajectory_id, began_on, organisation_id
),
timed as (
    select trajectory_in_scope.id, participant_id, registered_on, number,
           trajectory_in_scope.started_on, placed_on, {DIED_ON} as died_on,
           first_job.trajectory_id is not null as has_job, first_job.organisation_id,
           first_job.began_on, has_ended, first_job.ended_on, proven_until
    from trajectory_in_scope
    left join placed_since_start on placed_since_start.trajectory_id = trajectory_in_scope.id
    left join first_job on first_job.trajectory_id = trajectory_in_scope.id
    left join death_at_work using (participant_id)
    where trajectory_in_scope.started_on is not null
),
wait as (
    select id, participant_id, organisation_id, registered_on, number, '{Duration.TIME_TO_FIRST_PLACEMENT}' as duration,
           coalesce(placed_on - started_on, greatest(least(died_on, :as_of) - started_on, 0)) as days,
           placed_on is not null as is_over
    from timed
    union all
    select id, participant_id, organisation_id, registered_on, number, '{Duration.TIME_IN_FIRST_JOB}',
           case when not has_ended then proven_until - began_on
                when died_on <= ended_on then ended_on - began_on
                else ended_on - began_on + 1 end,
           has_ended and coalesce(died_on > ended_on, true)
    from timed
    where has_job
),
wait_of_person as (
    select distinct on (duration, participant_id) duration, participant_id, organisation_id, days, is_over
    from wait
    order by duration, participant_id, registered_on, number collate "C", id
)
"""

WAITS_STATEMENT: TextClause = text(
    f"{WAITS}select duration, days, is_over, count(*) as people from wait_of_person group by duration, days, is_over"
)
"""How many people have each wait, for each duration."""

STEPS = f"array[{', '.join(str(days_after(months)) for months in TOLD_MONTHS)}]"
WAITS_BY_MONTH: TextClause = text(
    f"""{WAITS},
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
