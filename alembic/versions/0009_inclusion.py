"""Inclusion at work: what is arranged there, ratings that are asked, and job guarantees that are kept."""

from alembic import op

revision = "0009_inclusion"
down_revision = "0008_guidance"

UPGRADE = (
    """
    alter table placement add column job_guarantee_kept boolean
    """,
    """
    alter table placement_history add column job_guarantee_kept boolean
    """,
    """
    alter table placement add constraint ck_placement_kept_was_promised check (job_guarantee_kept is null or
        job_guarantee is true)
    """,
    """
    grant select (job_guarantee_kept) on placement_history to bestendig_reports
    """,
    """
    CREATE TABLE rating_request (
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
        month INTEGER NOT NULL,
        rated_by VARCHAR(40) NOT NULL,
        due_on DATE NOT NULL,
        asked_in VARCHAR(40),
        token_hash VARCHAR(64),
        issued_at TIMESTAMP WITH TIME ZONE,
        expires_at TIMESTAMP WITH TIME ZONE,
        answered_at TIMESTAMP WITH TIME ZONE,
        revoked_at TIMESTAMP WITH TIME ZONE,
        cancelled_at TIMESTAMP WITH TIME ZONE,
        CONSTRAINT pk_rating_request PRIMARY KEY (id),
        CONSTRAINT fk_rating_request_trajectory FOREIGN KEY(trajectory_id, programme_id, participant_id) REFERENCES trajectory (id, programme_id, participant_id),
        CONSTRAINT fk_rating_request_placement FOREIGN KEY(placement_id, trajectory_id) REFERENCES placement (id, trajectory_id),
        CONSTRAINT uq_rating_request_placement_id_month_rated_by UNIQUE (placement_id, month, rated_by),
        CONSTRAINT uq_rating_request_id_placement_id_rated_by UNIQUE (id, placement_id, rated_by),
        CONSTRAINT ck_rating_request_month_asked CHECK (month in (1, 3, 6)),
        CONSTRAINT ck_rating_request_link_is_for_a_participant CHECK (token_hash is null or rated_by = 'participant'),
        CONSTRAINT ck_rating_request_link_ends CHECK (token_hash is null or (issued_at is not null and expires_at is not null)),
        CONSTRAINT fk_rating_request_recorded_by FOREIGN KEY(recorded_by) REFERENCES account (id),
        CONSTRAINT fk_rating_request_changed_by FOREIGN KEY(changed_by) REFERENCES account (id),
        CONSTRAINT fk_rating_request_programme_id FOREIGN KEY(programme_id) REFERENCES programme (id),
        CONSTRAINT fk_rating_request_participant_id FOREIGN KEY(participant_id) REFERENCES participant (id),
        CONSTRAINT ck_rating_request_rated_by CHECK (rated_by IN ('participant', 'employer')),
        CONSTRAINT ck_rating_request_rating_language CHECK (asked_in IN ('nl', 'en', 'ar', 'ti', 'uk', 'tr')),
        CONSTRAINT uq_rating_request_token_hash UNIQUE (token_hash)
    )
    """,
    """
    CREATE INDEX ix_rating_request_participant_id ON rating_request (participant_id)
    """,
    """
    CREATE INDEX ix_rating_request_trajectory_id ON rating_request (trajectory_id)
    """,
    """
    CREATE INDEX ix_rating_request_waiting ON rating_request (programme_id, due_on) WHERE issued_at is null
        and answered_at is null and cancelled_at is null
    """,
    """
    CREATE TABLE workplace_support (
        recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
        recorded_by UUID,
        version INTEGER NOT NULL,
        changed_at TIMESTAMP WITH TIME ZONE NOT NULL,
        changed_by UUID,
        programme_id UUID NOT NULL,
        trajectory_id UUID NOT NULL,
        participant_id UUID NOT NULL,
        kind VARCHAR(40) NOT NULL,
        state VARCHAR(40) NOT NULL,
        starts_on DATE,
        ends_on DATE,
        source VARCHAR(40) NOT NULL,
        note VARCHAR(2000),
        id UUID NOT NULL,
        placement_id UUID NOT NULL,
        CONSTRAINT pk_workplace_support PRIMARY KEY (id),
        CONSTRAINT fk_workplace_support_trajectory FOREIGN KEY(trajectory_id, programme_id, participant_id) REFERENCES trajectory (id, programme_id, participant_id),
        CONSTRAINT fk_workplace_support_placement FOREIGN KEY(placement_id, trajectory_id) REFERENCES placement (id, trajectory_id),
        CONSTRAINT uq_workplace_support_placement_id_kind UNIQUE (placement_id, kind),
        CONSTRAINT ck_workplace_support_ends_on_not_before_starts_on CHECK (ends_on >= starts_on),
        CONSTRAINT fk_workplace_support_recorded_by FOREIGN KEY(recorded_by) REFERENCES account (id),
        CONSTRAINT fk_workplace_support_changed_by FOREIGN KEY(changed_by) REFERENCES account (id),
        CONSTRAINT fk_workplace_support_programme_id FOREIGN KEY(programme_id) REFERENCES programme (id),
        CONSTRAINT fk_workplace_support_participant_id FOREIGN KEY(participant_id) REFERENCES participant (id),
        CONSTRAINT ck_workplace_support_workplace_support_kind CHECK (kind IN ('buddy', 'manager_training', 'team_training', 'adapted_tasks', 'language_on_the_job')),
        CONSTRAINT ck_workplace_support_workplace_support_state CHECK (state IN ('planned', 'given', 'not_given')),
        CONSTRAINT ck_workplace_support_evidence_source CHECK (source IN ('register', 'payslip', 'employer', 'participant', 'coach'))
    )
    """,
    """
    CREATE INDEX ix_workplace_support_participant_id ON workplace_support (participant_id)
    """,
    """
    CREATE INDEX ix_workplace_support_trajectory_id ON workplace_support (trajectory_id)
    """,
    """
    alter table rating add column rating_request_id uuid
    """,
    """
    alter table rating add constraint fk_rating_rating_request foreign key (rating_request_id, placement_id,
        rated_by) references rating_request (id, placement_id, rated_by)
    """,
    """
    alter table rating add constraint ck_rating_answer_is_about_a_placement check (rating_request_id is null
        or placement_id is not null)
    """,
    """
    create unique index uq_rating_answer on rating (rating_request_id, dimension) where superseded_at is null
    """,
    """
    create index ix_rating_unsatisfied on rating (programme_id, rated_on) where superseded_at is null and score < 4
    """,
    """
    grant select (rating_request_id) on rating to bestendig_reports
    """,
    """
    create function acting_rating_request() returns uuid language sql stable security definer set
        search_path = pg_catalog, public as $$ select id from rating_request where token_hash = (select
        nullif(current_setting('app.link', true), '')) $$
    """,
    """
    comment on function acting_rating_request() is 'the rating request that the participant answers with the
        link at hand'
    """,
    """
    revoke all on function acting_rating_request() from public
    """,
    """
    grant execute on function acting_rating_request() to bestendig_participant, bestendig_owner
    """,
    """
    alter table rating_request enable row level security
    """,
    """
    alter table rating_request force row level security
    """,
    """
    create policy rating_request_operator on rating_request to bestendig_owner
        using (true)
        with check (true)
    """,
    """
    grant select on rating_request to bestendig_app
    """,
    """
    grant insert on rating_request to bestendig_app
    """,
    """
    grant update on rating_request to bestendig_app
    """,
    """
    create policy rating_request_app_select on rating_request for select to bestendig_app
        using (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    create policy rating_request_app_insert on rating_request for insert to bestendig_app
        with check (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    create policy rating_request_app_update on rating_request for update to bestendig_app
        using (programme_id = any ((select acting_programmes())::uuid[]))
        with check (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    grant select on rating_request to bestendig_employer
    """,
    """
    grant update (answered_at, version, changed_at, changed_by) on rating_request to bestendig_employer
    """,
    """
    create policy rating_request_employer_select on rating_request for select to bestendig_employer
        using (rated_by = 'employer' and placement_id in (select id from placement))
    """,
    """
    create policy rating_request_employer_update on rating_request for update to bestendig_employer
        using (rated_by = 'employer' and placement_id in (select id from placement))
        with check (rated_by = 'employer' and placement_id in (select id from placement))
    """,
    """
    grant select on rating_request to bestendig_participant
    """,
    """
    grant update (answered_at, asked_in, version, changed_at, changed_by) on rating_request to
        bestendig_participant
    """,
    """
    create policy rating_request_participant_select on rating_request for select to bestendig_participant
        using (id = (select acting_rating_request()))
    """,
    """
    create policy rating_request_participant_update on rating_request for update to bestendig_participant
        using (id = (select acting_rating_request()))
        with check (id = (select acting_rating_request()))
    """,
    """
    alter table workplace_support enable row level security
    """,
    """
    alter table workplace_support force row level security
    """,
    """
    create policy workplace_support_operator on workplace_support to bestendig_owner
        using (true)
        with check (true)
    """,
    """
    grant select on workplace_support to bestendig_app
    """,
    """
    grant insert on workplace_support to bestendig_app
    """,
    """
    grant update on workplace_support to bestendig_app
    """,
    """
    create policy workplace_support_app_select on workplace_support for select to bestendig_app
        using (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    create policy workplace_support_app_insert on workplace_support for insert to bestendig_app
        with check (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    create policy workplace_support_app_update on workplace_support for update to bestendig_app
        using (programme_id = any ((select acting_programmes())::uuid[]))
        with check (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    grant select (recorded_at, recorded_by, version, changed_at, changed_by, programme_id, trajectory_id,
        participant_id, kind, state, starts_on, ends_on, source, id, placement_id) on workplace_support to
        bestendig_employer
    """,
    """
    grant insert on workplace_support to bestendig_employer
    """,
    """
    grant update (state, starts_on, ends_on, source, version, changed_at, changed_by) on workplace_support
        to bestendig_employer
    """,
    """
    create policy workplace_support_employer_select on workplace_support for select to bestendig_employer
        using (placement_id in (select id from placement where organisation_id = any ((select acting_employers())::uuid[])))
    """,
    """
    create policy workplace_support_employer_insert on workplace_support for insert to bestendig_employer
        with check (source = 'employer' and placement_id in (select id from placement where organisation_id = any ((select acting_employers())::uuid[])))
    """,
    """
    create policy workplace_support_employer_update on workplace_support for update to bestendig_employer
        using (placement_id in (select id from placement where organisation_id = any ((select acting_employers())::uuid[])))
        with check (source = 'employer' and placement_id in (select id from placement where organisation_id = any ((select acting_employers())::uuid[])))
    """,
    """
    grant select on rating to bestendig_participant
    """,
    """
    grant insert on rating to bestendig_participant
    """,
    """
    grant update (superseded_at) on rating to bestendig_participant
    """,
    """
    create policy rating_participant_select on rating for select to bestendig_participant
        using (rated_by = 'participant' and rating_request_id = (select acting_rating_request()))
    """,
    """
    create policy rating_participant_insert on rating for insert to bestendig_participant
        with check (rated_by = 'participant' and rating_request_id = (select acting_rating_request()))
    """,
    """
    create policy rating_participant_update on rating for update to bestendig_participant
        using (rated_by = 'participant' and rating_request_id = (select acting_rating_request()))
        with check (rated_by = 'participant' and rating_request_id = (select acting_rating_request()))
    """,
    """
    grant insert on audit_event to bestendig_participant
    """,
    """
    create policy audit_event_participant_insert on audit_event for insert to bestendig_participant
        with check (account_id is null)
    """,
    """
    create view rating_question with (security_barrier) as
    select rating_request.id as rating_request_id, participant.first_name, organisation.name as employer, placement.job_title
    from rating_request
    join participant on participant.id = rating_request.participant_id
    join placement on placement.id = rating_request.placement_id
    join organisation on organisation.id = placement.organisation_id
    where rating_request.id = (select acting_rating_request())
    """,
    """
    grant select on rating_question to bestendig_participant
    """,
)

DOWNGRADE = (
    "drop view rating_question",
    "drop policy audit_event_participant_insert on audit_event",
    "revoke all on audit_event from bestendig_participant",
    "drop policy rating_participant_select on rating",
    "drop policy rating_participant_insert on rating",
    "drop policy rating_participant_update on rating",
    "revoke all on rating from bestendig_participant",
    "drop index ix_rating_unsatisfied",
    "drop index uq_rating_answer",
    "alter table rating drop constraint ck_rating_answer_is_about_a_placement",
    "alter table rating drop column rating_request_id",
    "drop table workplace_support cascade",
    "drop table rating_request cascade",
    "drop function acting_rating_request()",
    "alter table placement drop constraint ck_placement_kept_was_promised",
    "alter table placement_history drop column job_guarantee_kept",
    "alter table placement drop column job_guarantee_kept",
)


def upgrade() -> None:
    """Apply."""
    for statement in UPGRADE:
        op.execute(statement)


def downgrade() -> None:
    """Undo."""
    for statement in DOWNGRADE:
        op.execute(statement)
