"""Screening: tests, motivation, circumstances, tasks, and the check beside the decision."""

from alembic import op

revision = "0006_screening"
down_revision = "0005_partners_and_funding"

TABLES = (
    """
    CREATE TABLE screening_test (
        recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
        recorded_by UUID,
        programme_id UUID NOT NULL,
        trajectory_id UUID NOT NULL,
        participant_id UUID NOT NULL,
        instrument VARCHAR(100) NOT NULL,
        score FLOAT NOT NULL,
        out_of FLOAT NOT NULL,
        taken_on DATE NOT NULL,
        id UUID NOT NULL,
        superseded_at TIMESTAMP WITH TIME ZONE,
        CONSTRAINT pk_screening_test PRIMARY KEY (id),
        CONSTRAINT fk_screening_test_trajectory FOREIGN KEY(trajectory_id, programme_id, participant_id) REFERENCES trajectory (id, programme_id, participant_id),
        CONSTRAINT ck_screening_test_score_range CHECK (score between 0 and out_of),
        CONSTRAINT ck_screening_test_out_of_something CHECK (out_of > 0),
        CONSTRAINT fk_screening_test_recorded_by FOREIGN KEY(recorded_by) REFERENCES account (id),
        CONSTRAINT fk_screening_test_programme_id FOREIGN KEY(programme_id) REFERENCES programme (id),
        CONSTRAINT fk_screening_test_participant_id FOREIGN KEY(participant_id) REFERENCES participant (id)
    )
    """,
    """
    CREATE INDEX ix_screening_test_participant_id ON screening_test (participant_id)
    """,
    """
    CREATE INDEX ix_screening_test_trajectory_id ON screening_test (trajectory_id)
    """,
    """
    CREATE UNIQUE INDEX uq_screening_test_current ON screening_test (trajectory_id, instrument, taken_on) WHERE superseded_at is null
    """,
    """
    CREATE TABLE motivation_interview (
        recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
        recorded_by UUID,
        programme_id UUID NOT NULL,
        trajectory_id UUID NOT NULL,
        participant_id UUID NOT NULL,
        sector VARCHAR(1) NOT NULL,
        score INTEGER NOT NULL,
        held_on DATE NOT NULL,
        note VARCHAR(2000),
        id UUID NOT NULL,
        superseded_at TIMESTAMP WITH TIME ZONE,
        CONSTRAINT pk_motivation_interview PRIMARY KEY (id),
        CONSTRAINT fk_motivation_interview_trajectory FOREIGN KEY(trajectory_id, programme_id, participant_id) REFERENCES trajectory (id, programme_id, participant_id),
        CONSTRAINT ck_motivation_interview_score_range CHECK (score between 1 and 5),
        CONSTRAINT fk_motivation_interview_recorded_by FOREIGN KEY(recorded_by) REFERENCES account (id),
        CONSTRAINT fk_motivation_interview_programme_id FOREIGN KEY(programme_id) REFERENCES programme (id),
        CONSTRAINT fk_motivation_interview_participant_id FOREIGN KEY(participant_id) REFERENCES participant (id)
    )
    """,
    """
    CREATE INDEX ix_motivation_interview_participant_id ON motivation_interview (participant_id)
    """,
    """
    CREATE INDEX ix_motivation_interview_trajectory_id ON motivation_interview (trajectory_id)
    """,
    """
    CREATE UNIQUE INDEX uq_motivation_interview_current ON motivation_interview (trajectory_id, sector, held_on) WHERE superseded_at is null
    """,
    """
    CREATE TABLE circumstance (
        recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
        recorded_by UUID,
        programme_id UUID NOT NULL,
        trajectory_id UUID NOT NULL,
        participant_id UUID NOT NULL,
        domain VARCHAR(40) NOT NULL,
        state VARCHAR(40) NOT NULL,
        arrangement VARCHAR(500),
        assessed_on DATE NOT NULL,
        id UUID NOT NULL,
        superseded_at TIMESTAMP WITH TIME ZONE,
        CONSTRAINT pk_circumstance PRIMARY KEY (id),
        CONSTRAINT fk_circumstance_trajectory FOREIGN KEY(trajectory_id, programme_id, participant_id) REFERENCES trajectory (id, programme_id, participant_id),
        CONSTRAINT fk_circumstance_recorded_by FOREIGN KEY(recorded_by) REFERENCES account (id),
        CONSTRAINT fk_circumstance_programme_id FOREIGN KEY(programme_id) REFERENCES programme (id),
        CONSTRAINT fk_circumstance_participant_id FOREIGN KEY(participant_id) REFERENCES participant (id),
        CONSTRAINT ck_circumstance_support_domain CHECK (domain IN ('housing', 'childcare', 'debts', 'health', 'transport', 'digital', 'network')),
        CONSTRAINT ck_circumstance_circumstance_state CHECK (state IN ('fine', 'support_needed', 'arranged', 'blocking'))
    )
    """,
    """
    CREATE INDEX ix_circumstance_participant_id ON circumstance (participant_id)
    """,
    """
    CREATE INDEX ix_circumstance_trajectory_id ON circumstance (trajectory_id)
    """,
    """
    CREATE UNIQUE INDEX uq_circumstance_current ON circumstance (trajectory_id, domain) WHERE superseded_at is null
    """,
    """
    CREATE TABLE task (
        recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
        recorded_by UUID,
        version INTEGER NOT NULL,
        changed_at TIMESTAMP WITH TIME ZONE NOT NULL,
        changed_by UUID,
        programme_id UUID NOT NULL,
        trajectory_id UUID NOT NULL,
        participant_id UUID NOT NULL,
        title VARCHAR(300) NOT NULL,
        due_on DATE NOT NULL,
        assigned_to UUID,
        id UUID NOT NULL,
        done_on DATE,
        screening_decision_id UUID,
        CONSTRAINT pk_task PRIMARY KEY (id),
        CONSTRAINT fk_task_trajectory FOREIGN KEY(trajectory_id, programme_id, participant_id) REFERENCES trajectory (id, programme_id, participant_id),
        CONSTRAINT fk_task_screening_decision FOREIGN KEY(screening_decision_id, trajectory_id) REFERENCES screening_decision (id, trajectory_id),
        CONSTRAINT fk_task_recorded_by FOREIGN KEY(recorded_by) REFERENCES account (id),
        CONSTRAINT fk_task_changed_by FOREIGN KEY(changed_by) REFERENCES account (id),
        CONSTRAINT fk_task_programme_id FOREIGN KEY(programme_id) REFERENCES programme (id),
        CONSTRAINT fk_task_participant_id FOREIGN KEY(participant_id) REFERENCES participant (id),
        CONSTRAINT fk_task_assigned_to FOREIGN KEY(assigned_to) REFERENCES account (id)
    )
    """,
    """
    CREATE INDEX ix_task_open ON task (programme_id, due_on) WHERE done_on is null
    """,
    """
    CREATE INDEX ix_task_participant_id ON task (participant_id)
    """,
    """
    CREATE INDEX ix_task_screening_decision ON task (screening_decision_id)
    """,
    """
    CREATE INDEX ix_task_trajectory_id ON task (trajectory_id)
    """,
)

