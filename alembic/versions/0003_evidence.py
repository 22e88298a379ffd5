"""Language, contacts, placements, and what is observed and asked of them."""

from alembic import op

revision = "0003_evidence"
down_revision = "0002_participants"

UPGRADE = (
    """
    CREATE TABLE coaching_contact (
        recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
        recorded_by UUID,
        version INTEGER NOT NULL,
        changed_at TIMESTAMP WITH TIME ZONE NOT NULL,
        changed_by UUID,
        programme_id UUID NOT NULL,
        trajectory_id UUID NOT NULL,
        participant_id UUID NOT NULL,
        contacted_on DATE NOT NULL,
        kind VARCHAR(40) NOT NULL,
        channel VARCHAR(40),
        minutes INTEGER,
        attendance VARCHAR(40),
        topics TEXT[] NOT NULL,
        note VARCHAR(10000),
        next_contact_on DATE,
        id UUID NOT NULL,
        CONSTRAINT pk_coaching_contact PRIMARY KEY (id),
        CONSTRAINT fk_coaching_contact_trajectory FOREIGN KEY(trajectory_id, programme_id, participant_id) REFERENCES trajectory (id, programme_id, participant_id),
        CONSTRAINT ck_coaching_contact_minutes_range CHECK (minutes between 0 and 1440),
        CONSTRAINT fk_coaching_contact_recorded_by FOREIGN KEY(recorded_by) REFERENCES account (id),
        CONSTRAINT fk_coaching_contact_changed_by FOREIGN KEY(changed_by) REFERENCES account (id),
        CONSTRAINT fk_coaching_contact_programme_id FOREIGN KEY(programme_id) REFERENCES programme (id),
        CONSTRAINT fk_coaching_contact_participant_id FOREIGN KEY(participant_id) REFERENCES participant (id),
        CONSTRAINT ck_coaching_contact_contact_kind CHECK (kind IN ('intake', 'progress', 'workplace_visit', 'with_employer', 'group', 'crisis', 'aftercare')),
        CONSTRAINT ck_coaching_contact_contact_channel CHECK (channel IN ('in_person', 'telephone', 'video', 'message')),
        CONSTRAINT ck_coaching_contact_attendance CHECK (attendance IN ('came', 'late', 'did_not_come', 'cancelled'))
    )
    """,
    """
    CREATE INDEX ix_coaching_contact_participant_id ON coaching_contact (participant_id)
    """,
    """
    CREATE INDEX ix_coaching_contact_trajectory_id ON coaching_contact (trajectory_id)
    """,
    """
    CREATE TABLE language_measurement (
        recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
        recorded_by UUID,
        programme_id UUID NOT NULL,
        trajectory_id UUID NOT NULL,
        participant_id UUID NOT NULL,
        measured_on DATE NOT NULL,
        skill VARCHAR(40) NOT NULL,
        level VARCHAR(40) NOT NULL,
        instrument VARCHAR(100),
        official BOOLEAN,
        id UUID NOT NULL,
        superseded_at TIMESTAMP WITH TIME ZONE,
        CONSTRAINT pk_language_measurement PRIMARY KEY (id),
        CONSTRAINT fk_language_measurement_trajectory FOREIGN KEY(trajectory_id, programme_id, participant_id) REFERENCES trajectory (id, programme_id, participant_id),
        CONSTRAINT fk_language_measurement_recorded_by FOREIGN KEY(recorded_by) REFERENCES account (id),
        CONSTRAINT fk_language_measurement_programme_id FOREIGN KEY(programme_id) REFERENCES programme (id),
        CONSTRAINT fk_language_measurement_participant_id FOREIGN KEY(participant_id) REFERENCES participant (id),
        CONSTRAINT ck_language_measurement_language_skill CHECK (skill IN ('listening', 'reading', 'speaking', 'writing', 'conversation')),
        CONSTRAINT ck_language_measurement_language_level CHECK (level IN ('Alfa A', 'Alfa B', 'Alfa C', 'A0', 'A1-', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2'))
    )
    """,
    """
    CREATE INDEX ix_language_measurement_participant_id ON language_measurement (participant_id)
    """,
    """
    CREATE INDEX ix_language_measurement_trajectory_id ON language_measurement (trajectory_id)
    """,
    """
    CREATE TABLE placement (
        recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
        recorded_by UUID,
        version INTEGER NOT NULL,
        changed_at TIMESTAMP WITH TIME ZONE NOT NULL,
        changed_by UUID,
        programme_id UUID NOT NULL,
        trajectory_id UUID NOT NULL,
        participant_id UUID NOT NULL,
        kind VARCHAR(40) NOT NULL,
        job_title VARCHAR(200),
        occupation VARCHAR(4),
        contract VARCHAR(40),
        hours NUMERIC(4, 1),
        hourly_wage NUMERIC(6, 2),
        starts_on DATE NOT NULL,
        expected_end_on DATE,
        ends_on DATE,
        end_reason VARCHAR(40),
        end_note VARCHAR(2000),
        end_source VARCHAR(40),
        job_guarantee BOOLEAN,
        follows_id UUID,
        id UUID NOT NULL,
        number VARCHAR(50) NOT NULL,
        organisation_id UUID NOT NULL,
        CONSTRAINT pk_placement PRIMARY KEY (id),
        CONSTRAINT fk_placement_trajectory FOREIGN KEY(trajectory_id, programme_id, participant_id) REFERENCES trajectory (id, programme_id, participant_id),
        CONSTRAINT uq_placement_programme_id_number UNIQUE (programme_id, number),
        CONSTRAINT uq_placement_id_trajectory_id UNIQUE (id, trajectory_id),
        CONSTRAINT ck_placement_ends_on_not_before_starts_on CHECK (ends_on >= starts_on),
        CONSTRAINT ck_placement_expected_end_on_not_before_starts_on CHECK (expected_end_on >= starts_on),
        CONSTRAINT ck_placement_hours_range CHECK (hours between 0 and 80),
        CONSTRAINT ck_placement_hourly_wage_range CHECK (hourly_wage between 0 and 1000),
        CONSTRAINT fk_placement_recorded_by FOREIGN KEY(recorded_by) REFERENCES account (id),
        CONSTRAINT fk_placement_changed_by FOREIGN KEY(changed_by) REFERENCES account (id),
        CONSTRAINT fk_placement_programme_id FOREIGN KEY(programme_id) REFERENCES programme (id),
        CONSTRAINT fk_placement_participant_id FOREIGN KEY(participant_id) REFERENCES participant (id),
        CONSTRAINT ck_placement_spell_kind CHECK (kind IN ('regular_job', 'agency_job', 'subsidised_job', 'self_employment', 'apprenticeship', 'internship', 'work_experience', 'trial_placement', 'education', 'language_course', 'volunteering', 'social_activity')),
        CONSTRAINT ck_placement_contract CHECK (contract IN ('permanent', 'fixed_term', 'agency', 'on_call', 'payroll', 'bbl', 'self_employed')),
        CONSTRAINT ck_placement_placement_end_reason CHECK (end_reason IN ('contract_ended', 'resigned', 'dismissed_in_trial_period', 'dismissed', 'business_reasons', 'other_job', 'education', 'moved', 'health_or_care', 'deceased', 'other')),
        CONSTRAINT ck_placement_evidence_source CHECK (end_source IN ('register', 'payslip', 'employer', 'participant', 'coach')),
        CONSTRAINT fk_placement_follows_id FOREIGN KEY(follows_id) REFERENCES placement (id),
        CONSTRAINT fk_placement_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
    )
    """,
    """
    CREATE INDEX ix_placement_ends_soon ON placement (programme_id, expected_end_on) WHERE ends_on is null
    """,
    """
    CREATE INDEX ix_placement_organisation_id ON placement (organisation_id)
    """,
    """
    CREATE INDEX ix_placement_participant_id ON placement (participant_id)
    """,
    """
    CREATE INDEX ix_placement_trajectory_id ON placement (trajectory_id)
    """,
    """
    CREATE TABLE observation (
        recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
        recorded_by UUID,
        programme_id UUID NOT NULL,
        trajectory_id UUID NOT NULL,
        participant_id UUID NOT NULL,
        placement_id UUID,
        observed_on DATE NOT NULL,
        in_paid_work BOOLEAN NOT NULL,
        source VARCHAR(40) NOT NULL,
        hours NUMERIC(4, 1),
        contract VARCHAR(40),
        hourly_wage NUMERIC(6, 2),
        same_conditions BOOLEAN,
        note VARCHAR(2000),
        id UUID NOT NULL,
        supersedes_id UUID,
        superseded_at TIMESTAMP WITH TIME ZONE,
        CONSTRAINT pk_observation PRIMARY KEY (id),
        CONSTRAINT fk_observation_trajectory FOREIGN KEY(trajectory_id, programme_id, participant_id) REFERENCES trajectory (id, programme_id, participant_id),
        CONSTRAINT fk_observation_placement FOREIGN KEY(placement_id, trajectory_id) REFERENCES placement (id, trajectory_id),
        CONSTRAINT ck_observation_hours_range CHECK (hours between 0 and 80),
        CONSTRAINT ck_observation_hourly_wage_range CHECK (hourly_wage between 0 and 1000),
        CONSTRAINT fk_observation_recorded_by FOREIGN KEY(recorded_by) REFERENCES account (id),
        CONSTRAINT fk_observation_programme_id FOREIGN KEY(programme_id) REFERENCES programme (id),
        CONSTRAINT fk_observation_participant_id FOREIGN KEY(participant_id) REFERENCES participant (id),
        CONSTRAINT ck_observation_evidence_source CHECK (source IN ('register', 'payslip', 'employer', 'participant', 'coach')),
        CONSTRAINT ck_observation_contract CHECK (contract IN ('permanent', 'fixed_term', 'agency', 'on_call', 'payroll', 'bbl', 'self_employed')),
        CONSTRAINT fk_observation_supersedes_id FOREIGN KEY(supersedes_id) REFERENCES observation (id)
    )
    """,
    """
    CREATE INDEX ix_observation_participant_id ON observation (participant_id)
    """,
    """
    CREATE INDEX ix_observation_trajectory_id ON observation (trajectory_id)
    """,
    """
    CREATE TABLE rating (
        recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
        recorded_by UUID,
        programme_id UUID NOT NULL,
        trajectory_id UUID NOT NULL,
        participant_id UUID NOT NULL,
        placement_id UUID,
        rated_on DATE NOT NULL,
        rated_by VARCHAR(40) NOT NULL,
        dimension VARCHAR(40) NOT NULL,
        score INTEGER NOT NULL,
        id UUID NOT NULL,
        superseded_at TIMESTAMP WITH TIME ZONE,
        CONSTRAINT pk_rating PRIMARY KEY (id),
        CONSTRAINT fk_rating_trajectory FOREIGN KEY(trajectory_id, programme_id, participant_id) REFERENCES trajectory (id, programme_id, participant_id),
        CONSTRAINT fk_rating_placement FOREIGN KEY(placement_id, trajectory_id) REFERENCES placement (id, trajectory_id),
        CONSTRAINT ck_rating_score_range CHECK (score between 1 and 5),
        CONSTRAINT fk_rating_recorded_by FOREIGN KEY(recorded_by) REFERENCES account (id),
        CONSTRAINT fk_rating_programme_id FOREIGN KEY(programme_id) REFERENCES programme (id),
        CONSTRAINT fk_rating_participant_id FOREIGN KEY(participant_id) REFERENCES participant (id),
        CONSTRAINT ck_rating_rated_by CHECK (rated_by IN ('participant', 'employer')),
        CONSTRAINT ck_rating_rating_dimension CHECK (dimension IN ('guidance', 'job', 'belonging', 'participant', 'programme'))
    )
    """,
    """
    CREATE INDEX ix_rating_participant_id ON rating (participant_id)
    """,
    """
    CREATE INDEX ix_rating_trajectory_id ON rating (trajectory_id)
    """,
    """
    CREATE TABLE follow_up (
        recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
        recorded_by UUID,
        version INTEGER NOT NULL,
        changed_at TIMESTAMP WITH TIME ZONE NOT NULL,
        changed_by UUID,
        programme_id UUID NOT NULL,
        trajectory_id UUID NOT NULL,
        participant_id UUID NOT NULL,
        id UUID NOT NULL,
        placement_id UUID NOT NULL,
        organisation_id UUID NOT NULL,
        month INTEGER NOT NULL,
        due_on DATE NOT NULL,
        opens_on DATE NOT NULL,
        closes_on DATE NOT NULL,
        state VARCHAR(40) NOT NULL,
        closed_on DATE,
        reason VARCHAR(2000),
        answered_by UUID,
        CONSTRAINT pk_follow_up PRIMARY KEY (id),
        CONSTRAINT fk_follow_up_trajectory FOREIGN KEY(trajectory_id, programme_id, participant_id) REFERENCES trajectory (id, programme_id, participant_id),
        CONSTRAINT fk_follow_up_placement FOREIGN KEY(placement_id, trajectory_id) REFERENCES placement (id, trajectory_id),
        CONSTRAINT uq_follow_up_placement_id_month UNIQUE (placement_id, month),
        CONSTRAINT ck_follow_up_month_range CHECK (month between 1 and 120),
        CONSTRAINT fk_follow_up_recorded_by FOREIGN KEY(recorded_by) REFERENCES account (id),
        CONSTRAINT fk_follow_up_changed_by FOREIGN KEY(changed_by) REFERENCES account (id),
        CONSTRAINT fk_follow_up_programme_id FOREIGN KEY(programme_id) REFERENCES programme (id),
        CONSTRAINT fk_follow_up_participant_id FOREIGN KEY(participant_id) REFERENCES participant (id),
        CONSTRAINT fk_follow_up_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id),
        CONSTRAINT ck_follow_up_follow_up_state CHECK (state IN ('planned', 'due', 'asked', 'answered', 'unanswered', 'unreachable', 'refused', 'cancelled')),
        CONSTRAINT fk_follow_up_answered_by FOREIGN KEY(answered_by) REFERENCES observation (id)
    )
    """,
    """
    CREATE INDEX ix_follow_up_open ON follow_up (trajectory_id, due_on) WHERE state in ('planned', 'due', 'asked')
    """,
    """
    CREATE INDEX ix_follow_up_organisation_id ON follow_up (organisation_id)
    """,
    """
    CREATE INDEX ix_follow_up_participant_id ON follow_up (participant_id)
    """,
    """
    CREATE INDEX ix_follow_up_trajectory_id ON follow_up (trajectory_id)
    """,
    """
    create table placement_history (known_from timestamptz not null, known_until timestamptz not null, like placement, constraint pk_placement_history primary key (id, known_from), constraint ck_placement_history_interval check (known_from < known_until))
    """,
    """
    create unique index uq_placement_history_current on placement_history (id) where known_until = 'infinity'
    """,
    """
    create trigger placement_remember_new after insert on placement for each row execute function keep_history()
    """,
    """
    create trigger placement_remember_change after update on placement for each row when (old.version is distinct from new.version) execute function keep_history()
    """,
    """
    create table follow_up_history (known_from timestamptz not null, known_until timestamptz not null, like follow_up, constraint pk_follow_up_history primary key (id, known_from), constraint ck_follow_up_history_interval check (known_from < known_until))
    """,
    """
    create unique index uq_follow_up_history_current on follow_up_history (id) where known_until = 'infinity'
    """,
    """
    create trigger follow_up_remember_new after insert on follow_up for each row execute function keep_history()
    """,
    """
    create trigger follow_up_remember_change after update on follow_up for each row when (old.version is distinct from new.version) execute function keep_history()
    """,
    """
    create function keep_last_contact() returns trigger language plpgsql security definer
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
    create function keep_next_follow_up() returns trigger language plpgsql security definer
    set search_path = pg_catalog, public as $$
    begin
        update trajectory set next_follow_up_on = waiting.next
        from (
            select changed.trajectory_id, min(follow_up.due_on) as next
            from (select distinct trajectory_id from changed) as changed
            left join follow_up on follow_up.trajectory_id = changed.trajectory_id
                and follow_up.state in ('planned', 'due', 'asked')
            group by changed.trajectory_id
        ) as waiting
        where trajectory.id = waiting.trajectory_id and next_follow_up_on is distinct from waiting.next;
        return null;
    end $$
    """,
    """
    revoke all on function keep_last_contact() from public
    """,
    """
    revoke all on function keep_next_follow_up() from public
    """,
    """
    create trigger coaching_contact_keep_last_contact_insert after insert on coaching_contact referencing new table as changed for each statement execute function keep_last_contact()
    """,
    """
    create trigger coaching_contact_keep_last_contact_update after update on coaching_contact referencing new table as changed for each statement execute function keep_last_contact()
    """,
    """
    create trigger follow_up_keep_next_follow_up_insert after insert on follow_up referencing new table as changed for each statement execute function keep_next_follow_up()
    """,
    """
    create trigger follow_up_keep_next_follow_up_update after update on follow_up referencing new table as changed for each statement execute function keep_next_follow_up()
    """,
    """
    alter table coaching_contact enable row level security
    """,
    """
    alter table coaching_contact force row level security
    """,
    """
    create policy coaching_contact_operator on coaching_contact to bestendig_owner
        using (true)
        with check (true)
    """,
    """
    grant select on coaching_contact to bestendig_app
    """,
    """
    grant insert on coaching_contact to bestendig_app
    """,
    """
    grant update on coaching_contact to bestendig_app
    """,
    """
    create policy coaching_contact_app_select on coaching_contact for select to bestendig_app
        using (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    create policy coaching_contact_app_insert on coaching_contact for insert to bestendig_app
        with check (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    create policy coaching_contact_app_update on coaching_contact for update to bestendig_app
        using (programme_id = any ((select acting_programmes())::uuid[]))
        with check (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    alter table language_measurement enable row level security
    """,
    """
    alter table language_measurement force row level security
    """,
    """
    create policy language_measurement_operator on language_measurement to bestendig_owner
        using (true)
        with check (true)
    """,
    """
    grant select on language_measurement to bestendig_app
    """,
    """
    grant insert on language_measurement to bestendig_app
    """,
    """
    grant update on language_measurement to bestendig_app
    """,
    """
    create policy language_measurement_app_select on language_measurement for select to bestendig_app
        using (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    create policy language_measurement_app_insert on language_measurement for insert to bestendig_app
        with check (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    create policy language_measurement_app_update on language_measurement for update to bestendig_app
        using (programme_id = any ((select acting_programmes())::uuid[]))
        with check (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    grant select (
        recorded_at, recorded_by, programme_id, trajectory_id, participant_id, measured_on, skill,
        level, instrument, official, id, superseded_at
    ) on language_measurement to bestendig_reports
    """,
    """
    create policy language_measurement_reports_select on language_measurement for select to bestendig_reports
        using (participant_id in (select participant_id from trajectory_history))
    """,
    """
    alter table placement enable row level security
    """,
    """
    alter table placement force row level security
    """,
    """
    create policy placement_operator on placement to bestendig_owner
        using (true)
        with check (true)
    """,
    """
    grant select on placement to bestendig_app
    """,
    """
    grant insert on placement to bestendig_app
    """,
    """
    grant update on placement to bestendig_app
    """,
    """
    create policy placement_app_select on placement for select to bestendig_app
        using (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    create policy placement_app_insert on placement for insert to bestendig_app
        with check (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    create policy placement_app_update on placement for update to bestendig_app
        using (programme_id = any ((select acting_programmes())::uuid[]))
        with check (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    alter table placement_history enable row level security
    """,
    """
    alter table placement_history force row level security
    """,
    """
    create policy placement_history_operator on placement_history to bestendig_owner
        using (true)
        with check (true)
    """,
    """
    grant select (
        known_from, known_until, recorded_at, recorded_by, version, changed_at, changed_by,
        programme_id, trajectory_id, participant_id, kind, occupation, contract, hours,
        hourly_wage, starts_on, expected_end_on, ends_on, end_reason, end_source, job_guarantee,
        follows_id, id, number, organisation_id
    ) on placement_history to bestendig_reports
    """,
    """
    create policy placement_history_reports_select on placement_history for select to bestendig_reports
        using (participant_id in (select participant_id from trajectory_history))
    """,
    """
    alter table observation enable row level security
    """,
    """
    alter table observation force row level security
    """,
    """
    create policy observation_operator on observation to bestendig_owner
        using (true)
        with check (true)
    """,
    """
    grant select on observation to bestendig_app
    """,
    """
    grant insert on observation to bestendig_app
    """,
    """
    grant update on observation to bestendig_app
    """,
    """
    create policy observation_app_select on observation for select to bestendig_app
        using (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    create policy observation_app_insert on observation for insert to bestendig_app
        with check (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    create policy observation_app_update on observation for update to bestendig_app
        using (programme_id = any ((select acting_programmes())::uuid[]))
        with check (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    grant select (
        recorded_at, recorded_by, programme_id, trajectory_id, participant_id, placement_id,
        observed_on, in_paid_work, source, hours, contract, hourly_wage, same_conditions, id,
        supersedes_id, superseded_at
    ) on observation to bestendig_reports
    """,
    """
    create policy observation_reports_select on observation for select to bestendig_reports
        using (participant_id in (select participant_id from trajectory_history))
    """,
    """
    alter table rating enable row level security
    """,
    """
    alter table rating force row level security
    """,
    """
    create policy rating_operator on rating to bestendig_owner
        using (true)
        with check (true)
    """,
    """
    grant select on rating to bestendig_app
    """,
    """
    grant insert on rating to bestendig_app
    """,
    """
    grant update on rating to bestendig_app
    """,
    """
    create policy rating_app_select on rating for select to bestendig_app
        using (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    create policy rating_app_insert on rating for insert to bestendig_app
        with check (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    create policy rating_app_update on rating for update to bestendig_app
        using (programme_id = any ((select acting_programmes())::uuid[]))
        with check (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    grant select (
        recorded_at, recorded_by, programme_id, trajectory_id, participant_id, placement_id,
        rated_on, rated_by, dimension, score, id, superseded_at
    ) on rating to bestendig_reports
    """,
    """
    create policy rating_reports_select on rating for select to bestendig_reports
        using (participant_id in (select participant_id from trajectory_history))
    """,
    """
    alter table follow_up enable row level security
    """,
    """
    alter table follow_up force row level security
    """,
    """
    create policy follow_up_operator on follow_up to bestendig_owner
        using (true)
        with check (true)
    """,
    """
    grant select on follow_up to bestendig_app
    """,
    """
    grant insert on follow_up to bestendig_app
    """,
    """
    grant update on follow_up to bestendig_app
    """,
    """
    create policy follow_up_app_select on follow_up for select to bestendig_app
        using (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    create policy follow_up_app_insert on follow_up for insert to bestendig_app
        with check (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    create policy follow_up_app_update on follow_up for update to bestendig_app
        using (programme_id = any ((select acting_programmes())::uuid[]))
        with check (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    alter table follow_up_history enable row level security
    """,
    """
    alter table follow_up_history force row level security
    """,
    """
    create policy follow_up_history_operator on follow_up_history to bestendig_owner
        using (true)
        with check (true)
    """,
    """
    grant select (
        known_from, known_until, recorded_at, recorded_by, version, changed_at, changed_by,
        programme_id, trajectory_id, participant_id, id, placement_id, organisation_id, month,
        due_on, opens_on, closes_on, state, closed_on, answered_by
    ) on follow_up_history to bestendig_reports
    """,
    """
    create policy follow_up_history_reports_select on follow_up_history for select to bestendig_reports
        using (participant_id in (select participant_id from trajectory_history))
    """,
)

DOWNGRADE = (
    "drop table follow_up_history cascade",
    "drop table follow_up cascade",
    "drop table rating cascade",
    "drop table observation cascade",
    "drop table placement_history cascade",
    "drop table placement cascade",
    "drop table language_measurement cascade",
    "drop table coaching_contact cascade",
    "drop function keep_last_contact()",
    "drop function keep_next_follow_up()",
)


def upgrade() -> None:
    """Apply."""
    for statement in UPGRADE:
        op.execute(statement)


def downgrade() -> None:
    """Undo."""
    for statement in DOWNGRADE:
        op.execute(statement)
