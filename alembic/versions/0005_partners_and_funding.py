"""Who does what in a programme, who pays for it, and how it is to be shown to work."""

from alembic import op

revision = "0005_partners_and_funding"
down_revision = "0004_door_for_employers"

REPORTED = """
    known_from, known_until, recorded_at, recorded_by, version, changed_at, changed_by, name, kind, intervention_type,
    target_groups, sectors, target_occupations, job_guarantee, follow_up_months, contact_norm_days, caseload_norm,
    entry_requirements, phases, catalogue_key, id, lead_organisation_id
"""

# The twin's constraints are called after those of the table itself, as when it was made like it.
UPGRADE = (
    *(
        statement
        for table in ("programme", "programme_history")
        for statement in (
            f"alter table {table} add column catalogue_key varchar(80)",
            f"alter table {table} add column evaluation jsonb",
            f"alter table {table} add column scaling_criteria jsonb constraint programme_scaling_criteria_not_null not null default '[]'",
            f"alter table {table} alter column scaling_criteria drop default",
            f"alter table {table} add column effective_elements jsonb constraint programme_effective_elements_not_null not null default '[]'",
            f"alter table {table} alter column effective_elements drop default",
        )
    ),
    """
    alter table programme add constraint ck_programme_catalogue_key CHECK (catalogue_key ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
    """,
    "revoke select on programme_history from bestendig_reports",
    f"grant select ({REPORTED}) on programme_history to bestendig_reports",
    """
    CREATE TABLE programme_funding (
        recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
        recorded_by UUID,
        version INTEGER NOT NULL,
        changed_at TIMESTAMP WITH TIME ZONE NOT NULL,
        changed_by UUID,
        source VARCHAR(200) NOT NULL,
        amount NUMERIC(12, 2),
        starts_on DATE,
        ends_on DATE,
        phases TEXT[] NOT NULL,
        id UUID NOT NULL,
        programme_id UUID NOT NULL,
        organisation_id UUID,
        CONSTRAINT pk_programme_funding PRIMARY KEY (id),
        CONSTRAINT ck_programme_funding_amount_range CHECK (amount between 0 and 1000000000),
        CONSTRAINT ck_programme_funding_ends_on_not_before_starts_on CHECK (ends_on >= starts_on),
        CONSTRAINT fk_programme_funding_recorded_by FOREIGN KEY(recorded_by) REFERENCES account (id),
        CONSTRAINT fk_programme_funding_changed_by FOREIGN KEY(changed_by) REFERENCES account (id),
        CONSTRAINT fk_programme_funding_programme_id FOREIGN KEY(programme_id) REFERENCES programme (id),
        CONSTRAINT fk_programme_funding_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
    )
    """,
    """
    CREATE INDEX ix_programme_funding_organisation_id ON programme_funding (organisation_id)
    """,
    """
    CREATE INDEX ix_programme_funding_programme_id ON programme_funding (programme_id)
    """,
    """
    CREATE TABLE programme_partner (
        recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
        recorded_by UUID,
        version INTEGER NOT NULL,
        changed_at TIMESTAMP WITH TIME ZONE NOT NULL,
        changed_by UUID,
        role VARCHAR(40) NOT NULL,
        task VARCHAR(1000),
        id UUID NOT NULL,
        programme_id UUID NOT NULL,
        organisation_id UUID NOT NULL,
        CONSTRAINT pk_programme_partner PRIMARY KEY (id),
        CONSTRAINT uq_programme_partner_programme_id_organisation_id_role UNIQUE (programme_id, organisation_id, role),
        CONSTRAINT fk_programme_partner_recorded_by FOREIGN KEY(recorded_by) REFERENCES account (id),
        CONSTRAINT fk_programme_partner_changed_by FOREIGN KEY(changed_by) REFERENCES account (id),
        CONSTRAINT ck_programme_partner_partner_role CHECK (role IN ('coordination', 'referral', 'screening', 'language', 'vocational_training', 'coaching', 'matching', 'employer', 'funding', 'research', 'other')),
        CONSTRAINT fk_programme_partner_programme_id FOREIGN KEY(programme_id) REFERENCES programme (id),
        CONSTRAINT fk_programme_partner_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
    )
    """,
    """
    CREATE INDEX ix_programme_partner_organisation_id ON programme_partner (organisation_id)
    """,
    """
    create function acting_partner_programmes() returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$ select coalesce(array_agg(distinct part.programme_id), '{}') from membership join (select programme_id, organisation_id from programme_partner union select id, lead_organisation_id from programme) as part using (organisation_id) where account_id = (select nullif(current_setting('app.account', true), '')::uuid) and role in ('employer', 'municipality') $$
    """,
    """
    comment on function acting_partner_programmes() is 'the programmes in which an organisation that the acting account works for takes part'
    """,
    """
    revoke all on function acting_partner_programmes() from public
    """,
    """
    grant execute on function acting_partner_programmes() to bestendig_app, bestendig_employer, bestendig_reports, bestendig_owner
    """,
    """
    alter table programme_funding enable row level security
    """,
    """
    alter table programme_funding force row level security
    """,
    """
    create policy programme_funding_operator on programme_funding to bestendig_owner using (true) with check (true)
    """,
    """
    grant select on programme_funding to bestendig_app
    """,
    """
    grant insert on programme_funding to bestendig_app
    """,
    """
    grant update on programme_funding to bestendig_app
    """,
    """
    grant delete on programme_funding to bestendig_app
    """,
    """
    create policy programme_funding_app_select on programme_funding for select to bestendig_app using (programme_id = any ((select acting_programmes())::uuid[]) or (select acting_administrator()))
    """,
    """
    create policy programme_funding_app_insert on programme_funding for insert to bestendig_app with check (programme_id = any ((select acting_programmes())::uuid[]) or (select acting_administrator()))
    """,
    """
    create policy programme_funding_app_update on programme_funding for update to bestendig_app using (programme_id = any ((select acting_programmes())::uuid[]) or (select acting_administrator())) with check (programme_id = any ((select acting_programmes())::uuid[]) or (select acting_administrator()))
    """,
    """
    create policy programme_funding_app_delete on programme_funding for delete to bestendig_app using (programme_id = any ((select acting_programmes())::uuid[]) or (select acting_administrator()))
    """,
    """
    alter table programme_partner enable row level security
    """,
    """
    alter table programme_partner force row level security
    """,
    """
    create policy programme_partner_operator on programme_partner to bestendig_owner using (true) with check (true)
    """,
    """
    grant select on programme_partner to bestendig_app
    """,
    """
    grant insert on programme_partner to bestendig_app
    """,
    """
    grant update on programme_partner to bestendig_app
    """,
    """
    grant delete on programme_partner to bestendig_app
    """,
    """
    create policy programme_partner_app_select on programme_partner for select to bestendig_app using (programme_id = any ((select acting_programmes())::uuid[]) or (select acting_administrator()))
    """,
    """
    create policy programme_partner_app_insert on programme_partner for insert to bestendig_app with check (programme_id = any ((select acting_programmes())::uuid[]) or (select acting_administrator()))
    """,
    """
    create policy programme_partner_app_update on programme_partner for update to bestendig_app using (programme_id = any ((select acting_programmes())::uuid[]) or (select acting_administrator())) with check (programme_id = any ((select acting_programmes())::uuid[]) or (select acting_administrator()))
    """,
    """
    create policy programme_partner_app_delete on programme_partner for delete to bestendig_app using (programme_id = any ((select acting_programmes())::uuid[]) or (select acting_administrator()))
    """,
    """
    create view who_does_what with (security_barrier) as select programme.id as programme_id, programme.name as programme, organisation.name as organisation, part.role, part.task from (select programme_id, organisation_id, role, task from programme_partner union all select id, lead_organisation_id, null, null from programme) as part join programme on programme.id = part.programme_id join organisation on organisation.id = part.organisation_id where part.programme_id = any ((select acting_partner_programmes())::uuid[])
    """,
    """
    grant select on who_does_what to bestendig_app, bestendig_employer
    """,
)

DOWNGRADE = (
    "drop view who_does_what",
    "drop table programme_funding cascade",
    "drop table programme_partner cascade",
    "drop function acting_partner_programmes()",
    "revoke select on programme_history from bestendig_reports",
    *(
        f"alter table {table} drop column {column}"
        for table in ("programme", "programme_history")
        for column in ("catalogue_key", "evaluation", "scaling_criteria", "effective_elements")
    ),
    "grant select on programme_history to bestendig_reports",
)


def upgrade() -> None:
    """Apply."""
    for statement in UPGRADE:
        op.execute(statement)


def downgrade() -> None:
    """Undo."""
    for statement in DOWNGRADE:
        op.execute(statement)
