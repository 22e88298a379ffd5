"""The tables of published reports are kept, so that those of other days leave open what these do."""

from alembic import op

revision = "0030_published_tables"
down_revision = "0029_merging"

OF_A_PULL_I_KNOW_OF = "pull_id in (select id from outcome_pull)"


def upgrade() -> None:
    """Make the table; what was published before is kept when it is asked for again."""
    op.execute(
        """
        create table published_table (
            id uuid not null,
            pull_id uuid not null,
            dimensions text[] not null,
            is_blank boolean not null,
            next_world integer not null,
            content jsonb not null,
            constraint pk_published_table primary key (id),
            constraint uq_published_table_pull_id_dimensions unique (pull_id, dimensions),
            constraint fk_published_table_pull_id foreign key (pull_id) references outcome_pull (id)
        )
        """
    )
    op.execute("alter table published_table enable row level security")
    op.execute("alter table published_table force row level security")
    op.execute(
        "create policy published_table_operator on published_table to bestendig_owner using (true) with check (true)"
    )
    op.execute("grant select, insert on published_table to bestendig_app")
    op.execute(
        "create policy published_table_app_select on published_table for select to bestendig_app "
        f"using ({OF_A_PULL_I_KNOW_OF})"
    )
    op.execute(
        "create policy published_table_app_insert on published_table for insert to bestendig_app "
        f"with check ({OF_A_PULL_I_KNOW_OF})"
    )


def downgrade() -> None:
    """Take back."""
    op.execute("drop table published_table")
