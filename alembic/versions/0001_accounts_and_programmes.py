"""Accounts, organisations, programmes and the audit log."""

from alembic import op

revision = "0001_accounts_and_programmes"
down_revision = None

UPGRADE = (
    """
    CREATE TABLE account (
        recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
        recorded_by UUID,
        version INTEGER NOT NULL,
        changed_at TIMESTAMP WITH TIME ZONE NOT NULL,
        changed_by UUID,
        email VARCHAR(320) NOT NULL,
        display_name VARCHAR(200) NOT NULL,
        kind VARCHAR(40) NOT NULL,
        language VARCHAR(2) NOT NULL,
        id UUID NOT NULL,
        closed_at TIMESTAMP WITH TIME ZONE,
        CONSTRAINT pk_account PRIMARY KEY (id),
        CONSTRAINT ck_account_email_in_lower_case CHECK (email = lower(email)),
        CONSTRAINT fk_account_recorded_by FOREIGN KEY(recorded_by) REFERENCES account (id),
        CONSTRAINT fk_account_changed_by FOREIGN KEY(changed_by) REFERENCES account (id),
        CONSTRAINT ck_account_account_kind CHECK (kind IN ('person', 'machine'))
    )
    """,
    """
    CREATE UNIQUE INDEX uq_account_email ON account (email)
    """,
    """
    CREATE TABLE municipality (
        code VARCHAR(6) NOT NULL,
        name VARCHAR NOT NULL,
        search_name VARCHAR NOT NULL,
        labour_market_region VARCHAR,
        CONSTRAINT pk_municipality PRIMARY KEY (code),
        CONSTRAINT ck_municipality_code CHECK (code ~ '^GM[0-9]{4}$')
    )
    """,
    """
    CREATE INDEX ix_municipality_search_name ON municipality (search_name)
    """,
    """
    CREATE TABLE api_token (
        recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
        recorded_by UUID,
        id UUID NOT NULL,
        account_id UUID NOT NULL,
        name VARCHAR(100) NOT NULL,
        token_hash VARCHAR(64) NOT NULL,
        expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
        revoked_at TIMESTAMP WITH TIME ZONE,
        CONSTRAINT pk_api_token PRIMARY KEY (id),
        CONSTRAINT fk_api_token_recorded_by FOREIGN KEY(recorded_by) REFERENCES account (id),
        CONSTRAINT fk_api_token_account_id FOREIGN KEY(account_id) REFERENCES account (id),
        CONSTRAINT uq_api_token_token_hash UNIQUE (token_hash)
    )
    """,
    """
    CREATE INDEX ix_api_token_account_id ON api_token (account_id)
    """,
    """
    CREATE TABLE credential (
        recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
        recorded_by UUID,
        version INTEGER NOT NULL,
        changed_at TIMESTAMP WITH TIME ZONE NOT NULL,
        changed_by UUID,
        account_id UUID NOT NULL,
        password_hash VARCHAR NOT NULL,
        failed_attempts INTEGER NOT NULL,
        locked_until TIMESTAMP WITH TIME ZONE,
        CONSTRAINT pk_credential PRIMARY KEY (account_id),
        CONSTRAINT fk_credential_recorded_by FOREIGN KEY(recorded_by) REFERENCES account (id),
        CONSTRAINT fk_credential_changed_by FOREIGN KEY(changed_by) REFERENCES account (id),
        CONSTRAINT fk_credential_account_id FOREIGN KEY(account_id) REFERENCES account (id)
    )
    """,
    """
    CREATE TABLE import_run (
        recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
        recorded_by UUID,
        version INTEGER NOT NULL,
        changed_at TIMESTAMP WITH TIME ZONE NOT NULL,
        changed_by UUID,
        id UUID NOT NULL,
        account_id UUID NOT NULL,
        file_name VARCHAR(255) NOT NULL,
        sha256 VARCHAR(64) NOT NULL,
        content BYTEA,
        state VARCHAR(40) NOT NULL,
        rows_done INTEGER NOT NULL,
        rows_total INTEGER NOT NULL,
        message VARCHAR,
        verdicts JSONB NOT NULL,
        CONSTRAINT pk_import_run PRIMARY KEY (id),
        CONSTRAINT fk_import_run_recorded_by FOREIGN KEY(recorded_by) REFERENCES account (id),
        CONSTRAINT fk_import_run_changed_by FOREIGN KEY(changed_by) REFERENCES account (id),
        CONSTRAINT fk_import_run_account_id FOREIGN KEY(account_id) REFERENCES account (id),
        CONSTRAINT ck_import_run_import_state CHECK (state IN ('reading', 'previewed', 'writing', 'done', 'failed'))
    )
    """,
    """
    CREATE INDEX ix_import_run_account_id ON import_run (account_id)
    """,
    """
    CREATE TABLE organisation (
        recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
        recorded_by UUID,
        version INTEGER NOT NULL,
        changed_at TIMESTAMP WITH TIME ZONE NOT NULL,
        changed_by UUID,
        name VARCHAR(200) NOT NULL,
        roles TEXT[] NOT NULL,
        kvk_number VARCHAR(8),
        municipality_code VARCHAR(6),
        nace_section VARCHAR(1),
        size VARCHAR(40),
        id UUID NOT NULL,
        CONSTRAINT pk_organisation PRIMARY KEY (id),
        CONSTRAINT ck_organisation_kvk_number CHECK (kvk_number ~ '^[0-9]{8}$'),
        CONSTRAINT ck_organisation_municipality_code CHECK (municipality_code ~ '^GM[0-9]{4}$'),
        CONSTRAINT ck_organisation_nace_section CHECK (nace_section ~ '^[A-V]$'),
        CONSTRAINT fk_organisation_recorded_by FOREIGN KEY(recorded_by) REFERENCES account (id),
        CONSTRAINT fk_organisation_changed_by FOREIGN KEY(changed_by) REFERENCES account (id),
        CONSTRAINT ck_organisation_organisation_size CHECK (size IN ('micro', 'small', 'medium', 'large'))
    )
    """,
    """
    CREATE TABLE sign_in_session (
        id UUID NOT NULL,
        token_hash VARCHAR(64) NOT NULL,
        account_id UUID NOT NULL,
        started_at TIMESTAMP WITH TIME ZONE NOT NULL,
        last_seen_at TIMESTAMP WITH TIME ZONE NOT NULL,
        CONSTRAINT pk_sign_in_session PRIMARY KEY (id),
        CONSTRAINT uq_sign_in_session_token_hash UNIQUE (token_hash),
        CONSTRAINT fk_sign_in_session_account_id FOREIGN KEY(account_id) REFERENCES account (id)
    )
    """,
    """
    CREATE INDEX ix_sign_in_session_account_id ON sign_in_session (account_id)
    """,
    """
    CREATE TABLE programme (
        recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
        recorded_by UUID,
        version INTEGER NOT NULL,
        changed_at TIMESTAMP WITH TIME ZONE NOT NULL,
        changed_by UUID,
        name VARCHAR(200) NOT NULL,
        kind VARCHAR(40),
        intervention_type VARCHAR(40),
        target_groups TEXT[] NOT NULL,
        sectors TEXT[] NOT NULL,
        target_occupations TEXT[] NOT NULL,
        job_guarantee BOOLEAN,
        follow_up_months INTEGER[] NOT NULL,
        contact_norm_days INTEGER NOT NULL,
        caseload_norm INTEGER,
        entry_requirements JSONB NOT NULL,
        phases JSONB NOT NULL,
        id UUID NOT NULL,
        lead_organisation_id UUID NOT NULL,
        CONSTRAINT pk_programme PRIMARY KEY (id),
        CONSTRAINT uq_programme_name UNIQUE (name),
        CONSTRAINT ck_programme_contact_norm_days_range CHECK (contact_norm_days between 1 and 366),
        CONSTRAINT ck_programme_caseload_norm_range CHECK (caseload_norm between 1 and 1000),
        CONSTRAINT ck_programme_follow_up_months_count CHECK (cardinality(follow_up_months) between 1 and 12),
        CONSTRAINT ck_programme_follow_up_months_range CHECK (1 <= all (follow_up_months) and 120 >= all (follow_up_months)),
        CONSTRAINT fk_programme_recorded_by FOREIGN KEY(recorded_by) REFERENCES account (id),
        CONSTRAINT fk_programme_changed_by FOREIGN KEY(changed_by) REFERENCES account (id),
        CONSTRAINT ck_programme_programme_kind CHECK (kind IN ('parallel', 'integrated', 'bridging')),
        CONSTRAINT ck_programme_intervention_type CHECK (intervention_type IN ('output_driven', 'directed', 'mentoring', 'person_centred', 'community_based')),
        CONSTRAINT fk_programme_lead_organisation_id FOREIGN KEY(lead_organisation_id) REFERENCES organisation (id)
    )
    """,
    """
    CREATE INDEX ix_programme_lead_organisation_id ON programme (lead_organisation_id)
    """,
    """
    CREATE TABLE audit_event (
        id UUID NOT NULL,
        at TIMESTAMP WITH TIME ZONE NOT NULL,
        account_id UUID,
        origin VARCHAR(40) NOT NULL,
        action VARCHAR(60) NOT NULL,
        object_type VARCHAR(60) NOT NULL,
        object_id UUID,
        programme_id UUID,
        result VARCHAR(20) NOT NULL,
        reason VARCHAR(2000),
        changes JSONB NOT NULL,
        CONSTRAINT pk_audit_event PRIMARY KEY (id),
        CONSTRAINT fk_audit_event_account_id FOREIGN KEY(account_id) REFERENCES account (id),
        CONSTRAINT fk_audit_event_programme_id FOREIGN KEY(programme_id) REFERENCES programme (id)
    )
    """,
    """
    CREATE INDEX ix_audit_event_object ON audit_event (object_type, object_id)
    """,
    """
    CREATE INDEX ix_audit_event_programme_at ON audit_event (programme_id, at)
    """,
    """
    CREATE TABLE cohort (
        recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
        recorded_by UUID,
        version INTEGER NOT NULL,
        changed_at TIMESTAMP WITH TIME ZONE NOT NULL,
        changed_by UUID,
        name VARCHAR(100) NOT NULL,
        starts_on DATE,
        ends_on DATE,
        capacity INTEGER,
        id UUID NOT NULL,
        programme_id UUID NOT NULL,
        CONSTRAINT pk_cohort PRIMARY KEY (id),
        CONSTRAINT uq_cohort_programme_id_name UNIQUE (programme_id, name),
        CONSTRAINT uq_cohort_id_programme_id UNIQUE (id, programme_id),
        CONSTRAINT ck_cohort_capacity_range CHECK (capacity between 1 and 100000),
        CONSTRAINT ck_cohort_ends_on_not_before_starts_on CHECK (ends_on >= starts_on),
        CONSTRAINT fk_cohort_recorded_by FOREIGN KEY(recorded_by) REFERENCES account (id),
        CONSTRAINT fk_cohort_changed_by FOREIGN KEY(changed_by) REFERENCES account (id),
        CONSTRAINT fk_cohort_programme_id FOREIGN KEY(programme_id) REFERENCES programme (id)
    )
    """,
    """
    CREATE TABLE membership (
        recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
        recorded_by UUID,
        id UUID NOT NULL,
        account_id UUID NOT NULL,
        role VARCHAR(40) NOT NULL,
        organisation_id UUID,
        programme_id UUID,
        CONSTRAINT pk_membership PRIMARY KEY (id),
        CONSTRAINT ck_membership_team_is_of_a_programme CHECK (role not in ('coordinator', 'coach') or programme_id is not null),
        CONSTRAINT ck_membership_outsider_is_of_an_organisation CHECK (role not in ('employer', 'municipality') or organisation_id is not null),
        CONSTRAINT fk_membership_recorded_by FOREIGN KEY(recorded_by) REFERENCES account (id),
        CONSTRAINT fk_membership_account_id FOREIGN KEY(account_id) REFERENCES account (id),
        CONSTRAINT ck_membership_role CHECK (role IN ('coordinator', 'coach', 'employer', 'municipality', 'administrator')),
        CONSTRAINT fk_membership_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id),
        CONSTRAINT fk_membership_programme_id FOREIGN KEY(programme_id) REFERENCES programme (id)
    )
    """,
    """
    CREATE INDEX ix_membership_account_programme ON membership (account_id, programme_id)
    """,
    """
    CREATE INDEX ix_membership_programme ON membership (programme_id)
    """,
    """
    create function keep_history() returns trigger language plpgsql security definer
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
    """,
    """
    revoke all on function keep_history() from public
    """,
    """
    create table programme_history (known_from timestamptz not null, known_until timestamptz not null, like programme, constraint pk_programme_history primary key (id, known_from), constraint ck_programme_history_interval check (known_from < known_until))
    """,
    """
    create unique index uq_programme_history_current on programme_history (id) where known_until = 'infinity'
    """,
    """
    create trigger programme_remember_new after insert on programme for each row execute function keep_history()
    """,
    """
    create trigger programme_remember_change after update on programme for each row when (old.version is distinct from new.version) execute function keep_history()
    """,
    """
    create function acting_programmes() returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$ select coalesce(array_agg(distinct programme_id), '{}') from membership where account_id = (select nullif(current_setting('app.account', true), '')::uuid) and role in ('coordinator', 'coach') $$
    """,
    """
    comment on function acting_programmes() is 'the programmes of whose team the acting account is'
    """,
    """
    revoke all on function acting_programmes() from public
    """,
    """
    grant execute on function acting_programmes() to bestendig_app, bestendig_employer, bestendig_reports, bestendig_owner
    """,
    """
    create function acting_employers() returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$ select coalesce(array_agg(distinct organisation_id), '{}') from membership where account_id = (select nullif(current_setting('app.account', true), '')::uuid) and role = 'employer' $$
    """,
    """
    comment on function acting_employers() is 'the employers that the acting account works for'
    """,
    """
    revoke all on function acting_employers() from public
    """,
    """
    grant execute on function acting_employers() to bestendig_app, bestendig_employer, bestendig_reports, bestendig_owner
    """,
    """
    create function acting_report_programmes() returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$ select coalesce(array_agg(distinct programme_id), '{}') from membership where account_id = (select nullif(current_setting('app.account', true), '')::uuid) and role in ('coordinator', 'coach', 'municipality') and programme_id is not null $$
    """,
    """
    comment on function acting_report_programmes() is 'the programmes whose outcomes the acting account may read'
    """,
    """
    revoke all on function acting_report_programmes() from public
    """,
    """
    grant execute on function acting_report_programmes() to bestendig_app, bestendig_employer, bestendig_reports, bestendig_owner
    """,
    """
    create function acting_municipalities() returns text[] language sql stable security definer set search_path = pg_catalog, public as $$ select coalesce(array_agg(distinct municipality_code), '{}') from membership join organisation on organisation.id = organisation_id where account_id = (select nullif(current_setting('app.account', true), '')::uuid) and role = 'municipality' and programme_id is null and municipality_code is not null $$
    """,
    """
    comment on function acting_municipalities() is 'the CBS codes of the municipalities whose residents'' outcomes the acting account may read'
    """,
    """
    revoke all on function acting_municipalities() from public
    """,
    """
    grant execute on function acting_municipalities() to bestendig_app, bestendig_employer, bestendig_reports, bestendig_owner
    """,
    """
    create function acting_administrator() returns boolean language sql stable security definer set search_path = pg_catalog, public as $$ select exists (select from membership where account_id = (select nullif(current_setting('app.account', true), '')::uuid) and role = 'administrator') $$
    """,
    """
    comment on function acting_administrator() is 'whether the acting account administers the installation'
    """,
    """
    revoke all on function acting_administrator() from public
    """,
    """
    grant execute on function acting_administrator() to bestendig_app, bestendig_employer, bestendig_reports, bestendig_owner
    """,
    """
    create function acting_colleagues() returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$ select coalesce(array_agg(distinct account_id), '{}') from membership where programme_id = any (array(select programme_id from membership where account_id = (select nullif(current_setting('app.account', true), '')::uuid) and role in ('coordinator', 'coach'))) $$
    """,
    """
    comment on function acting_colleagues() is 'the accounts that share a programme with the acting account'
    """,
    """
    revoke all on function acting_colleagues() from public
    """,
    """
    grant execute on function acting_colleagues() to bestendig_app, bestendig_employer, bestendig_reports, bestendig_owner
    """,
    """
    create function acting_holder() returns table (account_id uuid, display_name text, role text, organisation_id uuid, programme_id uuid, municipality_code text) language sql stable security definer set search_path = pg_catalog, public as $$ select account.id, display_name, role, organisation_id, programme_id, municipality_code from account left join membership on membership.account_id = account.id left join organisation on organisation.id = organisation_id where closed_at is null and account.id in (select account_id from sign_in_session where token_hash = (select nullif(current_setting('app.session', true), '')) union all select account_id from api_token where token_hash = (select nullif(current_setting('app.session', true), ''))) $$
    """,
    """
    comment on function acting_holder() is 'the account that the cookie or token at hand was given to, unless closed: a row per membership, at least one'
    """,
    """
    revoke all on function acting_holder() from public
    """,
    """
    grant execute on function acting_holder() to bestendig_app, bestendig_employer, bestendig_reports, bestendig_owner
    """,
    """
    alter table account enable row level security
    """,
    """
    alter table account force row level security
    """,
    """
    create policy account_operator on account to bestendig_owner
        using (true)
        with check (true)
    """,
    """
    grant select on account to bestendig_app
    """,
    """
    grant insert on account to bestendig_app
    """,
    """
    grant update on account to bestendig_app
    """,
    """
    create policy account_app_select on account for select to bestendig_app
        using (id = (select nullif(current_setting('app.account', true), '')::uuid) or (select acting_administrator()) or email = (select nullif(current_setting('app.sign_in', true), '')) or id = any ((select acting_colleagues())::uuid[]))
    """,
    """
    create policy account_app_insert on account for insert to bestendig_app
        with check (id = (select nullif(current_setting('app.account', true), '')::uuid) or (select acting_administrator()))
    """,
    """
    create policy account_app_update on account for update to bestendig_app
        using (id = (select nullif(current_setting('app.account', true), '')::uuid) or (select acting_administrator()) or email = (select nullif(current_setting('app.sign_in', true), '')) or id = any ((select acting_colleagues())::uuid[]))
        with check (id = (select nullif(current_setting('app.account', true), '')::uuid) or (select acting_administrator()))
    """,
    """
    alter table municipality enable row level security
    """,
    """
    alter table municipality force row level security
    """,
    """
    create policy municipality_operator on municipality to bestendig_owner
        using (true)
        with check (true)
    """,
    """
    grant select on municipality to bestendig_app
    """,
    """
    create policy municipality_app_select on municipality for select to bestendig_app
        using (true)
    """,
    """
    grant select on municipality to bestendig_reports
    """,
    """
    create policy municipality_reports_select on municipality for select to bestendig_reports
        using (true)
    """,
    """
    alter table api_token enable row level security
    """,
    """
    alter table api_token force row level security
    """,
    """
    create policy api_token_operator on api_token to bestendig_owner
        using (true)
        with check (true)
    """,
    """
    grant select on api_token to bestendig_app
    """,
    """
    grant insert on api_token to bestendig_app
    """,
    """
    grant update on api_token to bestendig_app
    """,
    """
    create policy api_token_app_select on api_token for select to bestendig_app
        using (account_id = (select nullif(current_setting('app.account', true), '')::uuid) or (select acting_administrator()) or token_hash = (select nullif(current_setting('app.session', true), '')))
    """,
    """
    create policy api_token_app_insert on api_token for insert to bestendig_app
        with check (account_id = (select nullif(current_setting('app.account', true), '')::uuid) or (select acting_administrator()))
    """,
    """
    create policy api_token_app_update on api_token for update to bestendig_app
        using (account_id = (select nullif(current_setting('app.account', true), '')::uuid) or (select acting_administrator()) or token_hash = (select nullif(current_setting('app.session', true), '')))
        with check (account_id = (select nullif(current_setting('app.account', true), '')::uuid) or (select acting_administrator()))
    """,
    """
    alter table credential enable row level security
    """,
    """
    alter table credential force row level security
    """,
    """
    create policy credential_operator on credential to bestendig_owner
        using (true)
        with check (true)
    """,
    """
    grant select on credential to bestendig_app
    """,
    """
    grant insert on credential to bestendig_app
    """,
    """
    grant update on credential to bestendig_app
    """,
    """
    create policy credential_app_select on credential for select to bestendig_app
        using (account_id = (select nullif(current_setting('app.account', true), '')::uuid) or (select acting_administrator()) or account_id = (select id from account where email = (select nullif(current_setting('app.sign_in', true), ''))))
    """,
    """
    create policy credential_app_insert on credential for insert to bestendig_app
        with check (account_id = (select nullif(current_setting('app.account', true), '')::uuid) or (select acting_administrator()) or account_id = (select id from account where email = (select nullif(current_setting('app.sign_in', true), ''))))
    """,
    """
    create policy credential_app_update on credential for update to bestendig_app
        using (account_id = (select nullif(current_setting('app.account', true), '')::uuid) or (select acting_administrator()) or account_id = (select id from account where email = (select nullif(current_setting('app.sign_in', true), ''))))
        with check (account_id = (select nullif(current_setting('app.account', true), '')::uuid) or (select acting_administrator()) or account_id = (select id from account where email = (select nullif(current_setting('app.sign_in', true), ''))))
    """,
    """
    alter table import_run enable row level security
    """,
    """
    alter table import_run force row level security
    """,
    """
    create policy import_run_operator on import_run to bestendig_owner
        using (true)
        with check (true)
    """,
    """
    grant select on import_run to bestendig_app
    """,
    """
    grant insert on import_run to bestendig_app
    """,
    """
    grant update on import_run to bestendig_app
    """,
    """
    grant delete on import_run to bestendig_app
    """,
    """
    create policy import_run_app_select on import_run for select to bestendig_app
        using (account_id = (select nullif(current_setting('app.account', true), '')::uuid))
    """,
    """
    create policy import_run_app_insert on import_run for insert to bestendig_app
        with check (account_id = (select nullif(current_setting('app.account', true), '')::uuid))
    """,
    """
    create policy import_run_app_update on import_run for update to bestendig_app
        using (account_id = (select nullif(current_setting('app.account', true), '')::uuid))
        with check (account_id = (select nullif(current_setting('app.account', true), '')::uuid))
    """,
    """
    create policy import_run_app_delete on import_run for delete to bestendig_app
        using (account_id = (select nullif(current_setting('app.account', true), '')::uuid))
    """,
    """
    alter table organisation enable row level security
    """,
    """
    alter table organisation force row level security
    """,
    """
    create policy organisation_operator on organisation to bestendig_owner
        using (true)
        with check (true)
    """,
    """
    grant select on organisation to bestendig_app
    """,
    """
    grant insert on organisation to bestendig_app
    """,
    """
    grant update on organisation to bestendig_app
    """,
    """
    create policy organisation_app_select on organisation for select to bestendig_app
        using ((select nullif(current_setting('app.account', true), '')::uuid) is not null)
    """,
    """
    create policy organisation_app_insert on organisation for insert to bestendig_app
        with check ((select nullif(current_setting('app.account', true), '')::uuid) is not null)
    """,
    """
    create policy organisation_app_update on organisation for update to bestendig_app
        using ((select nullif(current_setting('app.account', true), '')::uuid) is not null)
        with check ((select nullif(current_setting('app.account', true), '')::uuid) is not null)
    """,
    """
    grant select (id, nace_section, size) on organisation to bestendig_reports
    """,
    """
    create policy organisation_reports_select on organisation for select to bestendig_reports
        using (true)
    """,
    """
    alter table sign_in_session enable row level security
    """,
    """
    alter table sign_in_session force row level security
    """,
    """
    create policy sign_in_session_operator on sign_in_session to bestendig_owner
        using (true)
        with check (true)
    """,
    """
    grant select on sign_in_session to bestendig_app
    """,
    """
    grant insert on sign_in_session to bestendig_app
    """,
    """
    grant update on sign_in_session to bestendig_app
    """,
    """
    grant delete on sign_in_session to bestendig_app
    """,
    """
    create policy sign_in_session_app_select on sign_in_session for select to bestendig_app
        using (account_id = (select nullif(current_setting('app.account', true), '')::uuid) or token_hash = (select nullif(current_setting('app.session', true), '')))
    """,
    """
    create policy sign_in_session_app_insert on sign_in_session for insert to bestendig_app
        with check (account_id = (select nullif(current_setting('app.account', true), '')::uuid) or token_hash = (select nullif(current_setting('app.session', true), '')))
    """,
    """
    create policy sign_in_session_app_update on sign_in_session for update to bestendig_app
        using (account_id = (select nullif(current_setting('app.account', true), '')::uuid) or token_hash = (select nullif(current_setting('app.session', true), '')))
        with check (account_id = (select nullif(current_setting('app.account', true), '')::uuid) or token_hash = (select nullif(current_setting('app.session', true), '')))
    """,
    """
    create policy sign_in_session_app_delete on sign_in_session for delete to bestendig_app
        using (account_id = (select nullif(current_setting('app.account', true), '')::uuid) or token_hash = (select nullif(current_setting('app.session', true), '')))
    """,
    """
    alter table programme enable row level security
    """,
    """
    alter table programme force row level security
    """,
    """
    create policy programme_operator on programme to bestendig_owner
        using (true)
        with check (true)
    """,
    """
    grant select on programme to bestendig_app
    """,
    """
    grant insert on programme to bestendig_app
    """,
    """
    grant update on programme to bestendig_app
    """,
    """
    create policy programme_app_select on programme for select to bestendig_app
        using (id = any ((select acting_programmes())::uuid[]) or id = any ((select acting_report_programmes())::uuid[]) or (select acting_administrator()))
    """,
    """
    create policy programme_app_insert on programme for insert to bestendig_app
        with check (id = any ((select acting_programmes())::uuid[]) or (select acting_administrator()))
    """,
    """
    create policy programme_app_update on programme for update to bestendig_app
        using (id = any ((select acting_programmes())::uuid[]) or id = any ((select acting_report_programmes())::uuid[]) or (select acting_administrator()))
        with check (id = any ((select acting_programmes())::uuid[]) or (select acting_administrator()))
    """,
    """
    grant select (
        id, name, kind, intervention_type, follow_up_months
    ) on programme to bestendig_reports
    """,
    """
    create policy programme_reports_select on programme for select to bestendig_reports
        using (true)
    """,
    """
    alter table programme_history enable row level security
    """,
    """
    alter table programme_history force row level security
    """,
    """
    create policy programme_history_operator on programme_history to bestendig_owner
        using (true)
        with check (true)
    """,
    """
    grant select on programme_history to bestendig_reports
    """,
    """
    create policy programme_history_reports_select on programme_history for select to bestendig_reports
        using (true)
    """,
    """
    alter table audit_event enable row level security
    """,
    """
    alter table audit_event force row level security
    """,
    """
    create policy audit_event_operator on audit_event to bestendig_owner
        using (true)
        with check (true)
    """,
    """
    grant select on audit_event to bestendig_app
    """,
    """
    grant insert on audit_event to bestendig_app
    """,
    """
    create policy audit_event_app_select on audit_event for select to bestendig_app
        using ((select acting_administrator()) or programme_id = any ((select acting_programmes())::uuid[]) or account_id = (select nullif(current_setting('app.account', true), '')::uuid))
    """,
    """
    create policy audit_event_app_insert on audit_event for insert to bestendig_app
        with check (account_id = (select nullif(current_setting('app.account', true), '')::uuid))
    """,
    """
    alter table cohort enable row level security
    """,
    """
    alter table cohort force row level security
    """,
    """
    create policy cohort_operator on cohort to bestendig_owner
        using (true)
        with check (true)
    """,
    """
    grant select on cohort to bestendig_app
    """,
    """
    grant insert on cohort to bestendig_app
    """,
    """
    grant update on cohort to bestendig_app
    """,
    """
    create policy cohort_app_select on cohort for select to bestendig_app
        using (programme_id = any ((select acting_programmes())::uuid[]) or programme_id = any ((select acting_report_programmes())::uuid[]) or (select acting_administrator()))
    """,
    """
    create policy cohort_app_insert on cohort for insert to bestendig_app
        with check (programme_id = any ((select acting_programmes())::uuid[]) or (select acting_administrator()))
    """,
    """
    create policy cohort_app_update on cohort for update to bestendig_app
        using (programme_id = any ((select acting_programmes())::uuid[]) or programme_id = any ((select acting_report_programmes())::uuid[]) or (select acting_administrator()))
        with check (programme_id = any ((select acting_programmes())::uuid[]) or (select acting_administrator()))
    """,
    """
    grant select (id, programme_id, name, starts_on, ends_on) on cohort to bestendig_reports
    """,
    """
    create policy cohort_reports_select on cohort for select to bestendig_reports
        using (true)
    """,
    """
    alter table membership enable row level security
    """,
    """
    alter table membership force row level security
    """,
    """
    create policy membership_operator on membership to bestendig_owner
        using (true)
        with check (true)
    """,
    """
    grant select on membership to bestendig_app
    """,
    """
    grant insert on membership to bestendig_app
    """,
    """
    grant update on membership to bestendig_app
    """,
    """
    grant delete on membership to bestendig_app
    """,
    """
    create policy membership_app_select on membership for select to bestendig_app
        using (account_id = (select nullif(current_setting('app.account', true), '')::uuid) or programme_id = any ((select acting_programmes())::uuid[]) or (select acting_administrator()))
    """,
    """
    create policy membership_app_insert on membership for insert to bestendig_app
        with check ((select acting_administrator()))
    """,
    """
    create policy membership_app_update on membership for update to bestendig_app
        using (account_id = (select nullif(current_setting('app.account', true), '')::uuid) or programme_id = any ((select acting_programmes())::uuid[]) or (select acting_administrator()))
        with check ((select acting_administrator()))
    """,
    """
    create policy membership_app_delete on membership for delete to bestendig_app
        using ((select acting_administrator()))
    """,
)

DOWNGRADE = (
    "drop table membership cascade",
    "drop table cohort cascade",
    "drop table audit_event cascade",
    "drop table programme_history cascade",
    "drop table programme cascade",
    "drop table sign_in_session cascade",
    "drop table organisation cascade",
    "drop table import_run cascade",
    "drop table credential cascade",
    "drop table api_token cascade",
    "drop table municipality cascade",
    "drop table account cascade",
    "drop function acting_programmes()",
    "drop function acting_employers()",
    "drop function acting_report_programmes()",
    "drop function acting_municipalities()",
    "drop function acting_administrator()",
    "drop function acting_colleagues()",
    "drop function acting_holder()",
    "drop function keep_history()",
)


def upgrade() -> None:
    """Apply."""
    for statement in UPGRADE:
        op.execute(statement)


def downgrade() -> None:
    """Undo."""
    for statement in DOWNGRADE:
        op.execute(statement)
