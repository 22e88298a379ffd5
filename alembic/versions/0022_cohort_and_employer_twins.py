"""Twins of cohorts and organisations, as reports name and count by them; and no version is ever taken from a twin.

What is new is remembered once for all rows of a statement, so that a large import costs little.

What was known of a cohort or an organisation before is not known any more: as it is now, it holds from its recording.
"""

from alembic import op

revision = "0022_cohort_and_employer_twins"
down_revision = "0020_own_metrics"

TAKES_NO_VERSION_AWAY = """
    create or replace function keep_history() returns trigger language plpgsql security definer
    set search_path = pg_catalog, public as $$
    declare
        twin text := tg_table_name || '_history';
        last_until timestamptz;
    begin
        execute format('delete from %I where id = $1 and known_until = ''infinity'' and known_from = $2', twin)
            using new.id, new.changed_at;
        execute format(
            'update %I set known_until = greatest($2, known_from + interval ''1 microsecond'') '
            'where id = $1 and known_until = ''infinity'' returning known_until', twin
        ) into last_until using new.id, new.changed_at;
        execute format('insert into %I select $1, ''infinity'', ($2).*', twin)
            using coalesce(last_until, new.changed_at), new;
        return null;
    end $$
    """
AS_BEFORE = """
    create or replace function keep_history() returns trigger language plpgsql security definer
    set search_path = pg_catalog, public as $$
    declare twin text := tg_table_name || '_history';
    begin
        execute format('delete from %I where id = $1 and known_until = ''infinity'' and known_from >= $2', twin)
            using new.id, new.changed_at;
        execute format('update %I set known_until = $2 where id = $1 and known_until = ''infinity''', twin)
            using new.id, new.changed_at;
        execute format('insert into %I select $1, ''infinity'', ($2).*', twin) using new.changed_at, new;
        return null;
    end $$
    """
KEEP_FIRST_VERSIONS = """
    create function keep_first_versions() returns trigger language plpgsql security definer
    set search_path = pg_catalog, public as $$
    begin
        execute format(
            'insert into %I select added.changed_at, ''infinity'', added.* from added', tg_table_name || '_history'
        );
        return null;
    end $$
    """
REMEMBERED_BEFORE = (
    "trajectory",
    "placement",
    "follow_up",
    "participant_profile",
    "programme",
    "coaching_contact",
    "own_metric",
)
REMEMBERED_NOW = (*REMEMBERED_BEFORE, "cohort", "organisation")
UPGRADE = (
    TAKES_NO_VERSION_AWAY,
    KEEP_FIRST_VERSIONS,
    "revoke all on function keep_first_versions() from public",
    *(f"drop trigger {table}_remember_new on {table}" for table in REMEMBERED_BEFORE),
    *(
        f"""
        create trigger {table}_remember_new after insert on {table} referencing new table as added
            for each statement execute function keep_first_versions()
        """
        for table in REMEMBERED_NOW
    ),
    """
    create table cohort_history (known_from timestamptz not null, known_until timestamptz not null, like cohort, constraint pk_cohort_history primary key (id, known_from), constraint ck_cohort_history_interval check (known_from < known_until))
    """,
    """
    create unique index uq_cohort_history_current on cohort_history (id) where known_until = 'infinity'
    """,
    """
    create trigger cohort_remember_change after update on cohort for each row when (old.version is distinct from new.version) execute function keep_history()
    """,
    "insert into cohort_history select recorded_at, 'infinity', cohort.* from cohort",
    """
    create table organisation_history (known_from timestamptz not null, known_until timestamptz not null, like organisation, constraint pk_organisation_history primary key (id, known_from), constraint ck_organisation_history_interval check (known_from < known_until))
    """,
    """
    create unique index uq_organisation_history_current on organisation_history (id) where known_until = 'infinity'
    """,
    """
    create trigger organisation_remember_change after update on organisation for each row when (old.version is distinct from new.version) execute function keep_history()
    """,
    "insert into organisation_history select recorded_at, 'infinity', organisation.* from organisation",
    """
    alter table cohort_history enable row level security
    """,
    """
    alter table cohort_history force row level security
    """,
    """
    create policy cohort_history_operator on cohort_history to bestendig_owner
        using (true)
        with check (true)
    """,
    """
    grant select (known_from, known_until, id, name) on cohort_history to bestendig_reports
    """,
    """
    create policy cohort_history_reports_select on cohort_history for select to bestendig_reports
        using (true)
    """,
    """
    alter table organisation_history enable row level security
    """,
    """
    alter table organisation_history force row level security
    """,
    """
    create policy organisation_history_operator on organisation_history to bestendig_owner
        using (true)
        with check (true)
    """,
    """
    grant select (known_from, known_until, id, nace_section) on organisation_history to bestendig_reports
    """,
    """
    create policy organisation_history_reports_select on organisation_history for select to bestendig_reports
        using (true)
    """,
)
DOWNGRADE = (
    *(f"drop trigger {table}_remember_new on {table}" for table in REMEMBERED_NOW),
    *(
        f"""
        create trigger {table}_remember_new after insert on {table} for each row execute function keep_history()
        """
        for table in REMEMBERED_BEFORE
    ),
    "drop function keep_first_versions()",
    "drop trigger cohort_remember_change on cohort",
    "drop trigger organisation_remember_change on organisation",
    "drop table cohort_history",
    "drop table organisation_history",
    AS_BEFORE,
)


def upgrade() -> None:
    """Apply."""
    for statement in UPGRADE:
        op.execute(statement)


def downgrade() -> None:
    """Take back."""
    for statement in DOWNGRADE:
        op.execute(statement)