SECURITY = (
    """
    alter table screening_test enable row level security
    """,
    """
    alter table screening_test force row level security
    """,
    """
    create policy screening_test_operator on screening_test to bestendig_owner
        using (true)
        with check (true)
    """,
    """
    grant select on screening_test to bestendig_app
    """,
    """
    grant insert on screening_test to bestendig_app
    """,
    """
    grant update on screening_test to bestendig_app
    """,
    """
    create policy screening_test_app_select on screening_test for select to bestendig_app
        using (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    create policy screening_test_app_insert on screening_test for insert to bestendig_app
        with check (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    create policy screening_test_app_update on screening_test for update to bestendig_app
        using (programme_id = any ((select acting_programmes())::uuid[]))
        with check (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    alter table motivation_interview enable row level security
    """,
    """
    alter table motivation_interview force row level security
    """,
    """
    create policy motivation_interview_operator on motivation_interview to bestendig_owner
        using (true)
        with check (true)
    """,
    """
    grant select on motivation_interview to bestendig_app
    """,
    """
    grant insert on motivation_interview to bestendig_app
    """,
    """
    grant update on motivation_interview to bestendig_app
    """,
    """
    create policy motivation_interview_app_select on motivation_interview for select to bestendig_app
        using (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    create policy motivation_interview_app_insert on motivation_interview for insert to bestendig_app
        with check (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    create policy motivation_interview_app_update on motivation_interview for update to bestendig_app
        using (programme_id = any ((select acting_programmes())::uuid[]))
        with check (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    alter table circumstance enable row level security
    """,
    """
    alter table circumstance force row level security
    """,
    """
    create policy circumstance_operator on circumstance to bestendig_owner
        using (true)
        with check (true)
    """,
    """
    grant select on circumstance to bestendig_app
    """,
    """
    grant insert on circumstance to bestendig_app
    """,
    """
    grant update on circumstance to bestendig_app
    """,
    """
    create policy circumstance_app_select on circumstance for select to bestendig_app
        using (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    create policy circumstance_app_insert on circumstance for insert to bestendig_app
        with check (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    create policy circumstance_app_update on circumstance for update to bestendig_app
        using (programme_id = any ((select acting_programmes())::uuid[]))
        with check (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    alter table task enable row level security
    """,
    """
    alter table task force row level security
    """,
    """
    create policy task_operator on task to bestendig_owner
        using (true)
        with check (true)
    """,
    """
    grant select on task to bestendig_app
    """,
    """
    grant insert on task to bestendig_app
    """,
    """
    grant update on task to bestendig_app
    """,
    """
    create policy task_app_select on task for select to bestendig_app
        using (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    create policy task_app_insert on task for insert to bestendig_app
        with check (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    create policy task_app_update on task for update to bestendig_app
        using (programme_id = any ((select acting_programmes())::uuid[]))
        with check (programme_id = any ((select acting_programmes())::uuid[]))
    """,
)

