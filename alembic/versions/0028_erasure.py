"""It can be erased who somebody is."""

from alembic import op

revision = "0028_erasure"
down_revision = "0027_employer_size_in_reports"

UPGRADE = (
    "alter table participant add column erased_at timestamptz",
    "alter table participant add column erased_because varchar(40)",
    """
    alter table participant
        add constraint ck_participant_erasure_reason
            check (erased_because in ('asked', 'no_longer_needed', 'never_allowed')),
        add constraint ck_participant_erased_for_a_reason check ((erased_at is null) = (erased_because is null)),
        add constraint ck_participant_erased_has_no_address
            check (erased_at is null or coalesce(email, phone, contact_language) is null)
    """,
    """
    create function erase_person(person uuid, moment timestamptz) returns void language plpgsql security definer
    set search_path = pg_catalog, public as $$
    declare
        eraser uuid := nullif(current_setting('app.account', true), '')::uuid;
    begin
        if not exists (
            select from participant
            where id = person and (current_setting('role') = 'bestendig_owner' or programme_ids <@
                acting_programmes())
        ) then
            raise exception 'Whoever erases somebody is on the team of each of their programmes.'
                using errcode = 'insufficient_privilege';
        end if;
        update participant_profile set birth_date = (select min(day)::date from
            generate_series(date_trunc('year', birth_date::timestamp), birth_date::timestamp, interval '1 day') as
            day where not exists (select from (select coalesce(started_on, registered_on) as began_on from
            trajectory_history where participant_id = person) as known where case when birth_date <= began_on then
            case when began_on < birth_date + interval '27 years' then 'under_27' when began_on < birth_date +
            interval '35 years' then '27_to_34' when began_on < birth_date + interval '45 years' then '35_to_44'
            when began_on < birth_date + interval '55 years' then '45_to_54' when began_on < birth_date + interval
            '200 years' then '55_or_older' end end is distinct from case when day::date <= began_on then case when
            began_on < day::date + interval '27 years' then 'under_27' when began_on < day::date + interval '35
            years' then '27_to_34' when began_on < day::date + interval '45 years' then '35_to_44' when began_on <
            day::date + interval '55 years' then '45_to_54' when began_on < day::date + interval '200 years' then
            '55_or_older' end end)), ambitions = null, skills = '[]', prior_learning = '[]', version = version + 1,
            changed_at = moment, changed_by = eraser where id = person and (birth_date is not null or ambitions is
            not null or skills <> '[]' or prior_learning <> '[]');
        update participant_profile_history set birth_date = (select min(day)::date from
            generate_series(date_trunc('year', birth_date::timestamp), birth_date::timestamp, interval '1 day') as
            day where not exists (select from (select coalesce(started_on, registered_on) as began_on from
            trajectory_history where participant_id = person) as known where case when birth_date <= began_on then
            case when began_on < birth_date + interval '27 years' then 'under_27' when began_on < birth_date +
            interval '35 years' then '27_to_34' when began_on < birth_date + interval '45 years' then '35_to_44'
            when began_on < birth_date + interval '55 years' then '45_to_54' when began_on < birth_date + interval
            '200 years' then '55_or_older' end end is distinct from case when day::date <= began_on then case when
            began_on < day::date + interval '27 years' then 'under_27' when began_on < day::date + interval '35
            years' then '27_to_34' when began_on < day::date + interval '45 years' then '35_to_44' when began_on <
            day::date + interval '55 years' then '45_to_54' when began_on < day::date + interval '200 years' then
            '55_or_older' end end)), ambitions = null, skills = '[]', prior_learning = '[]' where id = person and
            (birth_date is not null or ambitions is not null or skills <> '[]' or prior_learning <> '[]');
        update trajectory set decision_reason = null, end_note = null, version = version + 1, changed_at =
            moment, changed_by = eraser where participant_id = person and (decision_reason is not null or end_note
            is not null);
        update trajectory_history set decision_reason = null, end_note = null where participant_id = person and
            (decision_reason is not null or end_note is not null);
        update coaching_contact set note = null, topics = '{}', version = version + 1, changed_at = moment,
            changed_by = eraser where participant_id = person and (note is not null or topics <> '{}');
        update coaching_contact_history set note = null, topics = '{}' where participant_id = person and (note
            is not null or topics <> '{}');
        update placement set job_title = null, end_note = null, version = version + 1, changed_at = moment,
            changed_by = eraser where participant_id = person and (job_title is not null or end_note is not null);
        update placement_history set job_title = null, end_note = null where participant_id = person and
            (job_title is not null or end_note is not null);
        update follow_up set reason = null, acknowledged_because = null, moved_because = case when moved_because
            is not null then '-' end, version = version + 1, changed_at = moment, changed_by = eraser where
            participant_id = person and (reason is not null or acknowledged_because is not null or moved_because <>
            '-');
        update follow_up_history set reason = null, acknowledged_because = null, moved_because = case when
            moved_because is not null then '-' end where participant_id = person and (reason is not null or
            acknowledged_because is not null or moved_because <> '-');
        update task set title = case when title is not null then '-' end, version = version + 1, changed_at =
            moment, changed_by = eraser where participant_id = person and (title <> '-');
        update language_support set provider = null, version = version + 1, changed_at = moment, changed_by =
            eraser where participant_id = person and (provider is not null);
        update workplace_support set note = null, version = version + 1, changed_at = moment, changed_by =
            eraser where participant_id = person and (note is not null);
        update trajectory_event set reason = null where participant_id = person and (reason is not null);
        update assignment set reason = null where participant_id = person and (reason is not null);
        update circumstance set arrangement = null where participant_id = person and (arrangement is not null);
        update motivation_interview set note = null where participant_id = person and (note is not null);
        update screening_decision set reason = case when reason is not null then '-' end, conditions = '{}'
            where participant_id = person and (reason <> '-' or conditions <> '{}');
        update observation set note = null, told_by = null where participant_id = person and (note is not null
            or told_by is not null);
        update confirmation_link set partial = null where participant_id = person and (partial is not null);
        update message set recipient = '-', subject = null, body = null, reply = null, version = version + 1,
            changed_at = moment, changed_by = eraser, state = case when state = 'waiting' then 'cancelled' else
            state end where participant_id = person;
        update message set subject = null, body = null, reply = null, version = version + 1, changed_at =
            moment, changed_by = eraser where participant_id is null and coalesce(subject, body, reply) is not null
            and id in (select message_id from follow_up_request where participant_id = person);
        update follow_up_request set recipient = id::text where participant_id = person and asked_of =
            'participant';
        update confirmation_link set revoked_at = moment where participant_id = person and revoked_at is null;
        update rating_request set cancelled_at = coalesce(cancelled_at, moment), revoked_at = case when
            token_hash is not null then coalesce(revoked_at, moment) end, version = version + 1, changed_at =
            moment, changed_by = eraser where participant_id = person and answered_at is null;
        update rating_request set revoked_at = moment, version = version + 1, changed_at = moment, changed_by =
            eraser where participant_id = person and answered_at is not null and token_hash is not null and
            revoked_at is null;
        update audit_event set reason = null, changes = case when changes ? 'birth_date' then changes ||
            '{"birth_date": ["not shown", "not shown"]}' else changes end where (object_type, object_id) in (select
            'participant', person union all select 'trajectory', id from trajectory where participant_id = person
            union all select 'coaching_contact', id from coaching_contact where participant_id = person union all
            select 'placement', id from placement where participant_id = person union all select 'follow_up', id
            from follow_up where participant_id = person union all select 'task', id from task where participant_id
            = person union all select 'language_support', id from language_support where participant_id = person
            union all select 'workplace_support', id from workplace_support where participant_id = person union all
            select 'trajectory_event', id from trajectory_event where participant_id = person union all select
            'assignment', id from assignment where participant_id = person union all select 'circumstance', id from
            circumstance where participant_id = person union all select 'motivation_interview', id from
            motivation_interview where participant_id = person union all select 'screening_decision', id from
            screening_decision where participant_id = person union all select 'observation', id from observation
            where participant_id = person union all select 'confirmation_link', id from confirmation_link where
            participant_id = person union all select 'rating', id from rating where participant_id = person union
            all select 'rating_request', id from rating_request where participant_id = person) and (reason is not
            null or changes ? 'birth_date');
    end $$
    """,
    "revoke all on function erase_person(uuid, timestamptz) from public",
    "grant execute on function erase_person(uuid, timestamptz) to bestendig_app, bestendig_owner",
)


def upgrade() -> None:
    """Apply."""
    for statement in UPGRADE:
        op.execute(statement)


def downgrade() -> None:
    """Take back. What was erased does not come back."""
    op.execute("drop function erase_person(uuid, timestamptz)")
    op.execute("alter table participant drop column erased_because, drop column erased_at")
