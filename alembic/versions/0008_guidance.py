"""Phases, who guided somebody until when, group sessions, and what is kept of contacts."""

from alembic import op

revision = "0008_guidance"
down_revision = "0007_language"

UPGRADE = (
    """
    CREATE TABLE group_session (
        recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
        recorded_by UUID,
        version INTEGER NOT NULL,
        changed_at TIMESTAMP WITH TIME ZONE NOT NULL,
        changed_by UUID,
        held_on DATE NOT NULL,
        subject VARCHAR(200) NOT NULL,
        kind VARCHAR(40) NOT NULL,
        minutes INTEGER,
        topics TEXT[] NOT NULL,
        id UUID NOT NULL,
        programme_id UUID NOT NULL,
        cohort_id UUID,
        CONSTRAINT pk_group_session PRIMARY KEY (id),
        CONSTRAINT uq_group_session_id_programme_id UNIQUE (id, programme_id),
        CONSTRAINT fk_group_session_cohort FOREIGN KEY(cohort_id, programme_id) REFERENCES cohort (id, programme_id),
        CONSTRAINT ck_group_session_minutes_range CHECK (minutes between 0 and 1440),
        CONSTRAINT ck_group_session_topics_listed CHECK (topics <@ array['work', 'workplace', 'language', 'education', 'civic_integration', 'motivation', 'housing', 'childcare', 'family', 'network', 'debts', 'benefit', 'health', 'transport', 'digital', 'other']::text[]),
        CONSTRAINT fk_group_session_recorded_by FOREIGN KEY(recorded_by) REFERENCES account (id),
        CONSTRAINT fk_group_session_changed_by FOREIGN KEY(changed_by) REFERENCES account (id),
        CONSTRAINT ck_group_session_group_session_kind CHECK (kind IN ('training', 'information', 'peer_support', 'company_visit', 'language', 'other')),
        CONSTRAINT fk_group_session_programme_id FOREIGN KEY(programme_id) REFERENCES programme (id)
    )
    """,
    """
    CREATE INDEX ix_group_session_held ON group_session (programme_id, held_on)
    """,
    """
    CREATE TABLE assignment (
        recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
        recorded_by UUID,
        programme_id UUID NOT NULL,
        trajectory_id UUID NOT NULL,
        participant_id UUID NOT NULL,
        role VARCHAR(40) NOT NULL,
        account_id UUID,
        display_name VARCHAR(200),
        from_on DATE NOT NULL,
        until_on DATE,
        reason VARCHAR(2000),
        id UUID NOT NULL,
        CONSTRAINT pk_assignment PRIMARY KEY (id),
        CONSTRAINT fk_assignment_trajectory FOREIGN KEY(trajectory_id, programme_id, participant_id) REFERENCES trajectory (id, programme_id, participant_id),
        CONSTRAINT ck_assignment_until_on_not_before_from_on CHECK (until_on >= from_on),
        CONSTRAINT ck_assignment_somebody CHECK (account_id is not null or display_name is not null),
        CONSTRAINT fk_assignment_recorded_by FOREIGN KEY(recorded_by) REFERENCES account (id),
        CONSTRAINT fk_assignment_programme_id FOREIGN KEY(programme_id) REFERENCES programme (id),
        CONSTRAINT fk_assignment_participant_id FOREIGN KEY(participant_id) REFERENCES participant (id),
        CONSTRAINT ck_assignment_assignment_role CHECK (role IN ('coach', 'coordinator')),
        CONSTRAINT fk_assignment_account_id FOREIGN KEY(account_id) REFERENCES account (id)
    )
    """,
    """
    CREATE INDEX ix_assignment_account ON assignment (account_id) WHERE account_id is not null
    """,
    """
    CREATE INDEX ix_assignment_participant_id ON assignment (participant_id)
    """,
    """
    CREATE INDEX ix_assignment_trajectory_id ON assignment (trajectory_id)
    """,
    """
    CREATE UNIQUE INDEX uq_assignment_current ON assignment (trajectory_id, role) WHERE until_on is null
    """,
    """
    alter table coaching_contact
        add column with_whom text[] not null default '{}',
        add column group_session_id uuid
    """,
    """
    alter table coaching_contact alter column with_whom drop default
    """,
    """
    alter table coaching_contact
        add CONSTRAINT ck_coaching_contact_with_whom_listed CHECK (with_whom <@ array['participant', 'family', 'employer', 'partner', 'interpreter', 'other']::text[]),
        add CONSTRAINT fk_coaching_contact_group_session FOREIGN KEY(group_session_id, programme_id) REFERENCES group_session (id, programme_id),
        add CONSTRAINT uq_coaching_contact_group_session_id_trajectory_id UNIQUE (group_session_id, trajectory_id)
    """,
    """
    alter table trajectory_event add column phase varchar(100)
    """,
    """
    alter table trajectory
        add column phase varchar(100),
        add column phase_since date,
        add column next_contact_on date,
        add column no_show_streak integer,
        add column contact_norm_days integer,
        add column silent_after date
    """,
    """
    alter table trajectory_history
        add column phase varchar(100),
        add column phase_since date,
        add column next_contact_on date,
        add column no_show_streak integer,
        add column contact_norm_days integer,
        add column silent_after date
    """,
    """
    create table coaching_contact_history (known_from timestamptz not null, known_until timestamptz not null, like coaching_contact, constraint pk_coaching_contact_history primary key (id, known_from), constraint ck_coaching_contact_history_interval check (known_from < known_until))
    """,
    """
    create unique index uq_coaching_contact_history_current on coaching_contact_history (id) where known_until = 'infinity'
    """,
    """
    insert into coaching_contact_history select changed_at, 'infinity', coaching_contact.* from coaching_contact
    """,
    """
    create trigger coaching_contact_remember_new after insert on coaching_contact for each row execute function keep_history()
    """,
    """
    create trigger coaching_contact_remember_change after update on coaching_contact for each row when (old.version is distinct from new.version) execute function keep_history()
    """,
    """
    create or replace function keep_last_contact() returns trigger language plpgsql security definer
    set search_path = pg_catalog, public as $$
    begin
        update trajectory
        set last_contact_on = told.spoken_on, next_contact_on = told.appointment, no_show_streak = nullif(told.missed, 0)
        from (
            select contacts.trajectory_id, spoken_on, missed,
                case when appointment > latest_on then appointment end as appointment
            from (
                select trajectory_id,
                    max(contacted_on) filter (where attendance in ('came', 'late') or is_talk) as spoken_on,
                    max(contacted_on) as latest_on,
                    (array_agg(next_contact_on order by contacted_on desc, recorded_at desc)
                        filter (where next_contact_on is not null))[1] as appointment,
                    count(*) filter (
                        where attendance = 'did_not_come' and contacted_on > coalesce(answered_on, '-infinity')
                    ) as missed
                from (
                    select contact.*, is_talk, max(contacted_on) filter (where attendance <> 'did_not_come' or is_talk)
                        over (partition by trajectory_id) as answered_on
                    from coaching_contact as contact
                    cross join lateral (select attendance is null and group_session_id is null as is_talk) as unsaid
                    where trajectory_id in (select trajectory_id from changed)
                ) as contact
                group by trajectory_id
            ) as contacts
        ) as told
        where trajectory.id = told.trajectory_id
            and (last_contact_on, next_contact_on, no_show_streak)
                is distinct from (told.spoken_on, told.appointment, nullif(told.missed, 0));
        return null;
    end $$
    """,
    """
    create function contact_norm(phases jsonb, phase text, otherwise integer) returns integer language sql immutable
    set search_path = pg_catalog, public as $$
        select coalesce(
            (select (each ->> 'contactNormDays')::integer from jsonb_array_elements(phases) as each
             where each ->> 'name' = phase limit 1),
            otherwise
        )
    $$
    """,
    """
    revoke all on function contact_norm(jsonb, text, integer) from public
    """,
    """
    create function keep_contact_norm() returns trigger language plpgsql security definer
    set search_path = pg_catalog, public as $$
    begin
        if tg_op = 'INSERT' or new.phase is distinct from old.phase then
            new.contact_norm_days := (
                select contact_norm(phases, new.phase, contact_norm_days) from programme where id = new.programme_id
            );
        end if;
        new.silent_after := coalesce(new.last_contact_on, new.started_on, new.registered_on) + new.contact_norm_days;
        return new;
    end $$
    """,
    """
    revoke all on function keep_contact_norm() from public
    """,
    """
    create function keep_norm_of_programme() returns trigger language plpgsql security definer
    set search_path = pg_catalog, public as $$
    begin
        update trajectory set contact_norm_days = contact_norm(new.phases, phase, new.contact_norm_days)
        where programme_id = new.id
            and contact_norm_days is distinct from contact_norm(new.phases, phase, new.contact_norm_days);
        return null;
    end $$
    """,
    """
    revoke all on function keep_norm_of_programme() from public
    """,
    """
    create function keep_assignments() returns trigger language plpgsql security definer
    set search_path = pg_catalog, public as $$
    begin
        update assignment as held
        set until_on = greatest(held.from_on, (changed.changed_at at time zone 'Europe/Amsterdam')::date)
        from changed
        where held.trajectory_id = changed.id and until_on is null
            and case held.role
                when 'coach' then (account_id, display_name) is distinct from (coach_id, coach_name)
                else (account_id, display_name) is distinct from (coordinator_id, coordinator_name)
            end;
        insert into assignment (
            id, programme_id, trajectory_id, participant_id, role, account_id, display_name, from_on,
            recorded_at, recorded_by
        )
        select gen_random_uuid(), programme_id, id, participant_id, named.role, account_id, display_name,
            case tg_op when 'INSERT' then coalesce(started_on, registered_on)
                else (changed_at at time zone 'Europe/Amsterdam')::date end,
            changed_at, changed_by
        from changed cross join lateral (
            values ('coach', coach_id, coach_name), ('coordinator', coordinator_id, coordinator_name)
        ) as named (role, account_id, display_name)
        where (account_id is not null or display_name is not null)
            and not exists (
                select from assignment as held
                where held.trajectory_id = changed.id and held.role = named.role and until_on is null
            );
        return null;
    end $$
    """,
    """
    revoke all on function keep_assignments() from public
    """,
    """
    update trajectory
    set contact_norm_days = programme.contact_norm_days,
        silent_after = coalesce(last_contact_on, started_on, registered_on) + programme.contact_norm_days
    from programme where programme.id = trajectory.programme_id
    """,
    """
    update trajectory
    set next_contact_on = told.appointment, no_show_streak = nullif(told.missed, 0)
    from (
        select contacts.trajectory_id, spoken_on, missed,
            case when appointment > latest_on then appointment end as appointment
        from (
            select trajectory_id,
                max(contacted_on) filter (where attendance in ('came', 'late') or is_talk) as spoken_on,
                max(contacted_on) as latest_on,
                (array_agg(next_contact_on order by contacted_on desc, recorded_at desc)
                    filter (where next_contact_on is not null))[1] as appointment,
                count(*) filter (
                    where attendance = 'did_not_come' and contacted_on > coalesce(answered_on, '-infinity')
                ) as missed
            from (
                select contact.*, is_talk, max(contacted_on) filter (where attendance <> 'did_not_come' or is_talk)
                    over (partition by trajectory_id) as answered_on
                from coaching_contact as contact
                cross join lateral (select attendance is null and group_session_id is null as is_talk) as unsaid
            ) as contact
            group by trajectory_id
        ) as contacts
    ) as told
    where trajectory.id = told.trajectory_id
    """,
    """
    alter table trajectory
        add CONSTRAINT ck_trajectory_phase_has_day CHECK ((phase is null) = (phase_since is null)),
        add CONSTRAINT ck_trajectory_silence_is_kept CHECK (contact_norm_days is not null and silent_after is not null)
    """,
    """
    insert into assignment (
        id, programme_id, trajectory_id, participant_id, role, account_id, display_name, from_on, recorded_at, recorded_by
    )
    select gen_random_uuid(), programme_id, id, participant_id, named.role, account_id, display_name,
        coalesce(started_on, registered_on), changed_at, changed_by
    from trajectory cross join lateral (
        values ('coach', coach_id, coach_name), ('coordinator', coordinator_id, coordinator_name)
    ) as named (role, account_id, display_name)
    where account_id is not null or display_name is not null
    """,
    """
    drop index ix_trajectory_silent
    """,
    """
    CREATE INDEX ix_trajectory_silent ON trajectory (programme_id, silent_after) WHERE state in ('active', 'aftercare')
    """,
    """
    CREATE INDEX ix_trajectory_appointment ON trajectory (programme_id, next_contact_on) WHERE next_contact_on is not null
    """,
    """
    CREATE INDEX ix_trajectory_no_show ON trajectory (programme_id, no_show_streak) WHERE no_show_streak >= 2
    """,
    """
    create trigger trajectory_keep_contact_norm before insert or update of phase, contact_norm_days, last_contact_on, started_on, registered_on on trajectory for each row execute function keep_contact_norm()
    """,
    """
    create trigger programme_keep_norm after update on programme for each row when ((old.phases, old.contact_norm_days) is distinct from (new.phases, new.contact_norm_days)) execute function keep_norm_of_programme()
    """,
    """
    create trigger trajectory_keep_assignments_insert after insert on trajectory referencing new table as changed for each statement execute function keep_assignments()
    """,
    """
    create trigger trajectory_keep_assignments_update after update on trajectory referencing new table as changed for each statement execute function keep_assignments()
    """,
    """
    alter table group_session enable row level security
    """,
    """
    alter table group_session force row level security
    """,
    """
    create policy group_session_operator on group_session to bestendig_owner
        using (true)
        with check (true)
    """,
    """
    grant select on group_session to bestendig_app
    """,
    """
    grant insert on group_session to bestendig_app
    """,
    """
    grant update on group_session to bestendig_app
    """,
    """
    create policy group_session_app_select on group_session for select to bestendig_app
        using (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    create policy group_session_app_insert on group_session for insert to bestendig_app
        with check (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    create policy group_session_app_update on group_session for update to bestendig_app
        using (programme_id = any ((select acting_programmes())::uuid[]))
        with check (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    alter table assignment enable row level security
    """,
    """
    alter table assignment force row level security
    """,
    """
    create policy assignment_operator on assignment to bestendig_owner
        using (true)
        with check (true)
    """,
    """
    grant select on assignment to bestendig_app
    """,
    """
    grant insert on assignment to bestendig_app
    """,
    """
    grant update on assignment to bestendig_app
    """,
    """
    create policy assignment_app_select on assignment for select to bestendig_app
        using (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    create policy assignment_app_insert on assignment for insert to bestendig_app
        with check (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    create policy assignment_app_update on assignment for update to bestendig_app
        using (programme_id = any ((select acting_programmes())::uuid[]))
        with check (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    alter table coaching_contact_history enable row level security
    """,
    """
    alter table coaching_contact_history force row level security
    """,
    """
    create policy coaching_contact_history_operator on coaching_contact_history to bestendig_owner
        using (true)
        with check (true)
    """,
    """
    grant select (
        known_from, known_until, recorded_at, recorded_by, version, changed_at, changed_by,
        programme_id, trajectory_id, participant_id, contacted_on, kind, channel, minutes,
        attendance, with_whom, next_contact_on, id, group_session_id
    ) on coaching_contact_history to bestendig_reports
    """,
    """
    create policy coaching_contact_history_reports_select on coaching_contact_history for select to bestendig_reports
        using (participant_id in (select participant_id from trajectory_history))
    """,
    """
    grant select (phase, phase_since, next_contact_on, no_show_streak, contact_norm_days, silent_after)
        on trajectory_history to bestendig_reports
    """,
)

