"""Asking: contact persons at employers, messages and their requests, words of one's own, and what runs by itself."""

from alembic import op

revision = "0011_asking"
down_revision = "0010_entry_requirements"

UPGRADE = (
    """
    CREATE TABLE employer_contact (
        recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
        recorded_by UUID,
        version INTEGER NOT NULL,
        changed_at TIMESTAMP WITH TIME ZONE NOT NULL,
        changed_by UUID,
        name VARCHAR(200),
        email VARCHAR(320),
        phone VARCHAR(50),
        language VARCHAR(40) NOT NULL,
        id UUID NOT NULL,
        programme_id UUID NOT NULL,
        organisation_id UUID NOT NULL,
        bounced_at TIMESTAMP WITH TIME ZONE,
        bounce_reason VARCHAR(1000),
        CONSTRAINT pk_employer_contact PRIMARY KEY (id),
        CONSTRAINT uq_employer_contact_programme_id_organisation_id_email UNIQUE (programme_id, organisation_id, email),
        CONSTRAINT uq_employer_contact_id_programme_id_organisation_id UNIQUE (id, programme_id, organisation_id),
        CONSTRAINT ck_employer_contact_can_be_reached CHECK (email is not null or phone is not null),
        CONSTRAINT ck_employer_contact_bounce_has_a_moment CHECK (bounce_reason is null or bounced_at is not null),
        CONSTRAINT fk_employer_contact_recorded_by FOREIGN KEY(recorded_by) REFERENCES account (id),
        CONSTRAINT fk_employer_contact_changed_by FOREIGN KEY(changed_by) REFERENCES account (id),
        CONSTRAINT ck_employer_contact_message_language CHECK (language IN ('nl', 'en')),
        CONSTRAINT fk_employer_contact_programme_id FOREIGN KEY(programme_id) REFERENCES programme (id),
        CONSTRAINT fk_employer_contact_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
    )
    """,
    """
    CREATE TABLE message (
        recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
        recorded_by UUID,
        version INTEGER NOT NULL,
        changed_at TIMESTAMP WITH TIME ZONE NOT NULL,
        changed_by UUID,
        id UUID NOT NULL,
        programme_id UUID NOT NULL,
        purpose VARCHAR(40) NOT NULL,
        channel VARCHAR(40) NOT NULL,
        employer_contact_id UUID,
        participant_id UUID,
        account_id UUID,
        recipient VARCHAR(320) NOT NULL,
        language VARCHAR(40) NOT NULL,
        state VARCHAR(40) NOT NULL,
        not_before TIMESTAMP WITH TIME ZONE NOT NULL,
        attempts INTEGER NOT NULL,
        claimed_at TIMESTAMP WITH TIME ZONE,
        handed_over_at TIMESTAMP WITH TIME ZONE,
        sent_at TIMESTAMP WITH TIME ZONE,
        uncertain_at TIMESTAMP WITH TIME ZONE,
        settled_at TIMESTAMP WITH TIME ZONE,
        mail_id VARCHAR(200),
        subject VARCHAR(500),
        body VARCHAR(20000),
        reply VARCHAR(1000),
        CONSTRAINT pk_message PRIMARY KEY (id),
        CONSTRAINT ck_message_attempts_range CHECK (attempts between 0 and 1000),
        CONSTRAINT ck_message_sent_has_a_moment CHECK (state <> 'sent' or sent_at is not null),
        CONSTRAINT fk_message_recorded_by FOREIGN KEY(recorded_by) REFERENCES account (id),
        CONSTRAINT fk_message_changed_by FOREIGN KEY(changed_by) REFERENCES account (id),
        CONSTRAINT fk_message_programme_id FOREIGN KEY(programme_id) REFERENCES programme (id),
        CONSTRAINT ck_message_message_purpose CHECK (purpose IN ('follow_up', 'participant_question', 'renewal', 'test')),
        CONSTRAINT ck_message_message_channel CHECK (channel IN ('email', 'text')),
        CONSTRAINT fk_message_employer_contact_id FOREIGN KEY(employer_contact_id) REFERENCES employer_contact (id),
        CONSTRAINT fk_message_participant_id FOREIGN KEY(participant_id) REFERENCES participant (id),
        CONSTRAINT fk_message_account_id FOREIGN KEY(account_id) REFERENCES account (id),
        CONSTRAINT ck_message_message_language CHECK (language IN ('nl', 'en')),
        CONSTRAINT ck_message_message_state CHECK (state IN ('waiting', 'sending', 'handing_over', 'sent', 'uncertain', 'refused', 'bounced', 'cancelled')),
        CONSTRAINT uq_message_mail_id UNIQUE (mail_id)
    )
    """,
    """
    CREATE TABLE follow_up_request (
        recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
        recorded_by UUID,
        programme_id UUID NOT NULL,
        trajectory_id UUID NOT NULL,
        participant_id UUID NOT NULL,
        id UUID NOT NULL,
        follow_up_id UUID NOT NULL,
        message_id UUID NOT NULL,
        recipient VARCHAR(320) NOT NULL,
        asked_of VARCHAR(40) NOT NULL,
        nth INTEGER NOT NULL,
        dropped_at TIMESTAMP WITH TIME ZONE,
        CONSTRAINT pk_follow_up_request PRIMARY KEY (id),
        CONSTRAINT fk_follow_up_request_trajectory FOREIGN KEY(trajectory_id, programme_id, participant_id) REFERENCES trajectory (id, programme_id, participant_id),
        CONSTRAINT uq_follow_up_request_follow_up_id_recipient_nth UNIQUE (follow_up_id, recipient, nth),
        CONSTRAINT ck_follow_up_request_nth_range CHECK (nth between 1 and 3),
        CONSTRAINT fk_follow_up_request_recorded_by FOREIGN KEY(recorded_by) REFERENCES account (id),
        CONSTRAINT fk_follow_up_request_programme_id FOREIGN KEY(programme_id) REFERENCES programme (id),
        CONSTRAINT fk_follow_up_request_participant_id FOREIGN KEY(participant_id) REFERENCES participant (id),
        CONSTRAINT fk_follow_up_request_follow_up_id FOREIGN KEY(follow_up_id) REFERENCES follow_up (id),
        CONSTRAINT fk_follow_up_request_message_id FOREIGN KEY(message_id) REFERENCES message (id),
        CONSTRAINT ck_follow_up_request_asked_of CHECK (asked_of IN ('employer', 'participant'))
    )
    """,
    """
    CREATE TABLE message_template (
        recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
        recorded_by UUID,
        version INTEGER NOT NULL,
        changed_at TIMESTAMP WITH TIME ZONE NOT NULL,
        changed_by UUID,
        kind VARCHAR(40) NOT NULL,
        language VARCHAR(40) NOT NULL,
        subject VARCHAR(200),
        body VARCHAR(5000) NOT NULL,
        id UUID NOT NULL,
        programme_id UUID NOT NULL,
        CONSTRAINT pk_message_template PRIMARY KEY (id),
        CONSTRAINT uq_message_template_programme_id_kind_language UNIQUE (programme_id, kind, language),
        CONSTRAINT fk_message_template_recorded_by FOREIGN KEY(recorded_by) REFERENCES account (id),
        CONSTRAINT fk_message_template_changed_by FOREIGN KEY(changed_by) REFERENCES account (id),
        CONSTRAINT ck_message_template_message_kind CHECK (kind IN ('first', 'reminder', 'participant', 'text')),
        CONSTRAINT ck_message_template_message_language CHECK (language IN ('nl', 'en')),
        CONSTRAINT fk_message_template_programme_id FOREIGN KEY(programme_id) REFERENCES programme (id)
    )
    """,
    """
    CREATE TABLE periodic_run (
        task VARCHAR(100) NOT NULL,
        started_at TIMESTAMP WITH TIME ZONE NOT NULL,
        finished_at TIMESTAMP WITH TIME ZONE,
        failed_at TIMESTAMP WITH TIME ZONE,
        failure VARCHAR(200),
        counts JSONB NOT NULL,
        CONSTRAINT pk_periodic_run PRIMARY KEY (task)
    )
    """,
    """
    CREATE TABLE consistency_finding (
        id UUID NOT NULL,
        programme_id UUID,
        check_name VARCHAR(100) NOT NULL,
        object_type VARCHAR(100) NOT NULL,
        object_id UUID NOT NULL,
        found_at TIMESTAMP WITH TIME ZONE NOT NULL,
        last_seen_at TIMESTAMP WITH TIME ZONE NOT NULL,
        resolved_at TIMESTAMP WITH TIME ZONE,
        CONSTRAINT pk_consistency_finding PRIMARY KEY (id),
        CONSTRAINT fk_consistency_finding_programme_id FOREIGN KEY(programme_id) REFERENCES programme (id)
    )
    """,
    """
    alter table programme add column asking jsonb
    """,
    """
    alter table programme_history add column asking jsonb
    """,
    """
    grant select (asking) on programme_history to bestendig_reports
    """,
    """
    alter table follow_up add column computed_due_on date, add column moved_because varchar(2000),
        add column times_asked integer not null default 0, add column last_asked_on date, add column
        acknowledged_on date, add column acknowledged_because varchar(2000)
    """,
    """
    alter table follow_up_history add column computed_due_on date, add column moved_because
        varchar(2000), add column times_asked integer constraint follow_up_times_asked_not_null not
        null default 0, add column last_asked_on date, add column acknowledged_on date, add column
        acknowledged_because varchar(2000)
    """,
    """
    alter table follow_up alter column times_asked drop default
    """,
    """
    alter table follow_up_history alter column times_asked drop default
    """,
    """
    alter table follow_up add constraint ck_follow_up_times_asked_range check (times_asked between 0
        and 3)
    """,
    """
    alter table follow_up add constraint ck_follow_up_moved_with_a_reason check ((computed_due_on is
        null) = (moved_because is null))
    """,
    """
    grant select (computed_due_on, times_asked, last_asked_on, acknowledged_on) on follow_up_history
        to bestendig_reports
    """,
    """
    alter table placement add column contact_id uuid
    """,
    """
    alter table placement_history add column contact_id uuid
    """,
    """
    alter table placement add constraint fk_placement_contact foreign key (contact_id, programme_id,
        organisation_id) references employer_contact (id, programme_id, organisation_id)
    """,
    """
    grant select (contact_id) on placement_history to bestendig_reports
    """,
    """
    alter table observation add column told_by varchar(200), add column told_how varchar(40), add
        column told_on date
    """,
    """
    alter table observation add constraint ck_observation_told_how check (told_how in ('telephone',
        'visit', 'email', 'letter', 'text_message'))
    """,
    """
    grant select (told_how, told_on) on observation to bestendig_reports
    """,
    """
    alter table confirmation_link add column asked_of varchar(40) not null default 'employer', add
        column message_id uuid, add column partial jsonb, add column opened_at timestamptz, add
        column renewed_at timestamptz
    """,
    """
    alter table confirmation_link alter column asked_of drop default
    """,
    """
    alter table confirmation_link add constraint ck_confirmation_link_asked_of check (asked_of in
        ('employer', 'participant'))
    """,
    """
    alter table confirmation_link add constraint fk_confirmation_link_message_id foreign key
        (message_id) references message (id)
    """,
    """
    create index ix_confirmation_link_message_id on confirmation_link (message_id)
    """,
    """
    create index ix_confirmation_link_follow_up_id on confirmation_link (follow_up_id)
    """,
    """
    grant update (partial, opened_at, renewed_at) on confirmation_link to bestendig_employer
    """,
    """
    CREATE INDEX ix_consistency_finding_programme_id ON consistency_finding (programme_id)
    """,
    """
    CREATE UNIQUE INDEX uq_consistency_finding_standing ON consistency_finding (check_name, object_id) WHERE resolved_at is null
    """,
    """
    CREATE INDEX ix_employer_contact_organisation_id ON employer_contact (organisation_id)
    """,
    """
    CREATE INDEX ix_employer_contact_programme_id ON employer_contact (programme_id)
    """,
    """
    CREATE INDEX ix_message_template_programme_id ON message_template (programme_id)
    """,
    """
    CREATE INDEX ix_message_employer_contact_id ON message (employer_contact_id)
    """,
    """
    CREATE INDEX ix_message_participant_id ON message (participant_id)
    """,
    """
    CREATE INDEX ix_message_programme_id ON message (programme_id)
    """,
    """
    CREATE INDEX ix_message_to_send ON message (not_before) WHERE state in ('waiting', 'sending', 'handing_over')
    """,
    """
    CREATE INDEX ix_follow_up_request_follow_up_id ON follow_up_request (follow_up_id)
    """,
    """
    CREATE INDEX ix_follow_up_request_message_id ON follow_up_request (message_id)
    """,
    """
    CREATE INDEX ix_follow_up_request_participant_id ON follow_up_request (participant_id)
    """,
    """
    CREATE INDEX ix_follow_up_request_trajectory_id ON follow_up_request (trajectory_id)
    """,
    """
    alter table periodic_run enable row level security
    """,
    """
    alter table periodic_run force row level security
    """,
    """
    create policy periodic_run_operator on periodic_run to bestendig_owner
        using (true)
        with check (true)
    """,
    """
    grant select on periodic_run to bestendig_app
    """,
    """
    create policy periodic_run_app_select on periodic_run for select to bestendig_app
        using ((select acting_programmes())::uuid[] <> '{}' or (select acting_administrator()))
    """,
    """
    alter table consistency_finding enable row level security
    """,
    """
    alter table consistency_finding force row level security
    """,
    """
    create policy consistency_finding_operator on consistency_finding to bestendig_owner
        using (true)
        with check (true)
    """,
    """
    grant select on consistency_finding to bestendig_app
    """,
    """
    create policy consistency_finding_app_select on consistency_finding for select to bestendig_app
        using (programme_id = any ((select acting_programmes())::uuid[]) or (select acting_administrator()))
    """,
    """
    alter table employer_contact enable row level security
    """,
    """
    alter table employer_contact force row level security
    """,
    """
    create policy employer_contact_operator on employer_contact to bestendig_owner
        using (true)
        with check (true)
    """,
    """
    grant select on employer_contact to bestendig_app
    """,
    """
    grant insert on employer_contact to bestendig_app
    """,
    """
    grant update on employer_contact to bestendig_app
    """,
    """
    create policy employer_contact_app_select on employer_contact for select to bestendig_app
        using (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    create policy employer_contact_app_insert on employer_contact for insert to bestendig_app
        with check (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    create policy employer_contact_app_update on employer_contact for update to bestendig_app
        using (programme_id = any ((select acting_programmes())::uuid[]))
        with check (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    alter table message_template enable row level security
    """,
    """
    alter table message_template force row level security
    """,
    """
    create policy message_template_operator on message_template to bestendig_owner
        using (true)
        with check (true)
    """,
    """
    grant select on message_template to bestendig_app
    """,
    """
    grant insert on message_template to bestendig_app
    """,
    """
    grant update on message_template to bestendig_app
    """,
    """
    grant delete on message_template to bestendig_app
    """,
    """
    create policy message_template_app_select on message_template for select to bestendig_app
        using (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    create policy message_template_app_insert on message_template for insert to bestendig_app
        with check (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    create policy message_template_app_update on message_template for update to bestendig_app
        using (programme_id = any ((select acting_programmes())::uuid[]))
        with check (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    create policy message_template_app_delete on message_template for delete to bestendig_app
        using (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    alter table message enable row level security
    """,
    """
    alter table message force row level security
    """,
    """
    create policy message_operator on message to bestendig_owner
        using (true)
        with check (true)
    """,
    """
    grant select on message to bestendig_app
    """,
    """
    grant insert on message to bestendig_app
    """,
    """
    grant update on message to bestendig_app
    """,
    """
    create policy message_app_select on message for select to bestendig_app
        using (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    create policy message_app_insert on message for insert to bestendig_app
        with check (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    create policy message_app_update on message for update to bestendig_app
        using (programme_id = any ((select acting_programmes())::uuid[]))
        with check (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    alter table follow_up_request enable row level security
    """,
    """
    alter table follow_up_request force row level security
    """,
    """
    create policy follow_up_request_operator on follow_up_request to bestendig_owner
        using (true)
        with check (true)
    """,
    """
    grant select on follow_up_request to bestendig_app
    """,
    """
    grant insert on follow_up_request to bestendig_app
    """,
    """
    grant update on follow_up_request to bestendig_app
    """,
    """
    create policy follow_up_request_app_select on follow_up_request for select to bestendig_app
        using (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    create policy follow_up_request_app_insert on follow_up_request for insert to bestendig_app
        with check (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    create policy follow_up_request_app_update on follow_up_request for update to bestendig_app
        using (programme_id = any ((select acting_programmes())::uuid[]))
        with check (programme_id = any ((select acting_programmes())::uuid[]))
    """,
)

DOWNGRADE = (
    "drop table consistency_finding",
    "drop table periodic_run",
    "drop table message_template",
    "drop table follow_up_request",
    "alter table confirmation_link drop column asked_of, drop column message_id, drop column partial, drop column opened_at, drop column renewed_at",
    "drop index ix_confirmation_link_follow_up_id",
    "alter table observation drop column told_by, drop column told_how, drop column told_on",
    "alter table placement drop column contact_id",
    "alter table placement_history drop column contact_id",
    "alter table follow_up drop column computed_due_on, drop column moved_because, drop column times_asked, drop column last_asked_on, drop column acknowledged_on, drop column acknowledged_because",
    "alter table follow_up_history drop column computed_due_on, drop column moved_because, drop column times_asked, drop column last_asked_on, drop column acknowledged_on, drop column acknowledged_because",
    "alter table programme drop column asking",
    "alter table programme_history drop column asking",
    "drop table message",
    "drop table employer_contact",
)


def upgrade() -> None:
    """Apply."""
    for statement in UPGRADE:
        op.execute(statement)


def downgrade() -> None:
    """Undo."""
    for statement in DOWNGRADE:
        op.execute(statement)
