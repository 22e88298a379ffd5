"""Editions: reports that are saved, and what was published of them, which PostgreSQL never lets change."""

from alembic import op

revision = "0018_editions"
down_revision = "0017_asking_unread"

UPGRADE = (
    """
    CREATE TABLE outcome_report (
        recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
        recorded_by UUID,
        version INTEGER NOT NULL,
        changed_at TIMESTAMP WITH TIME ZONE NOT NULL,
        changed_by UUID,
        title VARCHAR(120) NOT NULL,
        metrics TEXT[] NOT NULL,
        group_by VARCHAR(40),
        reference_day VARCHAR(40) NOT NULL,
        id UUID NOT NULL,
        programme_id UUID,
        municipality_code VARCHAR(6),
        CONSTRAINT pk_outcome_report PRIMARY KEY (id),
        CONSTRAINT ck_outcome_report_one_scope CHECK (num_nonnulls(programme_id, municipality_code) = 1),
        CONSTRAINT fk_outcome_report_recorded_by FOREIGN KEY(recorded_by) REFERENCES account (id),
        CONSTRAINT fk_outcome_report_changed_by FOREIGN KEY(changed_by) REFERENCES account (id),
        CONSTRAINT ck_outcome_report_reference_day
            CHECK (reference_day IN ('day_itself', 'last_month', 'last_quarter', 'last_year')),
        CONSTRAINT fk_outcome_report_programme_id FOREIGN KEY(programme_id) REFERENCES programme (id)
    )
    """,
    "CREATE INDEX ix_outcome_report_municipality_code ON outcome_report (municipality_code)",
    "CREATE INDEX ix_outcome_report_programme_id ON outcome_report (programme_id)",
    """
    CREATE TABLE outcome_edition (
        recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
        recorded_by UUID,
        id UUID NOT NULL,
        report_id UUID NOT NULL,
        programme_id UUID,
        municipality_code VARCHAR(6),
        number INTEGER NOT NULL,
        as_of DATE NOT NULL,
        known_at TIMESTAMP WITH TIME ZONE NOT NULL,
        content BYTEA NOT NULL,
        digest VARCHAR(64) NOT NULL,
        CONSTRAINT pk_outcome_edition PRIMARY KEY (id),
        CONSTRAINT uq_outcome_edition_report_id_number UNIQUE (report_id, number),
        CONSTRAINT ck_outcome_edition_number_positive CHECK (number > 0),
        CONSTRAINT ck_outcome_edition_digest_of_content CHECK (digest = encode(sha256(content), 'hex')),
        CONSTRAINT ck_outcome_edition_one_scope CHECK (num_nonnulls(programme_id, municipality_code) = 1),
        CONSTRAINT fk_outcome_edition_recorded_by FOREIGN KEY(recorded_by) REFERENCES account (id),
        CONSTRAINT fk_outcome_edition_report_id FOREIGN KEY(report_id) REFERENCES outcome_report (id),
        CONSTRAINT fk_outcome_edition_programme_id FOREIGN KEY(programme_id) REFERENCES programme (id)
    )
    """,
    "CREATE INDEX ix_outcome_edition_municipality_code ON outcome_edition (municipality_code)",
    "CREATE INDEX ix_outcome_edition_programme_id ON outcome_edition (programme_id)",
    """
    create function refuse_change() returns trigger language plpgsql set search_path = pg_catalog, public as $$
    begin
        raise exception 'What was published is never changed.' using errcode = 'restrict_violation';
    end $$
    """,
    "revoke all on function refuse_change() from public",
    """
    create trigger outcome_edition_frozen before update or delete on outcome_edition
    for each row execute function refuse_change()
    """,
    "alter table outcome_report enable row level security",
    "alter table outcome_report force row level security",
    "create policy outcome_report_operator on outcome_report to bestendig_owner using (true) with check (true)",
    "grant select on outcome_report to bestendig_app",
    "grant insert on outcome_report to bestendig_app",
    "grant update on outcome_report to bestendig_app",
    "grant delete on outcome_report to bestendig_app",
    """
    create policy outcome_report_app_select on outcome_report for select to bestendig_app
    using (programme_id = any ((select acting_report_programmes())::uuid[])
        or municipality_code = any ((select acting_municipalities())::text[]))
    """,
    """
    create policy outcome_report_app_insert on outcome_report for insert to bestendig_app
    with check (programme_id = any ((select acting_programmes())::uuid[])
        or municipality_code = any ((select acting_municipalities())::text[]))
    """,
    """
    create policy outcome_report_app_update on outcome_report for update to bestendig_app
    using (programme_id = any ((select acting_report_programmes())::uuid[])
        or municipality_code = any ((select acting_municipalities())::text[]))
    with check (programme_id = any ((select acting_programmes())::uuid[])
        or municipality_code = any ((select acting_municipalities())::text[]))
    """,
    """
    create policy outcome_report_app_delete on outcome_report for delete to bestendig_app
    using (programme_id = any ((select acting_programmes())::uuid[])
        or municipality_code = any ((select acting_municipalities())::text[]))
    """,
    "alter table outcome_edition enable row level security",
    "alter table outcome_edition force row level security",
    "create policy outcome_edition_operator on outcome_edition to bestendig_owner using (true) with check (true)",
    "grant select on outcome_edition to bestendig_app",
    "grant insert on outcome_edition to bestendig_app",
    """
    create policy outcome_edition_app_select on outcome_edition for select to bestendig_app
    using (programme_id = any ((select acting_report_programmes())::uuid[])
        or municipality_code = any ((select acting_municipalities())::text[]))
    """,
    """
    create policy outcome_edition_app_insert on outcome_edition for insert to bestendig_app
    with check (programme_id = any ((select acting_programmes())::uuid[])
        or municipality_code = any ((select acting_municipalities())::text[]))
    """,
)
DOWNGRADE = (
    "drop table outcome_edition",
    "drop table outcome_report",
    "drop function refuse_change()",
)


def upgrade() -> None:
    for statement in UPGRADE:
        op.execute(statement)


def downgrade() -> None:
    for statement in DOWNGRADE:
        op.execute(statement)
