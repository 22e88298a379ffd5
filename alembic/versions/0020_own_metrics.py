"""Own metrics: what a programme wants to know of itself, in versions; and what is remembered of those published."""

from alembic import op

revision = "0020_own_metrics"
down_revision = "0019_disclosure"

UPGRADE = (
    """
    CREATE TABLE own_metric (
        recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
        recorded_by UUID,
        version INTEGER NOT NULL,
        changed_at TIMESTAMP WITH TIME ZONE NOT NULL,
        changed_by UUID,
        id UUID NOT NULL,
        code VARCHAR(12) NOT NULL,
        programme_id UUID NOT NULL,
        title VARCHAR(120) NOT NULL,
        title_en VARCHAR(120),
        team_only BOOLEAN NOT NULL,
        definition JSONB NOT NULL,
        retired_on DATE,
        CONSTRAINT pk_own_metric PRIMARY KEY (id),
        CONSTRAINT ck_own_metric_code CHECK (code ~ '^own_[0-9a-f]{8}$'),
        CONSTRAINT ck_own_metric_definition CHECK (jsonb_typeof(definition) = 'object'),
        CONSTRAINT fk_own_metric_recorded_by FOREIGN KEY(recorded_by) REFERENCES account (id),
        CONSTRAINT fk_own_metric_changed_by FOREIGN KEY(changed_by) REFERENCES account (id),
        CONSTRAINT uq_own_metric_code UNIQUE (code),
        CONSTRAINT fk_own_metric_programme_id FOREIGN KEY(programme_id) REFERENCES programme (id)
    )
    """,
    "CREATE INDEX ix_own_metric_programme_id ON own_metric (programme_id)",
    """
    create table own_metric_history (
        known_from timestamptz not null,
        known_until timestamptz not null,
        like own_metric,
        constraint pk_own_metric_history primary key (id, known_from),
        constraint ck_own_metric_history_interval check (known_from < known_until)
    )
    """,
    """
    create unique index uq_own_metric_history_current on own_metric_history (id) where known_until = 'infinity'
    """,
    """
    create trigger own_metric_remember_new after insert on own_metric
    for each row execute function keep_history()
    """,
    """
    create trigger own_metric_remember_change after update on own_metric
    for each row when (old.version is distinct from new.version) execute function keep_history()
    """,
    "alter table own_metric enable row level security",
    "alter table own_metric force row level security",
    "create policy own_metric_operator on own_metric to bestendig_owner using (true) with check (true)",
    "grant select on own_metric to bestendig_app",
    "grant insert on own_metric to bestendig_app",
    "grant update on own_metric to bestendig_app",
    """
    create policy own_metric_app_select on own_metric for select to bestendig_app
    using (programme_id = any ((select acting_programmes())::uuid[])
        or (not team_only and programme_id = any ((select acting_report_programmes())::uuid[])))
    """,
    """
    create policy own_metric_app_insert on own_metric for insert to bestendig_app
    with check (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    create policy own_metric_app_update on own_metric for update to bestendig_app
    using (programme_id = any ((select acting_programmes())::uuid[])
        or (not team_only and programme_id = any ((select acting_report_programmes())::uuid[])))
    with check (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    "alter table own_metric_history enable row level security",
    "alter table own_metric_history force row level security",
    """
    create policy own_metric_history_operator on own_metric_history to bestendig_owner
    using (true)
    with check (true)
    """,
    "grant select on own_metric_history to bestendig_app",
    """
    create policy own_metric_history_app_select on own_metric_history for select to bestendig_app
    using (programme_id = any ((select acting_programmes())::uuid[])
        or (not team_only and programme_id = any ((select acting_report_programmes())::uuid[])))
    """,
    "alter table outcome_pull add column own_fingerprints bytea[] not null default '{}'",
    "alter table outcome_pull alter column own_fingerprints drop default",
)
DOWNGRADE = (
    "alter table outcome_pull drop column own_fingerprints",
    "drop table own_metric_history",
    "drop table own_metric",
)


def upgrade() -> None:
    for statement in UPGRADE:
        op.execute(statement)


def downgrade() -> None:
    for statement in DOWNGRADE:
        op.execute(statement)
