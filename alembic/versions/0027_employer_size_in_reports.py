"""Reports read how many people an employer had, as it was known then."""

from alembic import op

revision = "0027_employer_size_in_reports"
down_revision = "0026_social_assistance"


def upgrade() -> None:
    """Apply."""
    op.execute("grant select (size) on organisation_history to bestendig_reports")


def downgrade() -> None:
    """Take back."""
    op.execute("revoke select (size) on organisation_history from bestendig_reports")
