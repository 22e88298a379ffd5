"""Language support, what a job asks, and where language needs attention."""

from alembic import op

revision = "0007_language"
down_revision = "0006_screening"

UPGRADE = (
    """
    CREATE TABLE language_support (
        recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
        recorded_by UUID,
        version INTEGER NOT NULL,
        changed_at TIMESTAMP WITH TIME ZONE NOT NULL,
        changed_by UUID,
        programme_id UUID NOT NULL,
        trajectory_id UUID NOT NULL,
        participant_id UUID NOT NULL,
        kind VARCHAR(40) NOT NULL,
        hours_per_week NUMERIC(4, 1),
        provider VARCHAR(200),
        organisation_id UUID,
        starts_on DATE NOT NULL,
        ends_on DATE,
        id UUID NOT NULL,
        CONSTRAINT pk_language_support PRIMARY KEY (id),
        CONSTRAINT fk_language_support_trajectory FOREIGN KEY(trajectory_id, programme_id, participant_id) REFERENCES trajectory (id, programme_id, participant_id),
        CONSTRAINT ck_language_support_ends_on_not_before_starts_on CHECK (ends_on >= starts_on),
        CONSTRAINT ck_language_support_hours_per_week_range CHECK (hours_per_week > 0 and hours_per_week <= 40),
        CONSTRAINT ck_language_support_one_provider CHECK (provider is null or organisation_id is null),
        CONSTRAINT fk_language_support_recorded_by FOREIGN KEY(recorded_by) REFERENCES account (id),
        CONSTRAINT fk_language_support_changed_by FOREIGN KEY(changed_by) REFERENCES account (id),
        CONSTRAINT fk_language_support_programme_id FOREIGN KEY(programme_id) REFERENCES programme (id),
        CONSTRAINT fk_language_support_participant_id FOREIGN KEY(participant_id) REFERENCES participant (id),
        CONSTRAINT ck_language_support_language_support_kind CHECK (kind IN ('class', 'job_language', 'shop_floor', 'buddy')),
        CONSTRAINT fk_language_support_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
    )
    """,
    """
    CREATE INDEX ix_language_support_participant_id ON language_support (participant_id)
    """,
    """
    CREATE INDEX ix_language_support_trajectory_id ON language_support (trajectory_id)
    """,
    """
    alter table placement
        add column required_language_level varchar(40),
        add column required_education integer,
        add constraint ck_placement_required_language_level check (required_language_level in ('Alfa A', 'Alfa B', 'Alfa C', 'A0', 'A1-', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2')),
        add constraint ck_placement_required_education_range check (required_education between 0 and 8)
    """,
    """
    alter table placement_history
        add column required_language_level varchar(40),
        add column required_education integer
    """,
    """
    grant select (required_language_level, required_education) on placement_history to bestendig_reports
    """,
    """
    alter table trajectory
        add column last_measured_on date,
        add column language_fell_back_on date,
        add column language_below_from date
    """,
    """
    alter table trajectory_history
        add column last_measured_on date,
        add column language_fell_back_on date,
        add column language_below_from date
    """,
    """
    grant select (
        last_measured_on, language_fell_back_on, language_below_from
    ) on trajectory_history to bestendig_reports
    """,
    """
    CREATE INDEX ix_trajectory_language_below ON trajectory (programme_id, language_below_from) WHERE language_below_from is not null
    """,
    """
    CREATE INDEX ix_trajectory_language_fell_back ON trajectory (programme_id, language_fell_back_on) WHERE language_fell_back_on is not null
    """,
    """
    CREATE INDEX ix_trajectory_language_unmeasured ON trajectory (programme_id, coalesce(last_measured_on, started_on, registered_on)) WHERE state in ('active', 'aftercare')
    """,
    """
    create function keep_language() returns trigger language plpgsql security definer
    set search_path = pg_catalog, public
    set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
    begin
        update trajectory
        set last_measured_on = kept.last_measured_on,
            language_fell_back_on = kept.fell_back_on,
            language_below_from = kept.below_from
        from (
            with standing as (
                select changed.trajectory_id, skill, measured_on, recorded_at, official is true as official,
                       official is true or instrument is not null as documented,
                       array_position(array['Alfa A', 'Alfa B', 'Alfa C', 'A0', 'A1-', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2'], level::text) as rank
                from (select distinct trajectory_id from changed) as changed
                left join language_measurement on language_measurement.trajectory_id = changed.trajectory_id
                    and superseded_at is null
            ), compared as (
                select *,
                       row_number() over (
                           partition by trajectory_id, skill
                           order by measured_on desc, official desc, recorded_at desc, rank
                       ) = 1 as is_last,
                       max(rank) filter (where documented) over (
                           partition by trajectory_id, skill order by measured_on
                           range between unbounded preceding and interval '1 day' preceding
                       ) as best_before
                from standing
            ), measured as (
                select trajectory_id, max(measured_on) as last_measured_on,
                       max(measured_on) filter (where is_last and rank < best_before) as fell_on,
                       min(rank) filter (where is_last and skill in ('listening', 'reading', 'speaking', 'writing')) as lowest
                from compared
                group by trajectory_id
            )
            select trajectory_id, last_measured_on,
                   case when fell_on > (
                       select min(starts_on) from placement
                       where placement.trajectory_id = measured.trajectory_id and kind in ('agency_job', 'apprenticeship', 'regular_job', 'self_employment', 'subsidised_job')
                   ) then fell_on end as fell_back_on,
                   case when lowest is not null then (
                       select min(starts_on) from placement
                       where placement.trajectory_id = measured.trajectory_id and ends_on is null
                         and array_position(array['Alfa A', 'Alfa B', 'Alfa C', 'A0', 'A1-', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2'], required_language_level::text) > lowest
                   ) end as below_from
            from measured
        ) as kept
        where trajectory.id = kept.trajectory_id
          and (trajectory.last_measured_on, language_fell_back_on, language_below_from)
              is distinct from (kept.last_measured_on, kept.fell_back_on, kept.below_from);
        return null;
    end $$
    """,
    """
    revoke all on function keep_language() from public
    """,
    """
    create trigger language_measurement_keep_language_insert after insert on language_measurement referencing new table as changed for each statement execute function keep_language()
    """,
    """
    create trigger language_measurement_keep_language_update after update on language_measurement referencing new table as changed for each statement execute function keep_language()
    """,
    """
    create trigger placement_keep_language_insert after insert on placement referencing new table as changed for each statement execute function keep_language()
    """,
    """
    create trigger placement_keep_language_update after update on placement referencing new table as changed for each statement execute function keep_language()
    """,
    """
    update language_measurement set id = id
    where id in (select distinct on (trajectory_id) id from language_measurement)
    """,
    """
    alter table language_support enable row level security
    """,
    """
    alter table language_support force row level security
    """,
    """
    create policy language_support_operator on language_support to bestendig_owner using (true) with check (true)
    """,
    """
    grant select on language_support to bestendig_app
    """,
    """
    grant insert on language_support to bestendig_app
    """,
    """
    grant update on language_support to bestendig_app
    """,
    """
    create policy language_support_app_select on language_support for select to bestendig_app using (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    create policy language_support_app_insert on language_support for insert to bestendig_app with check (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    create policy language_support_app_update on language_support for update to bestendig_app using (programme_id = any ((select acting_programmes())::uuid[])) with check (programme_id = any ((select acting_programmes())::uuid[]))
    """,
)

DOWNGRADE = (
    "drop trigger placement_keep_language_insert on placement",
    "drop trigger placement_keep_language_update on placement",
    "drop trigger language_measurement_keep_language_insert on language_measurement",
    "drop trigger language_measurement_keep_language_update on language_measurement",
    "drop function keep_language()",
    """
    alter table trajectory
        drop column last_measured_on, drop column language_fell_back_on, drop column language_below_from
    """,
    """
    alter table trajectory_history
        drop column last_measured_on, drop column language_fell_back_on, drop column language_below_from
    """,
    "alter table placement drop column required_language_level, drop column required_education",
    "alter table placement_history drop column required_language_level, drop column required_education",
    "drop table language_support cascade",
)


def upgrade() -> None:
    """Apply."""
    for statement in UPGRADE:
        op.execute(statement)


def downgrade() -> None:
    """Undo."""
    for statement in DOWNGRADE:
        op.execute(statement)
