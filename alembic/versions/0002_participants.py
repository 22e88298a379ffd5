"""Participants, their profile without a name, and their trajectories."""

from alembic import op

revision = "0002_participants"
down_revision = "0001_accounts_and_programmes"

UPGRADE = (
    """
    CREATE TABLE participant (
        recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
        recorded_by UUID,
        version INTEGER NOT NULL,
        changed_at TIMESTAMP WITH TIME ZONE NOT NULL,
        changed_by UUID,
        number VARCHAR(50) NOT NULL,
        first_name VARCHAR(200) NOT NULL,
        last_name VARCHAR(200) NOT NULL,
        email VARCHAR(320),
        phone VARCHAR(50),
        contact_language VARCHAR(35),
        id UUID NOT NULL,
        lead_organisation_id UUID NOT NULL,
        programme_ids UUID[] NOT NULL,
        search_name TEXT NOT NULL,
        CONSTRAINT pk_participant PRIMARY KEY (id),
        CONSTRAINT uq_participant_lead_organisation_id_number UNIQUE (lead_organisation_id, number),
        CONSTRAINT ck_participant_in_a_programme CHECK (cardinality(programme_ids) > 0),
        CONSTRAINT fk_participant_recorded_by FOREIGN KEY(recorded_by) REFERENCES account (id),
        CONSTRAINT fk_participant_changed_by FOREIGN KEY(changed_by) REFERENCES account (id),
        CONSTRAINT fk_participant_lead_organisation_id FOREIGN KEY(lead_organisation_id) REFERENCES organisation (id)
    )
    """,
    """
    CREATE INDEX ix_participant_email ON participant (email) WHERE email is not null
    """,
    """
    CREATE INDEX ix_participant_search_name ON participant (search_name)
    """,
    """
    CREATE TABLE participant_profile (
        recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
        recorded_by UUID,
        version INTEGER NOT NULL,
        changed_at TIMESTAMP WITH TIME ZONE NOT NULL,
        changed_by UUID,
        birth_date DATE,
        gender VARCHAR(40),
        municipality_code VARCHAR(6),
        municipality_name VARCHAR(100),
        residence_ground VARCHAR(40),
        arrival_year INTEGER,
        benefit VARCHAR(40),
        civic_integration_route VARCHAR(40),
        under_civic_integration_duty BOOLEAN,
        education INTEGER,
        diploma_recognised BOOLEAN,
        earlier_occupations TEXT[] NOT NULL,
        wished_sectors TEXT[] NOT NULL,
        wished_occupations TEXT[] NOT NULL,
        wished_hours FLOAT,
        support_needs JSONB NOT NULL,
        id UUID NOT NULL,
        programme_ids UUID[] NOT NULL,
        CONSTRAINT pk_participant_profile PRIMARY KEY (id),
        CONSTRAINT ck_participant_profile_education_range CHECK (education between 0 and 8),
        CONSTRAINT ck_participant_profile_arrival_year_range CHECK (arrival_year between 1900 and 2100),
        CONSTRAINT ck_participant_profile_wished_hours_range CHECK (wished_hours between 0 and 80),
        CONSTRAINT ck_participant_profile_in_a_programme CHECK (cardinality(programme_ids) > 0),
        CONSTRAINT fk_participant_profile_recorded_by FOREIGN KEY(recorded_by) REFERENCES account (id),
        CONSTRAINT fk_participant_profile_changed_by FOREIGN KEY(changed_by) REFERENCES account (id),
        CONSTRAINT ck_participant_profile_gender CHECK (gender IN ('male', 'female', 'other')),
        CONSTRAINT ck_participant_profile_residence_ground CHECK (residence_ground IN ('status_holder', 'family', 'work_or_study', 'temporary_protection', 'asylum_seeker', 'eu_citizen', 'dutch', 'other')),
        CONSTRAINT ck_participant_profile_benefit CHECK (benefit IN ('participatiewet', 'ioaw', 'ioaz', 'bbz', 'ww', 'zw', 'wia_wga', 'wia_iva', 'wao', 'wajong', 'anw', 'none')),
        CONSTRAINT ck_participant_profile_civic_integration_route CHECK (civic_integration_route IN ('b1', 'education', 'z')),
        CONSTRAINT fk_participant_profile_id FOREIGN KEY(id) REFERENCES participant (id)
    )
    """,
    """
    CREATE TABLE trajectory (
        recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
        recorded_by UUID,
        version INTEGER NOT NULL,
        changed_at TIMESTAMP WITH TIME ZONE NOT NULL,
        changed_by UUID,
        number VARCHAR(50) NOT NULL,
        cohort_id UUID,
        municipality_code VARCHAR(6),
        municipality_name VARCHAR(100),
        registered_on DATE NOT NULL,
        screened_on DATE,
        decision VARCHAR(40),
        decided_on DATE,
        decision_reason VARCHAR(2000),
        started_on DATE,
        ended_on DATE,
        end_outcome VARCHAR(40),
        end_reason VARCHAR(40),
        end_note VARCHAR(2000),
        destination VARCHAR(40),
        ladder_start INTEGER,
        ladder_end INTEGER,
        coordinator_id UUID,
        coordinator_name VARCHAR(200),
        coach_id UUID,
        coach_name VARCHAR(200),
        id UUID NOT NULL,
        programme_id UUID NOT NULL,
        participant_id UUID NOT NULL,
        state VARCHAR(40) NOT NULL,
        last_contact_on DATE,
        next_follow_up_on DATE,
        CONSTRAINT pk_trajectory PRIMARY KEY (id),
        CONSTRAINT uq_trajectory_programme_id_number UNIQUE (programme_id, number),
        CONSTRAINT uq_trajectory_id_programme_id_participant_id UNIQUE (id, programme_id, participant_id),
        CONSTRAINT fk_trajectory_cohort FOREIGN KEY(cohort_id, programme_id) REFERENCES cohort (id, programme_id),
        CONSTRAINT ck_trajectory_screened_on_not_before_registered_on CHECK (screened_on >= registered_on),
        CONSTRAINT ck_trajectory_decided_on_not_before_registered_on CHECK (decided_on >= registered_on),
        CONSTRAINT ck_trajectory_started_on_not_before_registered_on CHECK (started_on >= registered_on),
        CONSTRAINT ck_trajectory_ended_on_not_before_started_on CHECK (ended_on >= started_on),
        CONSTRAINT ck_trajectory_ended_was_started CHECK (ended_on is null or started_on is not null),
        CONSTRAINT ck_trajectory_end_has_outcome CHECK ((ended_on is null) = (end_outcome is null)),
        CONSTRAINT ck_trajectory_decision_has_day CHECK ((decision is null) = (decided_on is null)),
        CONSTRAINT ck_trajectory_ladder_start_range CHECK (ladder_start between 1 and 6),
        CONSTRAINT ck_trajectory_ladder_end_range CHECK (ladder_end between 1 and 6),
        CONSTRAINT fk_trajectory_recorded_by FOREIGN KEY(recorded_by) REFERENCES account (id),
        CONSTRAINT fk_trajectory_changed_by FOREIGN KEY(changed_by) REFERENCES account (id),
        CONSTRAINT ck_trajectory_decision CHECK (decision IN ('admitted', 'admitted_with_conditions', 'waiting', 'referred', 'declined', 'withdrawn')),
        CONSTRAINT ck_trajectory_end_outcome CHECK (end_outcome IN ('completed', 'dropped_out')),
        CONSTRAINT ck_trajectory_trajectory_end_reason CHECK (end_reason IN ('found_work', 'started_education', 'health_or_care', 'childcare', 'housing', 'debts', 'language', 'motivation', 'moved', 'deceased', 'lost_contact', 'other')),
        CONSTRAINT ck_trajectory_destination CHECK (destination IN ('paid_work', 'self_employment', 'education', 'volunteering', 'care', 'moved', 'deceased', 'none', 'unknown')),
        CONSTRAINT fk_trajectory_coordinator_id FOREIGN KEY(coordinator_id) REFERENCES account (id),
        CONSTRAINT fk_trajectory_coach_id FOREIGN KEY(coach_id) REFERENCES account (id),
        CONSTRAINT fk_trajectory_programme_id FOREIGN KEY(programme_id) REFERENCES programme (id),
        CONSTRAINT fk_trajectory_participant_id FOREIGN KEY(participant_id) REFERENCES participant (id),
        CONSTRAINT ck_trajectory_trajectory_state CHECK (state IN ('registered', 'screening', 'admitted', 'waiting', 'referred', 'declined', 'withdrawn', 'active', 'paused', 'completed', 'dropped_out', 'aftercare', 'closed'))
    )
    """,
    """
    CREATE INDEX ix_trajectory_coach ON trajectory (coach_id)
    """,
    """
    CREATE INDEX ix_trajectory_follow_up_due ON trajectory (programme_id, next_follow_up_on) WHERE next_follow_up_on is not null
    """,
    """
    CREATE INDEX ix_trajectory_municipality ON trajectory (municipality_code)
    """,
    """
    CREATE INDEX ix_trajectory_participant_id ON trajectory (participant_id)
    """,
    """
    CREATE INDEX ix_trajectory_programme_state ON trajectory (programme_id, state)
    """,
    """
    CREATE INDEX ix_trajectory_screening ON trajectory (programme_id, registered_on) WHERE state in ('registered', 'screening')
    """,
    """
    CREATE INDEX ix_trajectory_silent ON trajectory (programme_id, last_contact_on) WHERE state in ('active', 'aftercare')
    """,
    """
    CREATE TABLE screening_decision (
        recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
        recorded_by UUID,
        programme_id UUID NOT NULL,
        trajectory_id UUID NOT NULL,
        participant_id UUID NOT NULL,
        id UUID NOT NULL,
        decision VARCHAR(40) NOT NULL,
        decided_on DATE NOT NULL,
        reason VARCHAR(2000),
        conditions VARCHAR(2000),
        check_result JSONB NOT NULL,
        CONSTRAINT pk_screening_decision PRIMARY KEY (id),
        CONSTRAINT fk_screening_decision_trajectory FOREIGN KEY(trajectory_id, programme_id, participant_id) REFERENCES trajectory (id, programme_id, participant_id),
        CONSTRAINT ck_screening_decision_ending_decision_has_reason CHECK (decision not in ('declined', 'referred') or length(reason) > 0),
        CONSTRAINT fk_screening_decision_recorded_by FOREIGN KEY(recorded_by) REFERENCES account (id),
        CONSTRAINT fk_screening_decision_programme_id FOREIGN KEY(programme_id) REFERENCES programme (id),
        CONSTRAINT fk_screening_decision_participant_id FOREIGN KEY(participant_id) REFERENCES participant (id),
        CONSTRAINT ck_screening_decision_decision CHECK (decision IN ('admitted', 'admitted_with_conditions', 'waiting', 'referred', 'declined', 'withdrawn'))
    )
    """,
    """
    CREATE INDEX ix_screening_decision_participant_id ON screening_decision (participant_id)
    """,
    """
    CREATE INDEX ix_screening_decision_trajectory_id ON screening_decision (trajectory_id)
    """,
    """
    CREATE TABLE trajectory_event (
        recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
        recorded_by UUID,
        programme_id UUID NOT NULL,
        trajectory_id UUID NOT NULL,
        participant_id UUID NOT NULL,
        id UUID NOT NULL,
        step VARCHAR(40) NOT NULL,
        from_state VARCHAR(40),
        to_state VARCHAR(40) NOT NULL,
        on_date DATE NOT NULL,
        reason VARCHAR(2000),
        CONSTRAINT pk_trajectory_event PRIMARY KEY (id),
        CONSTRAINT fk_trajectory_event_trajectory FOREIGN KEY(trajectory_id, programme_id, participant_id) REFERENCES trajectory (id, programme_id, participant_id),
        CONSTRAINT fk_trajectory_event_recorded_by FOREIGN KEY(recorded_by) REFERENCES account (id),
        CONSTRAINT fk_trajectory_event_programme_id FOREIGN KEY(programme_id) REFERENCES programme (id),
        CONSTRAINT fk_trajectory_event_participant_id FOREIGN KEY(participant_id) REFERENCES participant (id),
        CONSTRAINT ck_trajectory_event_from_state CHECK (from_state IN ('registered', 'screening', 'admitted', 'waiting', 'referred', 'declined', 'withdrawn', 'active', 'paused', 'completed', 'dropped_out', 'aftercare', 'closed')),
        CONSTRAINT ck_trajectory_event_to_state CHECK (to_state IN ('registered', 'screening', 'admitted', 'waiting', 'referred', 'declined', 'withdrawn', 'active', 'paused', 'completed', 'dropped_out', 'aftercare', 'closed'))
    )
    """,
    """
    CREATE INDEX ix_trajectory_event_participant_id ON trajectory_event (participant_id)
    """,
    """
    CREATE INDEX ix_trajectory_event_trajectory_id ON trajectory_event (trajectory_id)
    """,
    """
    create table participant_profile_history (known_from timestamptz not null, known_until timestamptz not null, like participant_profile, constraint pk_participant_profile_history primary key (id, known_from), constraint ck_participant_profile_history_interval check (known_from < known_until))
    """,
    """
    create unique index uq_participant_profile_history_current on participant_profile_history (id) where known_until = 'infinity'
    """,
    """
    create trigger participant_profile_remember_new after insert on participant_profile for each row execute function keep_history()
    """,
    """
    create trigger participant_profile_remember_change after update on participant_profile for each row when (old.version is distinct from new.version) execute function keep_history()
    """,
    """
    create table trajectory_history (known_from timestamptz not null, known_until timestamptz not null, like trajectory, constraint pk_trajectory_history primary key (id, known_from), constraint ck_trajectory_history_interval check (known_from < known_until))
    """,
    """
    create unique index uq_trajectory_history_current on trajectory_history (id) where known_until = 'infinity'
    """,
    """
    create trigger trajectory_remember_new after insert on trajectory for each row execute function keep_history()
    """,
    """
    create trigger trajectory_remember_change after update on trajectory for each row when (old.version is distinct from new.version) execute function keep_history()
    """,
    """
    create function keep_programmes() returns trigger language plpgsql security definer
    set search_path = pg_catalog, public as $$
    begin
        update participant set programme_ids = programme_ids || new.programme_id
        where id = new.participant_id and not new.programme_id = any (programme_ids);
        update participant_profile
        set programme_ids = programme_ids || new.programme_id,
            version = version + 1, changed_at = new.changed_at, changed_by = new.changed_by
        where id = new.participant_id and not new.programme_id = any (programme_ids);
        return null;
    end $$
    """,
    """
    revoke all on function keep_programmes() from public
    """,
    """
    create trigger trajectory_keep_programmes after insert on trajectory for each row execute function keep_programmes()
    """,
    """
    alter table participant enable row level security
    """,
    """
    alter table participant force row level security
    """,
    """
    create policy participant_operator on participant to bestendig_owner
        using (true)
        with check (true)
    """,
    """
    grant select on participant to bestendig_app
    """,
    """
    grant insert on participant to bestendig_app
    """,
    """
    grant update on participant to bestendig_app
    """,
    """
    create policy participant_app_select on participant for select to bestendig_app
        using (programme_ids && (select acting_programmes())::uuid[])
    """,
    """
    create policy participant_app_insert on participant for insert to bestendig_app
        with check (programme_ids && (select acting_programmes())::uuid[])
    """,
    """
    create policy participant_app_update on participant for update to bestendig_app
        using (programme_ids && (select acting_programmes())::uuid[])
        with check (programme_ids && (select acting_programmes())::uuid[])
    """,
    """
    alter table participant_profile enable row level security
    """,
    """
    alter table participant_profile force row level security
    """,
    """
    create policy participant_profile_operator on participant_profile to bestendig_owner
        using (true)
        with check (true)
    """,
    """
    grant select on participant_profile to bestendig_app
    """,
    """
    grant insert on participant_profile to bestendig_app
    """,
    """
    grant update on participant_profile to bestendig_app
    """,
    """
    create policy participant_profile_app_select on participant_profile for select to bestendig_app
        using (programme_ids && (select acting_programmes())::uuid[])
    """,
    """
    create policy participant_profile_app_insert on participant_profile for insert to bestendig_app
        with check (programme_ids && (select acting_programmes())::uuid[])
    """,
    """
    create policy participant_profile_app_update on participant_profile for update to bestendig_app
        using (programme_ids && (select acting_programmes())::uuid[])
        with check (programme_ids && (select acting_programmes())::uuid[])
    """,
    """
    alter table participant_profile_history enable row level security
    """,
    """
    alter table participant_profile_history force row level security
    """,
    """
    create policy participant_profile_history_operator on participant_profile_history to bestendig_owner
        using (true)
        with check (true)
    """,
    """
    grant select (
        known_from, known_until, recorded_at, recorded_by, version, changed_at, changed_by,
        birth_date, gender, municipality_code, municipality_name, residence_ground, arrival_year,
        benefit, civic_integration_route, under_civic_integration_duty, education,
        diploma_recognised, earlier_occupations, wished_sectors, wished_occupations, wished_hours,
        support_needs, id, programme_ids
    ) on participant_profile_history to bestendig_reports
    """,
    """
    create policy participant_profile_history_reports_select on participant_profile_history for select to bestendig_reports
        using (id in (select participant_id from trajectory_history))
    """,
    """
    alter table trajectory enable row level security
    """,
    """
    alter table trajectory force row level security
    """,
    """
    create policy trajectory_operator on trajectory to bestendig_owner
        using (true)
        with check (true)
    """,
    """
    grant select on trajectory to bestendig_app
    """,
    """
    grant insert on trajectory to bestendig_app
    """,
    """
    grant update on trajectory to bestendig_app
    """,
    """
    create policy trajectory_app_select on trajectory for select to bestendig_app
        using (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    create policy trajectory_app_insert on trajectory for insert to bestendig_app
        with check (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    create policy trajectory_app_update on trajectory for update to bestendig_app
        using (programme_id = any ((select acting_programmes())::uuid[]))
        with check (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    alter table trajectory_history enable row level security
    """,
    """
    alter table trajectory_history force row level security
    """,
    """
    create policy trajectory_history_operator on trajectory_history to bestendig_owner
        using (true)
        with check (true)
    """,
    """
    grant select (
        known_from, known_until, recorded_at, recorded_by, version, changed_at, changed_by,
        number, cohort_id, municipality_code, municipality_name, registered_on, screened_on,
        decision, decided_on, started_on, ended_on, end_outcome, end_reason, destination,
        ladder_start, ladder_end, coordinator_id, coach_id, id, programme_id, participant_id,
        state, last_contact_on, next_follow_up_on
    ) on trajectory_history to bestendig_reports
    """,
    """
    create policy trajectory_history_reports_select on trajectory_history for select to bestendig_reports
        using ((programme_id = any ((select acting_report_programmes())::uuid[]) or municipality_code = any ((select acting_municipalities())::text[])))
    """,
    """
    alter table screening_decision enable row level security
    """,
    """
    alter table screening_decision force row level security
    """,
    """
    create policy screening_decision_operator on screening_decision to bestendig_owner
        using (true)
        with check (true)
    """,
    """
    grant select on screening_decision to bestendig_app
    """,
    """
    grant insert on screening_decision to bestendig_app
    """,
    """
    create policy screening_decision_app_select on screening_decision for select to bestendig_app
        using (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    create policy screening_decision_app_insert on screening_decision for insert to bestendig_app
        with check (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    grant select (
        recorded_at, recorded_by, programme_id, trajectory_id, participant_id, id, decision,
        decided_on, check_result
    ) on screening_decision to bestendig_reports
    """,
    """
    create policy screening_decision_reports_select on screening_decision for select to bestendig_reports
        using (participant_id in (select participant_id from trajectory_history))
    """,
    """
    alter table trajectory_event enable row level security
    """,
    """
    alter table trajectory_event force row level security
    """,
    """
    create policy trajectory_event_operator on trajectory_event to bestendig_owner
        using (true)
        with check (true)
    """,
    """
    grant select on trajectory_event to bestendig_app
    """,
    """
    grant insert on trajectory_event to bestendig_app
    """,
    """
    create policy trajectory_event_app_select on trajectory_event for select to bestendig_app
        using (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    create policy trajectory_event_app_insert on trajectory_event for insert to bestendig_app
        with check (programme_id = any ((select acting_programmes())::uuid[]))
    """,
)

DOWNGRADE = (
    "drop table trajectory_event cascade",
    "drop table screening_decision cascade",
    "drop table trajectory_history cascade",
    "drop table trajectory cascade",
    "drop table participant_profile_history cascade",
    "drop table participant_profile cascade",
    "drop table participant cascade",
    "drop function keep_programmes()",
)


def upgrade() -> None:
    """Apply."""
    for statement in UPGRADE:
        op.execute(statement)


def downgrade() -> None:
    """Undo."""
    for statement in DOWNGRADE:
        op.execute(statement)
