-- Made-up outcomes in large, made by the database itself: :people participants, a thousand to a programme.
-- Chance is a hash of the participant and of what is drawn, so that every run makes the same people.

create temp table drawn as
select i, (i % greatest(:people / 1000, 1)) + 1 as programme_number,
       md5('participant' || i)::uuid as participant_id,
       date '2026-06-30' - 60 - abs(hashint4(i * 7 + 1)) % 1800 as registered_on,
       abs(hashint4(i * 7 + 2)) % 1000 as starts, abs(hashint4(i * 7 + 3)) % 1000 as placed,
       abs(hashint4(i * 7 + 4)) % 400 as waits, abs(hashint4(i * 7 + 5)) % 1000 as lasts,
       abs(hashint4(i * 7 + 6)) as more
from generate_series(1, :people) as i;

insert into organisation (id, recorded_at, version, changed_at, name, roles)
select md5('organisation' || i)::uuid, '2020-01-01', 1, '2020-01-01', 'Organisation ' || i, array['employer']
from generate_series(1, greatest(:people / 50, 1)) as i;

insert into programme (id, recorded_at, version, changed_at, name, target_groups, sectors, target_occupations,
    follow_up_months, contact_norm_days, entry_requirements, phases, scaling_criteria, effective_elements,
    lead_organisation_id)
select md5('programme' || i)::uuid, '2020-01-01', 1, '2020-01-01', 'Programme ' || lpad(i::text, 5, '0'), '{}', '{}',
    '{}', '{3,6,12,24}', 21, '[]', '[]', '[]', '[]', md5('organisation1')::uuid
from generate_series(1, greatest(:people / 1000, 1)) as i;

insert into cohort (id, recorded_at, version, changed_at, name, programme_id)
select md5('cohort' || i || '-' || year)::uuid, '2020-01-01', 1, '2020-01-01', year::text,
    md5('programme' || i)::uuid
from generate_series(1, greatest(:people / 1000, 1)) as i, generate_series(2021, 2026) as year;

insert into participant (id, recorded_at, version, changed_at, number, first_name, last_name, lead_organisation_id,
    programme_ids, search_name)
select participant_id, registered_on, 1, registered_on, 'D' || i, 'Deelnemer', i::text, md5('organisation1')::uuid,
    array[md5('programme' || programme_number)::uuid], 'deelnemer ' || i
from drawn;

insert into participant_profile (id, recorded_at, version, changed_at, gender, education, earlier_occupations,
    wished_sectors, wished_occupations, programme_ids, skills, prior_learning)
select participant_id, registered_on, 1, registered_on,
    case when more % 100 < 48 then 'male' when more % 100 < 97 then 'female' end, more % 7,
    '{}', '{}', '{}', array[md5('programme' || programme_number)::uuid], '{}', '{}'
from drawn;

-- One in twenty comes back for a second trajectory.
create temp table drawn_trajectory as
select *, md5('trajectory' || i)::uuid as trajectory_id, 'T' || i as number, registered_on as begins_on,
       case when starts < 850 then registered_on + 14 + more % 60 end as started_on
from drawn
union all
select *, md5('again' || i)::uuid, 'T' || i || '-2', registered_on + 400, registered_on + 420
from drawn
where more % 20 = 0 and registered_on + 420 < date '2026-06-30';

insert into trajectory (id, recorded_at, version, changed_at, number, cohort_id, municipality_code, registered_on,
    decision, decided_on, started_on, ended_on, end_outcome, end_reason, destination, programme_id, participant_id,
    state, contact_norm_days, silent_after)
select trajectory_id, begins_on, 1, begins_on, number,
    md5('cohort' || programme_number || '-' || extract(year from begins_on))::uuid,
    'GM' || lpad((more % 340)::text, 4, '0'), begins_on,
    case when started_on is not null then 'admitted' else 'declined' end, begins_on + 10, started_on, ended_on,
    case when ended_on is not null then case when lasts % 4 = 0 then 'dropped_out' else 'completed' end end,
    case when ended_on is not null and lasts % 4 = 0 then 'other' end,
    case when ended_on is not null then case when more % 250 = 0 then 'deceased' else 'unknown' end end,
    md5('programme' || programme_number)::uuid, participant_id,
    case when started_on is null then 'declined' when ended_on is not null then 'closed' else 'active' end, 21,
    date '2026-06-30'
from (
    select *, case when started_on + 365 + lasts % 200 < date '2026-06-30' then started_on + 365 + lasts % 200 end
        as ended_on
    from drawn_trajectory
) as one;