PROFILE_COLUMNS = (
    "civic_integration_phase varchar(40)",
    "wished_travel_minutes integer",
    "ambitions varchar(2000)",
    "skills jsonb constraint participant_profile_skills_not_null not null default '[]'",
    "prior_learning jsonb constraint participant_profile_prior_learning_not_null not null default '[]'",
)
TWINS = ("participant_profile", "participant_profile_history")

PROFILE = (
    *(f"alter table {table} add column {column}" for table in TWINS for column in PROFILE_COLUMNS),
    *(
        f"alter table {table} alter column {column} drop default"
        for table in TWINS
        for column in ("skills", "prior_learning")
    ),
    """
    alter table participant_profile
        add constraint ck_participant_profile_wished_travel_minutes_range CHECK (wished_travel_minutes between 0 and 300),
        add constraint ck_participant_profile_civic_integration_phase CHECK (civic_integration_phase IN ('broad_intake', 'pip_drawn_up', 'learning_route', 'completed', 'exempt'))
    """,
    """
    grant select (civic_integration_phase, wished_travel_minutes) on participant_profile_history to bestendig_reports
    """,
)

DECISION = (
    """
    alter table screening_decision
        add column check_verdict varchar(40),
        alter column conditions type text[] using
            case when coalesce(btrim(conditions), '') = '' then '{}' else string_to_array(conditions, E'\n') end,
        add constraint uq_screening_decision_id_trajectory_id UNIQUE (id, trajectory_id)
    """,
    "alter table screening_decision alter column conditions set not null",
    """
    alter table screening_decision
        drop constraint ck_screening_decision_ending_decision_has_reason,
        add constraint ck_screening_decision_ending_decision_has_reason CHECK (decision not in ('declined', 'referred') or coalesce(length(btrim(reason)), 0) > 0),
        add constraint ck_screening_decision_admitted_though_not_met_has_reason CHECK (decision not in ('admitted', 'admitted_with_conditions') or check_verdict is distinct from 'not_met' or coalesce(length(btrim(reason)), 0) > 0),
        add constraint ck_screening_decision_declined_though_met_has_reason CHECK (decision <> 'declined' or check_verdict is distinct from 'met' or coalesce(length(btrim(reason)), 0) > 0),
        add constraint ck_screening_decision_check_verdict CHECK (check_verdict IN ('met', 'not_met', 'unknown'))
    """,
    "grant select (check_verdict) on screening_decision to bestendig_reports",
)

