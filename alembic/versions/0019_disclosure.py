"""Every pull of an outcome report is kept, so that a next one cannot be subtracted from it."""

from alembic import op

revision = "0019_disclosure"
down_revision = "0018_editions"

UPGRADE = (
    """
    CREATE TABLE outcome_pull (
        id UUID NOT NULL,
        at TIMESTAMP WITH TIME ZONE NOT NULL,
        account_id UUID,
        origin VARCHAR(40) NOT NULL,
        programme_ids UUID[] NOT NULL,
        municipality_codes TEXT[] NOT NULL,
        cohort_ids UUID[] NOT NULL,
        group_by TEXT[] NOT NULL,
        metrics TEXT[] NOT NULL,
        as_of DATE NOT NULL,
        known_at TIMESTAMP WITH TIME ZONE NOT NULL,
        result VARCHAR(40) NOT NULL,
        withheld INTEGER NOT NULL,
        fingerprint BYTEA,
        like_id UUID,
        CONSTRAINT pk_outcome_pull PRIMARY KEY (id),
        CONSTRAINT fk_outcome_pull_account_id FOREIGN KEY(account_id) REFERENCES account (id),
        CONSTRAINT ck_outcome_pull_pull_result CHECK (result IN ('published', 'refused', 'exact')),
        CONSTRAINT fk_outcome_pull_like_id FOREIGN KEY(like_id) REFERENCES outcome_pull (id)
    )
    """,
    """
    CREATE INDEX ix_outcome_pull_account_id ON outcome_pull (account_id)
    """,
    """
    CREATE INDEX ix_outcome_pull_at ON outcome_pull (at)
    """,
    """
    CREATE INDEX ix_outcome_pull_remembered ON outcome_pull (as_of) WHERE fingerprint is not null
    """,
    """
    alter table outcome_pull enable row level security
    """,
    """
    alter table outcome_pull force row level security
    """,
    """
    create policy outcome_pull_operator on outcome_pull to bestendig_owner
        using (true)
        with check (true)
    """,
    """
    grant select on outcome_pull to bestendig_app
    """,
    """
    grant insert on outcome_pull to bestendig_app
    """,
    """
    create policy outcome_pull_app_select on outcome_pull for select to bestendig_app
        using ((select acting_administrator()) or account_id = (select nullif(current_setting('app.account', true), '')::uuid)
            or programme_ids && (select acting_programmes())::uuid[]
            or (fingerprint is not null and programme_ids <@ (select acting_report_programmes())::uuid[] and municipality_codes <@ (select acting_municipalities())::text[]))
    """,
    """
    create policy outcome_pull_app_insert on outcome_pull for insert to bestendig_app
        with check (account_id = (select nullif(current_setting('app.account', true), '')::uuid))
    """,
)


def upgrade() -> None:
    """Apply."""
    for statement in UPGRADE:
        op.execute(statement)


def downgrade() -> None:
    """Take back."""
    op.execute("drop table outcome_pull")