-- Seven in ten who started find paid work; half of it has ended, and a third of those find more.
create temp table drawn_placement as
select md5('placement' || trajectory_id)::uuid as placement_id, 1 as nth, trajectory_id, participant_id,
       programme_number, i, more, number, lasts, started_on + waits as starts_on,
       case when lasts < 550 and started_on + waits + lasts * 2 < date '2026-06-30' then started_on + waits + lasts * 2
       end as ends_on
from drawn_trajectory
where placed < 700 and started_on + waits < date '2026-06-30';

insert into drawn_placement
select md5('next' || trajectory_id)::uuid, 2, trajectory_id, participant_id, programme_number, i, more,
       number || 'b', lasts, ends_on + more % 120, null
from drawn_placement
where ends_on is not null and more % 3 = 0 and ends_on + more % 120 < date '2026-06-30';

insert into placement (id, recorded_at, version, changed_at, programme_id, trajectory_id, participant_id, kind, contract,
    hours, starts_on, expected_end_on, ends_on, end_reason, end_source, number, organisation_id)
select placement_id, starts_on, 1, starts_on, md5('programme' || programme_number)::uuid, trajectory_id,
    participant_id, (array['regular_job', 'agency_job', 'subsidised_job', 'regular_job', 'internship'])[1 + more % 5],
    (array['permanent', 'fixed_term', 'agency', null])[1 + more % 4], 8 + more % 32, starts_on, null, ends_on,
    case when ends_on is not null then 'contract_ended' end,
    case when ends_on is not null then (array['employer', 'coach', 'participant', null])[1 + more % 4] end, number,
    md5('organisation' || 1 + (i + nth * 13) % greatest(:people / 50, 1))::uuid
from drawn_placement;

-- Follow-ups at 3, 6, 12 and 24 months: four in five are answered, some answers are corrected later.
create temp table drawn_follow_up as
select *, abs(hashint4(i * 31 + month * 7 + nth)) % 1000 as luck,
       (starts_on + make_interval(months => month))::date as due_on
from drawn_placement, unnest(array[3, 6, 12, 24]) as month
where nth = 1;

insert into follow_up (id, recorded_at, version, changed_at, programme_id, trajectory_id, participant_id, placement_id,
    organisation_id, month, due_on, opens_on, closes_on, state, closed_on, times_asked)
select md5('follow-up' || trajectory_id || month)::uuid, starts_on, 1, starts_on,
    md5('programme' || programme_number)::uuid, trajectory_id, participant_id, placement_id,
    md5('organisation' || 1 + (i + 13) % greatest(:people / 50, 1))::uuid, month, due_on, due_on - 14, due_on + 60,
    case when due_on > date '2026-06-30' then 'planned' when luck < 800 then 'answered' when luck < 840 then 'refused'
         when luck < 890 then 'unreachable' else 'unanswered' end,
    case when due_on <= date '2026-06-30' and luck between 800 and 889 then due_on end, 1
from drawn_follow_up;

insert into observation (id, recorded_at, programme_id, trajectory_id, participant_id, placement_id, observed_on,
    in_paid_work, source, superseded_at)
select md5('observation' || trajectory_id || month || copy)::uuid, due_on + copy, md5('programme' || programme_number)::uuid,
    trajectory_id, participant_id, case when still or luck % 3 > 0 then placement_id end, due_on - luck % 9,
    case when copy = 1 and luck % 10 = 0 then not still else still end,
    (array['employer', 'participant', 'coach', 'register'])[1 + (luck + copy) % 4],
    case when copy = 1 and luck % 4 < 2 then due_on + 5 end
from (
    select *, case when luck % 50 = 0 then lasts % 2 = 0 else ends_on is null or ends_on >= due_on end as still
    from drawn_follow_up
    where due_on <= date '2026-06-30' and luck < 800
) as answered, generate_series(1, 2) as copy
where copy = 2 or luck % 10 = 0;

insert into trajectory_history select changed_at, 'infinity', trajectory.* from trajectory;
insert into placement_history select changed_at, 'infinity', placement.* from placement;
insert into follow_up_history select changed_at, 'infinity', follow_up.* from follow_up;
insert into participant_profile_history select changed_at, 'infinity', participant_profile.* from participant_profile;
insert into programme_history select changed_at, 'infinity', programme.* from programme;
insert into cohort_history select changed_at, 'infinity', cohort.* from cohort;
insert into organisation_history select changed_at, 'infinity', organisation.* from organisation;
