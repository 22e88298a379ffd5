"""The rules of `app.rules.evidence`, as SQL over all people at once.

Every part is a set: statements, proof points, doubts. Parts meet through hash joins on the spell or the person, so
that the cost grows with the number of statements, not with the square of it. Only where statements of one day disagree
are they put in order.
"""

from __future__ import annotations

from app.outcomes.facts_sql import STANDS, STRENGTH_OF, person_of, whose

INTERRUPTION = """case when not may_still_run_before and ended_before >= worked_until_before then
               case what when 'began' then day - ended_before - 1
                         when 'seen_out_of_work' then day - ended_before end
           end as interruption"""
ENDED_BEFORE = """max(ends_on) over before as ended_before,
               bool_or(may_still_run) over before as may_still_run_before"""
BEFORE = """window before as (
            partition by participant_id order by day, what
            rows between unbounded preceding and 1 preceding
        )"""

EVIDENCE = f"""
said as (
    select person.participant_id, placement_id, observed_on as day, in_paid_work, recorded_at,
           case source {STRENGTH_OF} end as strength
    from {whose("observation")} join person on person.participant_id = {person_of("observation")}
    where {STANDS} and observed_on <= :as_of
),
disputed_day as (
    select participant_id, day from said
    group by participant_id, day
    having bool_or(in_paid_work) <> bool_and(in_paid_work)
),
last_word as (
    select participant_id, day, bool_and(in_paid_work) as every_one_is_yes, bool_or(in_paid_work) as one_is_yes
    from (
        select participant_id, day, in_paid_work,
               rank() over (partition by participant_id, day order by strength desc, recorded_at desc) as place
        from said join disputed_day using (participant_id, day)
    ) as ranked
    where place = 1
    group by participant_id, day
),
standing as (
    select said.participant_id, placement_id, said.day, in_paid_work, strength
    from said left join last_word using (participant_id, day)
    where last_word.day is null or (in_paid_work = every_one_is_yes and in_paid_work = one_is_yes)
),
proof_point as (
    select spell.id as spell_id, day, strength, placement_id is not null as own
    from spell join standing using (participant_id)
    where in_paid_work
      and (placement_id = spell.id or (placement_id is null and ends_on is null))
      and starts_on <= day and (ends_on is null or day <= ends_on)
    union all
    select id, ends_on, end_strength, true from spell where ends_on is not null
),
doubt as (
    select distinct spell.id as spell_id, day, strength
    from spell join standing using (participant_id)
    where not in_paid_work and starts_on < day and (ends_on is null or day < ends_on)
),
overruling as (
    select doubt.spell_id, doubt.day,
           coalesce(min(proof_point.day), 'infinity') as overruled_on,
           coalesce(min(proof_point.day) filter (where own), 'infinity') as overruled_by_own_on
    from doubt
    left join proof_point on proof_point.spell_id = doubt.spell_id
        and proof_point.day >= doubt.day and proof_point.strength >= doubt.strength
    group by doubt.spell_id, doubt.day, doubt.strength
),
weighed_proof_point as (
    select proof_point.spell_id, proof_point.day, own,
           coalesce(max(overruled_on), '-infinity') <= proof_point.day as counts,
           coalesce(max(overruled_by_own_on), '-infinity') <= proof_point.day as counts_by_own
    from proof_point
    left join overruling on overruling.spell_id = proof_point.spell_id and overruling.day < proof_point.day
    group by proof_point.spell_id, proof_point.day, own
),
reach as (
    select spell_id,
           max(day) filter (where counts) as proven_until,
           max(day) filter (where own and counts_by_own) as own_proof_until
    from weighed_proof_point
    group by spell_id
),
proven_spell as (
    select spell.*,
           coalesce(proven_until, starts_on) as proven_until,
           coalesce(own_proof_until, starts_on) as own_proof_until
    from spell left join reach on reach.spell_id = spell.id
),
day_at_work as (
    select distinct participant_id, day from standing where in_paid_work
),
day_out_of_work as (
    select distinct participant_id, day,
           exists (
               select from spell
               where spell.participant_id = standing.participant_id
                 and starts_on = day and ends_on is distinct from starts_on
           ) as work_begins
    from standing
    where not in_paid_work
      and not exists (
          select from proven_spell
          where proven_spell.participant_id = standing.participant_id
            and starts_on < day and day < proven_until
      )
),
working_life as (
    select participant_id, starts_on as day, 'began' as what, proven_until as worked_until, ends_on,
           ends_on is null as may_still_run, organisation_id, own_proof_until, false as work_begins
    from proven_spell
    union all
    select participant_id, day, 'seen_at_work', day, null, false, null, null, false from day_at_work
    union all
    select participant_id, day, 'seen_out_of_work', null, null, false, null, null, work_begins from day_out_of_work
),
event as (
    select *,
           case when what <> 'seen_out_of_work' then day - worked_until_before - 1 end as hole,
           {INTERRUPTION}
    from (
        select *,
               max(worked_until) over before as worked_until_before,
               {ENDED_BEFORE}
        from working_life
        {BEFORE}
    ) as in_order
)"""
"""`event` is each working life in order; on one day a spell begins before anything else (`what` sorts so).

`hole` counts the days without proven work before an event, `interruption` those that are proven to be without work.
"""
