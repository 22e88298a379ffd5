"""The link: a participant has one too, siblings of a link are known, and a new one can be asked for."""

from alembic import op

revision = "0013_link"
down_revision = "0012_jobs"

UPGRADE = (
    """
    alter table confirmation_link add column renewal_id uuid
    """,
    """
    alter table confirmation_link add constraint fk_confirmation_link_renewal_id foreign key (renewal_id) references
        message (id)
    """,
    """
    create index ix_confirmation_link_renewal_id on confirmation_link (renewal_id)
    """,
    """
    create index ix_confirmation_link_partial on confirmation_link (trajectory_id) where partial is not null
    """,
    """
    create index ix_confirmation_link_renewed on confirmation_link (renewed_at) where renewed_at is not null
    """,
    """
    create or replace function acting_link_organisation() returns uuid language sql stable security definer set
        search_path = pg_catalog, public as $$ select organisation_id from confirmation_link where token_hash = (select
        nullif(current_setting('app.link', true), '')) and asked_of = 'employer' $$
    """,
    """
    create or replace function acting_link_placement() returns uuid language sql stable security definer set
        search_path = pg_catalog, public as $$ select placement_id from confirmation_link where token_hash = (select
        nullif(current_setting('app.link', true), '')) and asked_of = 'employer' $$
    """,
    """
    comment on function acting_link_placement() is 'the placement that the link at hand asks its employer about'
    """,
    """
    create function acting_link_follow_up() returns uuid language sql stable security definer set search_path =
        pg_catalog, public as $$ select follow_up_id from confirmation_link where token_hash = (select
        nullif(current_setting('app.link', true), '')) and asked_of = 'employer' $$
    """,
    """
    comment on function acting_link_follow_up() is 'the follow-up that the link at hand asks its employer about'
    """,
    """
    revoke all on function acting_link_follow_up() from public
    """,
    """
    grant execute on function acting_link_follow_up() to bestendig_app, bestendig_employer, bestendig_reports,
        bestendig_owner
    """,
    """
    create function acting_own_placement() returns uuid language sql stable security definer set search_path =
        pg_catalog, public as $$ select placement_id from confirmation_link where token_hash = (select
        nullif(current_setting('app.link', true), '')) and asked_of = 'participant' $$
    """,
    """
    comment on function acting_own_placement() is 'the placement that the link at hand asks the participant about'
    """,
    """
    revoke all on function acting_own_placement() from public
    """,
    """
    grant execute on function acting_own_placement() to bestendig_participant, bestendig_owner
    """,
    """
    create function acting_own_follow_up() returns uuid language sql stable security definer set search_path =
        pg_catalog, public as $$ select follow_up_id from confirmation_link where token_hash = (select
        nullif(current_setting('app.link', true), '')) and asked_of = 'participant' $$
    """,
    """
    comment on function acting_own_follow_up() is 'the follow-up that the link at hand asks the participant about'
    """,
    """
    revoke all on function acting_own_follow_up() from public
    """,
    """
    grant execute on function acting_own_follow_up() to bestendig_participant, bestendig_owner
    """,
    """
    drop policy confirmation_link_employer_select on confirmation_link
    """,
    """
    drop policy confirmation_link_employer_update on confirmation_link
    """,
    """
    create policy confirmation_link_employer_select on confirmation_link for select to bestendig_employer using
        (asked_of = 'employer' and (organisation_id = any ((select acting_employers())::uuid[]) or token_hash = (select
        nullif(current_setting('app.link', true), '')) or follow_up_id = (select acting_link_follow_up())))
    """,
    """
    create policy confirmation_link_employer_update on confirmation_link for update to bestendig_employer using
        (asked_of = 'employer' and (organisation_id = any ((select acting_employers())::uuid[]) or token_hash = (select
        nullif(current_setting('app.link', true), '')) or follow_up_id = (select acting_link_follow_up()))) with check
        (asked_of = 'employer' and (organisation_id = any ((select acting_employers())::uuid[]) or token_hash = (select
        nullif(current_setting('app.link', true), '')) or follow_up_id = (select acting_link_follow_up())))
    """,
    """
    grant select on confirmation_link to bestendig_participant
    """,
    """
    grant update (answered_at, observation_id, partial, opened_at, renewed_at) on confirmation_link to
        bestendig_participant
    """,
    """
    create policy confirmation_link_participant_select on confirmation_link for select to bestendig_participant
        using (asked_of = 'participant' and (token_hash = (select nullif(current_setting('app.link', true), '')) or
        follow_up_id = (select acting_own_follow_up())))
    """,
    """
    create policy confirmation_link_participant_update on confirmation_link for update to bestendig_participant
        using (asked_of = 'participant' and (token_hash = (select nullif(current_setting('app.link', true), '')) or
        follow_up_id = (select acting_own_follow_up()))) with check (asked_of = 'participant' and (token_hash = (select
        nullif(current_setting('app.link', true), '')) or follow_up_id = (select acting_own_follow_up())))
    """,
    """
    grant select on placement to bestendig_participant
    """,
    """
    grant update (ends_on, end_reason, end_note, end_source, version, changed_at, changed_by) on placement to
        bestendig_participant
    """,
    """
    create policy placement_participant_select on placement for select to bestendig_participant using (id = (select
        acting_own_placement()))
    """,
    """
    create policy placement_participant_update on placement for update to bestendig_participant using (id = (select
        acting_own_placement())) with check (id = (select acting_own_placement()))
    """,
    """
    grant select on follow_up to bestendig_participant
    """,
    """
    grant update (state, closed_on, reason, answered_by, version, changed_at, changed_by) on follow_up to
        bestendig_participant
    """,
    """
    create policy follow_up_participant_select on follow_up for select to bestendig_participant using (placement_id
        = (select acting_own_placement()))
    """,
    """
    create policy follow_up_participant_update on follow_up for update to bestendig_participant using (placement_id
        = (select acting_own_placement())) with check (placement_id = (select acting_own_placement()))
    """,
    """
    grant select on observation to bestendig_participant
    """,
    """
    grant insert on observation to bestendig_participant
    """,
    """
    grant update (superseded_at) on observation to bestendig_participant
    """,
    """
    create policy observation_participant_select on observation for select to bestendig_participant using (source =
        'participant' and placement_id = (select acting_own_placement()))
    """,
    """
    create policy observation_participant_insert on observation for insert to bestendig_participant with check
        (source = 'participant' and placement_id = (select acting_own_placement()))
    """,
    """
    create policy observation_participant_update on observation for update to bestendig_participant using (source =
        'participant' and placement_id = (select acting_own_placement())) with check (source = 'participant' and
        placement_id = (select acting_own_placement()))
    """,
    """
    create view own_work with (security_barrier) as select placement.id as placement_id, participant.first_name,
        organisation.name as employer, placement.job_title, placement.starts_on from placement join participant on
        participant.id = placement.participant_id join organisation on organisation.id = placement.organisation_id where
        placement.id = (select acting_own_placement())
    """,
    """
    grant select on own_work to bestendig_participant
    """,
)