MOVE_SUPPORT_NEEDS = (
    """
    insert into circumstance
        (id, programme_id, trajectory_id, participant_id, recorded_at, recorded_by, domain, state, assessed_on)
    select gen_random_uuid(), latest.programme_id, latest.id, latest.participant_id, profile.changed_at,
        profile.changed_by, need.key,
        case need.value when 'needed' then 'support_needed' when 'arranged' then 'arranged' else 'fine' end,
        profile.changed_at::date
    from (
        select distinct on (participant_id, programme_id) id, programme_id, participant_id
        from trajectory order by participant_id, programme_id, registered_on desc, number desc
    ) as latest
    join participant_profile as profile on profile.id = latest.participant_id
    cross join lateral jsonb_each_text(profile.support_needs) as need
    """,
    *(f"alter table {table} drop column support_needs" for table in TWINS),
)

MOVE_SUPPORT_NEEDS_BACK = (
    *(
        f"alter table {table} add column support_needs jsonb "
        "constraint participant_profile_support_needs_not_null not null default '{}'"
        for table in TWINS
    ),
    *(f"alter table {table} alter column support_needs drop default" for table in TWINS),
    "grant select (support_needs) on participant_profile_history to bestendig_reports",
    """
    update participant_profile set support_needs = told.needs
    from (
        select participant_id, jsonb_object_agg(
            domain, case state when 'fine' then 'not_needed' when 'arranged' then 'arranged' else 'needed' end
            order by assessed_on
        ) as needs
        from circumstance where superseded_at is null group by participant_id
    ) as told
    where told.participant_id = participant_profile.id
    """,
)

DECISION_BACK = (
    """
    alter table screening_decision
        drop constraint ck_screening_decision_admitted_though_not_met_has_reason,
        drop constraint ck_screening_decision_declined_though_met_has_reason,
        drop constraint ck_screening_decision_ending_decision_has_reason,
        add constraint ck_screening_decision_ending_decision_has_reason CHECK (decision not in ('declined', 'referred') or length(reason) > 0),
        drop column check_verdict,
        alter column conditions drop not null
    """,
    """
    alter table screening_decision
        alter column conditions type varchar(2000) using nullif(left(array_to_string(conditions, E'\n'), 2000), '')
    """,
)

DOWNGRADE = (
    *MOVE_SUPPORT_NEEDS_BACK,
    "drop table task cascade",
    "drop table circumstance cascade",
    "drop table motivation_interview cascade",
    "drop table screening_test cascade",
    *DECISION_BACK,
    "alter table screening_decision drop constraint uq_screening_decision_id_trajectory_id",
    *(f"alter table {table} drop column {column.split()[0]}" for table in TWINS for column in PROFILE_COLUMNS),
)


def upgrade() -> None:
    """Apply."""
    for statement in (*PROFILE, *DECISION, *TABLES, *SECURITY, *MOVE_SUPPORT_NEEDS):
        op.execute(statement)


def downgrade() -> None:
    """Undo."""
    for statement in DOWNGRADE:
        op.execute(statement)
