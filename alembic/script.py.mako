"""${message}."""

from alembic import op

revision = "${up_revision}"
down_revision = ${repr(down_revision)}


def upgrade() -> None:
    """Apply."""
    ${upgrades if upgrades else "op.execute(\"\")"}


def downgrade() -> None:
    """Undo."""
    ${downgrades if downgrades else "op.execute(\"\")"}
