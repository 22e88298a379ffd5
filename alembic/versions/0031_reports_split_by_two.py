"""A saved report can be split by two things."""

from alembic import op

revision = "0031_reports_split_by_two"
down_revision = "0030_published_tables"


def upgrade() -> None:
    op.execute("alter table outcome_report add column and_by varchar(40)")
    op.execute(
        "alter table outcome_report add constraint ck_outcome_report_and_by_another "
        "check (and_by is null or coalesce(group_by <> and_by, false))"
    )


def downgrade() -> None:
    op.execute("alter table outcome_report drop column and_by")
