"""Confirmation links, and what an employer may see and do."""

from alembic import op

revision = "0004_door_for_employers"
down_revision = "0003_evidence"

UPGRADE = (
    """
    CREATE TABLE confirmation_link (
        recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
        recorded_by UUID,
        programme_id UUID NOT NULL,
        trajectory_id UUID NOT NULL,
        participant_id UUID NOT NULL,
        id UUID NOT NULL,
        placement_id UUID NOT NULL,
        organisation_id UUID NOT NULL,
        follow_up_id UUID,
        token_hash VARCHAR(64) NOT NULL,
        expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
        answered_at TIMESTAMP WITH TIME ZONE,
        observation_id UUID,
        revoked_at TIMESTAMP WITH TIME ZONE,
        CONSTRAINT pk_confirmation_link PRIMARY KEY (id),
        CONSTRAINT fk_confirmation_link_trajectory FOREIGN KEY(trajectory_id, programme_id, participant_id) REFERENCES trajectory (id, programme_id, participant_id),
        CONSTRAINT fk_confirmation_link_placement FOREIGN KEY(placement_id, trajectory_id) REFERENCES placement (id, trajectory_id),
        CONSTRAINT fk_confirmation_link_recorded_by FOREIGN KEY(recorded_by) REFERENCES account (id),
        CONSTRAINT fk_confirmation_link_programme_id FOREIGN KEY(programme_id) REFERENCES programme (id),
        CONSTRAINT fk_confirmation_link_participant_id FOREIGN KEY(participant_id) REFERENCES participant (id),
        CONSTRAINT fk_confirmation_link_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id),
        CONSTRAINT fk_confirmation_link_follow_up_id FOREIGN KEY(follow_up_id) REFERENCES follow_up (id),
        CONSTRAINT uq_confirmation_link_token_hash UNIQUE (token_hash),
        CONSTRAINT fk_confirmation_link_observation_id FOREIGN KEY(observation_id) REFERENCES observation (id)
    )
    """,
    """
    CREATE INDEX ix_confirmation_link_participant_id ON confirmation_link (participant_id)
    """,
    """
    CREATE INDEX ix_confirmation_link_placement_id ON confirmation_link (placement_id)
    """,
    """
    CREATE INDEX ix_confirmation_link_trajectory_id ON confirmation_link (trajectory_id)
    """,
    """
    create function acting_link_organisation() returns uuid language sql stable security definer set search_path = pg_catalog, public as $$ select organisation_id from confirmation_link where token_hash = (select nullif(current_setting('app.link', true), '')) $$
    """,
    """
    comment on function acting_link_organisation() is 'the employer that the link at hand was made for'
    """,
    """
    revoke all on function acting_link_organisation() from public
    """,
    """
    grant execute on function acting_link_organisation() to bestendig_app, bestendig_employer, bestendig_reports, bestendig_owner
    """,
    """
    create function acting_link_placement() returns uuid language sql stable security definer set search_path = pg_catalog, public as $$ select placement_id from confirmation_link where token_hash = (select nullif(current_setting('app.link', true), '')) $$
    """,
    """
    comment on function acting_link_placement() is 'the placement that the link at hand asks about'
    """,
    """
    revoke all on function acting_link_placement() from public
    """,
    """
    grant execute on function acting_link_placement() to bestendig_app, bestendig_employer, bestendig_reports, bestendig_owner
    """,
    """
    alter table confirmation_link enable row level security
    """,
    """
    alter table confirmation_link force row level security
    """,
    """
    create policy confirmation_link_operator on confirmation_link to bestendig_owner
        using (true)
        with check (true)
    """,
    """
    grant select on confirmation_link to bestendig_app
    """,
    """
    grant insert on confirmation_link to bestendig_app
    """,
    """
    grant update on confirmation_link to bestendig_app
    """,
    """
    create policy confirmation_link_app_select on confirmation_link for select to bestendig_app
        using (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    create policy confirmation_link_app_insert on confirmation_link for insert to bestendig_app
        with check (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    create policy confirmation_link_app_update on confirmation_link for update to bestendig_app
        using (programme_id = any ((select acting_programmes())::uuid[]))
        with check (programme_id = any ((select acting_programmes())::uuid[]))
    """,
    """
    grant select on confirmation_link to bestendig_employer
    """,
    """
    grant update (answered_at, observation_id) on confirmation_link to bestendig_employer
    """,
    """
    create policy confirmation_link_employer_select on confirmation_link for select to bestendig_employer
        using (organisation_id = any ((select acting_employers())::uuid[]) or token_hash = (select nullif(current_setting('app.link', true), '')))
    """,
    """
    create policy confirmation_link_employer_update on confirmation_link for update to bestendig_employer
        using (organisation_id = any ((select acting_employers())::uuid[]) or token_hash = (select nullif(current_setting('app.link', true), '')))
        with check (organisation_id = any ((select acting_employers())::uuid[]) or token_hash = (select nullif(current_setting('app.link', true), '')))
    """,
    """
    grant select on account to bestendig_employer
    """,
    """
    create policy account_employer_select on account for select to bestendig_employer
        using (id = (select nullif(current_setting('app.account', true), '')::uuid))
    """,
    """
    grant select on organisation to bestendig_employer
    """,
    """
    create policy organisation_employer_select on organisation for select to bestendig_employer
        using (id = any ((select acting_employers())::uuid[]) or id = (select acting_link_organisation()))
    """,
    """
    grant insert on audit_event to bestendig_employer
    """,
    """
    create policy audit_event_employer_insert on audit_event for insert to bestendig_employer
        with check (account_id is not distinct from (select nullif(current_setting('app.account', true), '')::uuid))
    """,
    """
    grant select on membership to bestendig_employer
    """,
    """
    create policy membership_employer_select on membership for select to bestendig_employer
        using (account_id = (select nullif(current_setting('app.account', true), '')::uuid))
    """,
    """
    grant select on placement to bestendig_employer
    """,
    """
    grant update (
        ends_on, end_reason, end_note, end_source, version, changed_at, changed_by
    ) on placement to bestendig_employer
    """,
    """
    create policy placement_employer_select on placement for select to bestendig_employer
        using (organisation_id = any ((select acting_employers())::uuid[]) or id = (select acting_link_placement()))
    """,
    """
    create policy placement_employer_update on placement for update to bestendig_employer
        using (organisation_id = any ((select acting_employers())::uuid[]) or id = (select acting_link_placement()))
        with check (organisation_id = any ((select acting_employers())::uuid[]) or id = (select acting_link_placement()))
    """,
    """
    grant select on observation to bestendig_employer
    """,
    """
    grant insert on observation to bestendig_employer
    """,
    """
    grant update (superseded_at) on observation to bestendig_employer
    """,
    """
    create policy observation_employer_select on observation for select to bestendig_employer
        using (source = 'employer' and placement_id in (select id from placement))
    """,
    """
    create policy observation_employer_insert on observation for insert to bestendig_employer
        with check (source = 'employer' and placement_id in (select id from placement))
    """,
    """
    create policy observation_employer_update on observation for update to bestendig_employer
        using (source = 'employer' and placement_id in (select id from placement))
        with check (source = 'employer' and placement_id in (select id from placement))
    """,
    """
    grant select on rating to bestendig_employer
    """,
    """
    grant insert on rating to bestendig_employer
    """,
    """
    grant update (superseded_at) on rating to bestendig_employer
    """,
    """
    create policy rating_employer_select on rating for select to bestendig_employer
        using (rated_by = 'employer' and placement_id in (select id from placement))
    """,
    """
    create policy rating_employer_insert on rating for insert to bestendig_employer
        with check (rated_by = 'employer' and placement_id in (select id from placement))
    """,
    """
    create policy rating_employer_update on rating for update to bestendig_employer
        using (rated_by = 'employer' and placement_id in (select id from placement))
        with check (rated_by = 'employer' and placement_id in (select id from placement))
    """,
    """
    grant select on follow_up to bestendig_employer
    """,
    """
    grant update (
        state, closed_on, reason, answered_by, version, changed_at, changed_by
    ) on follow_up to bestendig_employer
    """,
    """
    create policy follow_up_employer_select on follow_up for select to bestendig_employer
        using (organisation_id = any ((select acting_employers())::uuid[]) or placement_id = (select acting_link_placement()))
    """,
    """
    create policy follow_up_employer_update on follow_up for update to bestendig_employer
        using (organisation_id = any ((select acting_employers())::uuid[]) or placement_id = (select acting_link_placement()))
        with check (organisation_id = any ((select acting_employers())::uuid[]) or placement_id = (select acting_link_placement()))
    """,
    """
    create view employee with (security_barrier) as select placement.id as placement_id, participant.first_name, left(participant.last_name, 1) as initial from placement join participant on participant.id = placement.participant_id where placement.organisation_id = any ((select acting_employers())::uuid[]) or placement.id = (select acting_link_placement())
    """,
    """
    grant select on employee to bestendig_employer
    """,
)