DOWNGRADE = (
    "drop table coaching_contact_history",
    "drop trigger coaching_contact_remember_new on coaching_contact",
    "drop trigger coaching_contact_remember_change on coaching_contact",
    "drop trigger trajectory_keep_assignments_insert on trajectory",
    "drop trigger trajectory_keep_assignments_update on trajectory",
    "drop trigger programme_keep_norm on programme",
    "drop trigger trajectory_keep_contact_norm on trajectory",
    "drop function keep_assignments()",
    "drop function keep_norm_of_programme()",
    "drop function keep_contact_norm()",
    "drop function contact_norm(jsonb, text, integer)",
    "drop index ix_trajectory_silent",
    "drop index ix_trajectory_appointment",
    "drop index ix_trajectory_no_show",
    """
    create or replace function keep_last_contact() returns trigger language plpgsql security definer
    set search_path = pg_catalog, public as $$
    begin
        update trajectory set last_contact_on = spoken.last
        from (
            select changed.trajectory_id, max(coaching_contact.contacted_on) as last
            from (select distinct trajectory_id from changed) as changed
            left join coaching_contact on coaching_contact.trajectory_id = changed.trajectory_id
                and (attendance is null or attendance in ('came', 'late'))
            group by changed.trajectory_id
        ) as spoken
        where trajectory.id = spoken.trajectory_id and last_contact_on is distinct from spoken.last;
        return null;
    end $$
    """,
    """
    alter table trajectory
        drop column phase, drop column phase_since, drop column next_contact_on, drop column no_show_streak,
        drop column contact_norm_days, drop column silent_after
    """,
    """
    alter table trajectory_history
        drop column phase, drop column phase_since, drop column next_contact_on, drop column no_show_streak,
        drop column contact_norm_days, drop column silent_after
    """,
    """
    create index ix_trajectory_silent on trajectory (programme_id, last_contact_on)
    where state in ('active', 'aftercare')
    """,
    "alter table trajectory_event drop column phase",
    "alter table coaching_contact drop column with_whom, drop column group_session_id",
    "drop table assignment",
    "drop table group_session",
)


def upgrade() -> None:
    """Apply."""
    for statement in UPGRADE:
        op.execute(statement)


def downgrade() -> None:
    """Undo."""
    for statement in DOWNGRADE:
        op.execute(statement)
