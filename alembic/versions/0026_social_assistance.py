"""An observation can say whether somebody had social assistance on its day."""

from alembic import op

revision = "0026_social_assistance"
down_revision = "0025_municipal_reports"

UPGRADE = (
    "alter table observation add column on_social_assistance boolean",
    "grant select (on_social_assistance) on observation to bestendig_reports",
)


def upgrade() -> None:
    """Apply."""
    for statement in UPGRADE:
        op.execute(statement)


def downgrade() -> None:
    """Take back."""
    op.execute("alter table observation drop column on_social_assistance")
