"""Somebody of a municipality who was let into one programme keeps reports of their own about it."""

from alembic import op

revision = "0025_municipal_reports"
down_revision = "0024_job_seeking"

OF_THE_TEAM = """programme_id = any ((select acting_programmes())::uuid[])
        or municipality_code = any ((select acting_municipalities())::text[])"""
ME = "(select nullif(current_setting('app.account', true), '')::uuid)"
OR_THEIR_OWN = f"""{OF_THE_TEAM}
        or (recorded_by = {ME} and programme_id = any ((select acting_report_programmes())::uuid[]))"""


def upgrade() -> None:
    for statement in _policies(OR_THEIR_OWN):
        op.execute(statement)


def downgrade() -> None:
    for statement in _policies(OF_THE_TEAM):
        op.execute(statement)


def _policies(written: str) -> tuple[str, ...]:
    return (
        f"alter policy outcome_report_app_insert on outcome_report with check ({written})",
        f"alter policy outcome_report_app_update on outcome_report with check ({written})",
        f"alter policy outcome_report_app_delete on outcome_report using ({written})",
        f"alter policy outcome_edition_app_insert on outcome_edition with check ({written})",
    )
