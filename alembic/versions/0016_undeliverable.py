"""Undeliverable: find the addresses that do not work, and the placements that are asked about there."""

from alembic import op

revision = "0016_undeliverable"
down_revision = "0015_asking_indexes"

UPGRADE = (
    "CREATE INDEX ix_employer_contact_bounced ON employer_contact (programme_id) WHERE bounced_at is not null",
    "CREATE INDEX ix_placement_contact ON placement (contact_id) WHERE contact_id is not null",
)
DOWNGRADE = (
    "drop index ix_placement_contact",
    "drop index ix_employer_contact_bounced",
)


def upgrade() -> None:
    for statement in UPGRADE:
        op.execute(statement)


def downgrade() -> None:
    for statement in DOWNGRADE:
        op.execute(statement)