DOWNGRADE = (
    "drop view employee",
    "revoke all on account from bestendig_employer",
    "drop policy account_employer_select on account",
    "revoke all on organisation from bestendig_employer",
    "drop policy organisation_employer_select on organisation",
    "revoke all on audit_event from bestendig_employer",
    "drop policy audit_event_employer_insert on audit_event",
    "revoke all on membership from bestendig_employer",
    "drop policy membership_employer_select on membership",
    "revoke all on placement from bestendig_employer",
    "drop policy placement_employer_select on placement",
    "drop policy placement_employer_update on placement",
    "revoke all on observation from bestendig_employer",
    "drop policy observation_employer_select on observation",
    "drop policy observation_employer_insert on observation",
    "drop policy observation_employer_update on observation",
    "revoke all on rating from bestendig_employer",
    "drop policy rating_employer_select on rating",
    "drop policy rating_employer_insert on rating",
    "drop policy rating_employer_update on rating",
    "revoke all on follow_up from bestendig_employer",
    "drop policy follow_up_employer_select on follow_up",
    "drop policy follow_up_employer_update on follow_up",
    "drop table confirmation_link cascade",
    "drop function acting_link_organisation()",
    "drop function acting_link_placement()",
)


def upgrade() -> None:
    """Apply."""
    for statement in UPGRADE:
        op.execute(statement)


def downgrade() -> None:
    """Undo."""
    for statement in DOWNGRADE:
        op.execute(statement)