DOWNGRADE = (
    """
    drop view own_work
    """,
    """
    drop policy confirmation_link_participant_select on confirmation_link
    """,
    """
    drop policy confirmation_link_participant_update on confirmation_link
    """,
    """
    revoke all on confirmation_link from bestendig_participant
    """,
    """
    drop policy placement_participant_select on placement
    """,
    """
    drop policy placement_participant_update on placement
    """,
    """
    revoke all on placement from bestendig_participant
    """,
    """
    drop policy follow_up_participant_select on follow_up
    """,
    """
    drop policy follow_up_participant_update on follow_up
    """,
    """
    revoke all on follow_up from bestendig_participant
    """,
    """
    drop policy observation_participant_select on observation
    """,
    """
    drop policy observation_participant_insert on observation
    """,
    """
    drop policy observation_participant_update on observation
    """,
    """
    revoke all on observation from bestendig_participant
    """,
    """
    drop policy confirmation_link_employer_select on confirmation_link
    """,
    """
    drop policy confirmation_link_employer_update on confirmation_link
    """,
    """
    create policy confirmation_link_employer_select on confirmation_link for select to bestendig_employer using
        (organisation_id = any ((select acting_employers())::uuid[]) or token_hash = (select
        nullif(current_setting('app.link', true), '')))
    """,
    """
    create policy confirmation_link_employer_update on confirmation_link for update to bestendig_employer using
        (organisation_id = any ((select acting_employers())::uuid[]) or token_hash = (select
        nullif(current_setting('app.link', true), ''))) with check (organisation_id = any ((select
        acting_employers())::uuid[]) or token_hash = (select nullif(current_setting('app.link', true), '')))
    """,
    """
    drop function acting_own_follow_up()
    """,
    """
    drop function acting_own_placement()
    """,
    """
    drop function acting_link_follow_up()
    """,
    """
    create or replace function acting_link_organisation() returns uuid language sql stable security definer set
        search_path = pg_catalog, public as $$ select organisation_id from confirmation_link where token_hash = (select
        nullif(current_setting('app.link', true), '')) $$
    """,
    """
    create or replace function acting_link_placement() returns uuid language sql stable security definer set
        search_path = pg_catalog, public as $$ select placement_id from confirmation_link where token_hash = (select
        nullif(current_setting('app.link', true), '')) $$
    """,
    """
    comment on function acting_link_placement() is 'the placement that the link at hand asks about'
    """,
    """
    drop index ix_confirmation_link_renewed
    """,
    """
    drop index ix_confirmation_link_partial
    """,
    """
    drop index ix_confirmation_link_renewal_id
    """,
    """
    alter table confirmation_link drop column renewal_id
    """,
)


def upgrade() -> None:
    """Apply."""
    for statement in UPGRADE:
        op.execute(statement)


def downgrade() -> None:
    """Undo."""
    for statement in DOWNGRADE:
        op.execute(statement)
