"""A destination for who leaves a programme to look for work."""

from alembic import op

revision = "0024_job_seeking"
down_revision = "0022_cohort_and_employer_twins"

WITHOUT = "'paid_work', 'self_employment', 'education', 'volunteering', 'care', 'moved', 'deceased', 'none', 'unknown'"
WITH = WITHOUT.replace("'education', ", "'education', 'job_seeking', ")


def upgrade() -> None:
    """Let a destination be that somebody looks for work."""
    op.execute("alter table trajectory drop constraint ck_trajectory_destination")
    op.execute(f"alter table trajectory add constraint ck_trajectory_destination check (destination in ({WITH}))")


def downgrade() -> None:
    """Make it none, which it was before."""
    op.execute("update trajectory set destination = 'none' where destination = 'job_seeking'")
    op.execute("alter table trajectory drop constraint ck_trajectory_destination")
    op.execute(f"alter table trajectory add constraint ck_trajectory_destination check (destination in ({WITHOUT}))")
