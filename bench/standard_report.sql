-- The standard report as somebody would write it by hand, over the base tables as they are now: by programme and in
-- all, placed within 12 months, and 12 months after the first job in work, without interruption, with one employer.

with strength (source, weight) as (
    values ('register', 4), ('payslip', 4), ('employer', 3), ('participant', 2), ('coach', 1), ('coordinator', 1)
),
job as (
    select id, participant_id, trajectory_id, organisation_id, number, starts_on,
           case when ends_on <= :as_of then ends_on end as ends_on, coalesce(weight, 1) as weight
    from placement left join strength on source = end_source
    where kind in ('regular_job', 'agency_job', 'subsidised_job', 'self_employment', 'apprenticeship')
      and starts_on <= :as_of
),
first_job as (
    select distinct on (trajectory_id) trajectory_id, id, organisation_id, starts_on,
           cast(starts_on + interval '12 months' as date) as target
    from job
    order by trajectory_id, starts_on, number collate "C", id
),
followed as (
    select trajectory.id, trajectory.participant_id, trajectory.programme_id, registered_on, number, started_on,
           first_job.id as job_id, organisation_id, starts_on, target,
           cast(started_on + interval '12 months' as date) as placed_by,
           case when 'deceased' in (destination, end_reason) and ended_on <= :as_of then ended_on end as died_on
    from trajectory left join first_job on trajectory_id = trajectory.id
    where started_on <= :as_of and registered_on <= :as_of
),
died_at_work as (
    select participant_id, min(ends_on) as died_on from placement
    where end_reason = 'deceased' and ends_on <= :as_of
    group by participant_id
),
due as (
    select id, participant_id, organisation_id, starts_on, target from followed where target <= :as_of
),
asked as (
    select distinct participant_id from due
),
said as (
    select participant_id, placement_id, observed_on as day, in_paid_work, weight, recorded_at
    from observation join asked using (participant_id) join strength using (source)
    where superseded_at is null and observed_on <= :as_of
),
disputed as (
    select participant_id, day from said group by participant_id, day having bool_or(in_paid_work) <> bool_and(in_paid_work)
),
last_word as (
    select participant_id, day, bool_or(in_paid_work) as yes, bool_and(in_paid_work) as only_yes
    from (
        select participant_id, day, in_paid_work,
               rank() over (partition by participant_id, day order by weight desc, recorded_at desc) as place
        from said join disputed using (participant_id, day)
    ) as ranked
    where place = 1
    group by participant_id, day
),
standing as (
    select said.participant_id, placement_id, said.day, in_paid_work, weight
    from said left join last_word using (participant_id, day)
    where yes is null or (in_paid_work = yes and in_paid_work = only_yes)
),
life as (
    select job.* from job join asked using (participant_id)
),
proof as (
    select life.id, day, standing.weight, placement_id is not null as own
    from life join standing using (participant_id)
    where in_paid_work and (placement_id = life.id or (placement_id is null and ends_on is null))
      and day between starts_on and coalesce(ends_on, 'infinity')
    union all
    select id, ends_on, weight, true from life where ends_on is not null
),
doubt as (
    select life.id, day, standing.weight
    from life join standing using (participant_id)
    where not in_paid_work and starts_on < day and day < coalesce(ends_on, 'infinity')
    group by life.id, day, standing.weight
),
answer as (
    select doubt.id, doubt.day, coalesce(min(proof.day), 'infinity') as any_on,
           coalesce(min(proof.day) filter (where own), 'infinity') as own_on
    from doubt left join proof on proof.id = doubt.id and proof.day >= doubt.day and proof.weight >= doubt.weight
    group by doubt.id, doubt.day, doubt.weight
),
counted as (
    select proof.id, proof.day, own,
           coalesce(max(any_on), '-infinity') <= proof.day as counts,
           coalesce(max(own_on), '-infinity') <= proof.day as counts_own
    from proof left join answer on answer.id = proof.id and answer.day < proof.day
    group by proof.id, proof.day, own
),
proven as (
    select id, max(day) filter (where counts) as until, max(day) filter (where own and counts_own) as own_until
    from counted
    group by id
),
spell as (
    select life.*, coalesce(until, starts_on) as until, coalesce(own_until, starts_on) as own_until
    from life left join proven using (id)
),
out_of_work as (
    select distinct participant_id, day from standing
    where not in_paid_work and not exists (
        select from spell
        where spell.participant_id = standing.participant_id and starts_on < standing.day and standing.day < until
    )
),
event as (
    select participant_id, starts_on as day, 1 as what, until, ends_on, ends_on is null as open, organisation_id,
           own_until, false as begins
    from spell
    union all
    select distinct participant_id, day, 2, day, cast(null as date), false, cast(null as uuid), cast(null as date), false
    from standing where in_paid_work
    union all
    select participant_id, day, 3, null, null, false, null, null, exists (
        select from life
        where life.participant_id = out_of_work.participant_id and starts_on = day and ends_on is distinct from starts_on
    )
    from out_of_work
),
gap as (
    select participant_id, day, what, until, ends_on, open, organisation_id, own_until, begins,
           case when what < 3 then day - max(until) over earlier - 1 end as hole,
           case when not bool_or(open) over earlier and max(ends_on) over earlier >= max(until) over earlier then
               case what when 1 then day - max(ends_on) over earlier - 1 when 3 then day - max(ends_on) over earlier end
           end as interruption
    from event
    window earlier as (
        partition by participant_id order by day, what rows between unbounded preceding and 1 preceding
    )
),
at_target as (
    select due.id, target, bool_or(day <= target and until >= target) as at_work,
           max(least(until, target - 1)) filter (where day < target and until is not null) as last_worked,
           min(greatest(day, target + 1)) filter (where until > target) as next_worked,
           bool_or(open) filter (where day <= target) as may_run,
           max(ends_on) filter (where day <= target) as ended,
           min(day) filter (where what = 1 and day > target) as next_start,
           max(day) filter (where what = 3 and (day = target or (day < target and not begins))) as last_out,
           min(day) filter (where what = 3 and day > target) as next_out,
           max(hole) filter (where starts_on < day and day <= target) as hole,
           max(interruption) filter (where starts_on < day and day <= target) as interruption,
           bool_or(day <= target and own_until >= target) filter (where same) as with_same,
           bool_and(ends_on is not null and ends_on < target) filter (where same and day <= target) as left_it
    from (
        select due.id, due.target, due.starts_on, gap.*, gap.organisation_id = due.organisation_id as same
        from due join gap using (participant_id)
    ) as due
    group by due.id, target
),
seen as (
    select *,
           coalesce(last_out >= target - 31 and (last_worked is null or last_worked <= last_out), false)
           or coalesce(next_out <= target + 31 and (next_worked is null or next_worked >= next_out), false) as out,
           coalesce(not may_run and ended < target and last_worked <= ended
               and (next_worked = next_start or next_out <= coalesce(next_worked, next_out)), false) as between_jobs
    from at_target
),
judged as (
    select id, case when at_work then true when out or between_jobs then false end as in_work,
           case when with_same then true when left_it or out then false end as same_employer,
           interruption, hole
    from seen
),
placed as (
    select trajectory_id, min(job.starts_on) as placed_on
    from job join followed on followed.id = trajectory_id and job.starts_on >= started_on
    group by trajectory_id
),
state as (
    select followed.participant_id, followed.programme_id, followed.organisation_id, registered_on, number, followed.id,
           job_id is not null as has_job,
           case when least(followed.died_on, died_at_work.died_on) <= placed_by then 'excluded'
                when placed_by > :as_of then 'not_yet_due' when placed_on <= placed_by then 'yes' else 'no' end as placed,
           in_work, same_employer,
           case when not in_work or interruption > 31 then false
                when in_work and coalesce(hole <= 31, true) then true end as uninterrupted,
           case when least(followed.died_on, died_at_work.died_on) <= target then 'excluded'
                when target > :as_of then 'not_yet_due' end as before,
           coalesce(follow_up.state, 'unanswered') as unknown
    from followed
    left join placed on placed.trajectory_id = followed.id
    left join died_at_work using (participant_id)
    left join judged on judged.id = followed.id
    left join follow_up on placement_id = job_id and month = 12 and follow_up.state in ('refused', 'unreachable')
        and closed_on <= :as_of
),
voice as (
    select *,
           row_number() over (partition by participant_id order by registered_on, number collate "C", id) = 1 as in_all,
           row_number() over (partition by participant_id, programme_id
               order by registered_on, number collate "C", id) = 1 as in_programme,
           row_number() over (partition by participant_id, has_job
               order by registered_on, number collate "C", id) = 1 as job_in_all,
           row_number() over (partition by participant_id, programme_id, has_job
               order by registered_on, number collate "C", id) = 1 as job_in_programme
    from state
),
person as (
    select is_total, case when not is_total then programme_id end as programme_id, metric, organisation_id, answer
    from voice
    cross join (values (true), (false)) as kind (is_total)
    cross join lateral (values
        ('placed_within_12_months', placed, case when is_total then in_all else in_programme end),
        ('retention_12_months_in_work',
         coalesce(before, case in_work when true then 'yes' when false then 'no' end, unknown),
         has_job and case when is_total then job_in_all else job_in_programme end),
        ('retention_12_months_uninterrupted',
         coalesce(before, case uninterrupted when true then 'yes' when false then 'no' end, unknown),
         has_job and case when is_total then job_in_all else job_in_programme end),
        ('retention_12_months_same_employer',
         coalesce(before, case same_employer when true then 'yes' when false then 'no' end, unknown),
         has_job and case when is_total then job_in_all else job_in_programme end)
    ) as one (metric, answer, speaks)
    where speaks
),
of_employer as (
    select is_total, programme_id, metric, organisation_id,
           count(*) filter (where answer = 'excluded') as excluded,
           count(*) filter (where answer = 'not_yet_due') as not_yet_due,
           count(*) filter (where answer = 'yes') as yes,
           count(*) filter (where answer = 'no') as no,
           count(*) filter (where answer = 'unanswered') as unanswered,
           count(*) filter (where answer = 'unreachable') as unreachable,
           count(*) filter (where answer = 'refused') as refused,
           count(*) filter (where answer not in ('excluded', 'not_yet_due')) as due
    from person
    group by is_total, programme_id, metric, organisation_id
)
select metric, is_total, programme.name as programme, sum(yes)::int as yes, sum(no)::int as no,
       sum(not_yet_due)::int as not_yet_due, sum(unanswered)::int as unanswered, sum(unreachable)::int as unreachable,
       sum(refused)::int as refused, sum(excluded)::int as excluded,
       cast(max(due) filter (where organisation_id is not null) as float)
           / nullif(sum(due) filter (where organisation_id is not null), 0) as largest_employer_share
from of_employer left join programme on programme.id = programme_id
group by metric, is_total, programme.name
