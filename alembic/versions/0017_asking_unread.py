"""Asking unread: who signs the messages of a programme may be a person, so reports do not read it."""

from alembic import op

revision = "0017_asking_unread"
down_revision = "0016_undeliverable"


def upgrade() -> None:
    op.execute("revoke select (asking) on programme_history from bestendig_reports")


def downgrade() -> None:
    op.execute("grant select (asking) on programme_history to bestendig_reports")
