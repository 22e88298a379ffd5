"""What was sent to one address is found at once, however much a programme has sent."""

from alembic import op

revision = "0015_asking_indexes"
down_revision = "0014_response"


def upgrade() -> None:
    """Apply."""
    op.execute("CREATE INDEX ix_message_recipient ON message (programme_id, recipient)")
    op.execute("DROP INDEX ix_message_programme_id")


def downgrade() -> None:
    """Take back."""
    op.execute("CREATE INDEX ix_message_programme_id ON message (programme_id)")
    op.execute("DROP INDEX ix_message_recipient")
