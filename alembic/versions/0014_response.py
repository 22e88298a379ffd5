"""The desk stays quiet about what the team knows that it does not know, and counts the answers of the past year."""

from alembic import op

revision = "0014_response"
down_revision = "0013_link"

KEEP_NEXT_FOLLOW_UP = """
    CREATE OR REPLACE FUNCTION keep_next_follow_up() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, public AS $$
begin
    update trajectory set next_follow_up_on = waiting.next
    from (
        select changed.trajectory_id, min(follow_up.due_on) as next
        from (select distinct trajectory_id from changed) as changed
        left join follow_up on follow_up.trajectory_id = changed.trajectory_id
            and follow_up.state in ('planned', 'due', 'asked'){quiet}
        group by changed.trajectory_id
    ) as waiting
    where trajectory.id = waiting.trajectory_id and next_follow_up_on is distinct from waiting.next;
    return null;
end $$
"""
"""Nothing has been acknowledged yet when this is applied, so that what is kept stays right."""


def upgrade() -> None:
    """Apply."""
    op.execute(KEEP_NEXT_FOLLOW_UP.replace("{quiet}", " and follow_up.acknowledged_on is null"))
    op.execute(
        "CREATE INDEX ix_follow_up_lately ON follow_up (programme_id, due_on) INCLUDE (state) WHERE state <> 'cancelled'"
    )


def downgrade() -> None:
    """Take back."""
    op.execute("DROP INDEX ix_follow_up_lately")
    op.execute(KEEP_NEXT_FOLLOW_UP.replace("{quiet}", ""))
