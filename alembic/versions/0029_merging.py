"""Two participants that turn out to be one person become one: the trajectories go over, the other number leads on."""

from alembic import op

revision = "0029_merging"
down_revision = "0028_erasure"

OF_TRAJECTORY = (
    "assignment",
    "circumstance",
    "coaching_contact",
    "confirmation_link",
    "follow_up",
    "follow_up_request",
    "language_measurement",
    "language_support",
    "motivation_interview",
    "observation",
    "placement",
    "rating",
    "rating_request",
    "screening_decision",
    "screening_test",
    "task",
    "trajectory_event",
    "workplace_support",
)
ONLY_SUPERSEDED = ("observation", "rating", "language_measurement", "screening_decision")
IN_SCOPE = "participant_id in (select participant_id from trajectory_history)"
IN_SCOPE_EARLIER = "earlier_participant_id in (select participant_id from trajectory_history)"
WAS_IN_SCOPE = " or ".join((IN_SCOPE, "participant_id in (select participant_id from trajectory_move)"))
KEEP_PROGRAMMES = (
    "create trigger trajectory_keep_programmes after insert{} on trajectory "
    "for each row execute function keep_programmes()"
)
KEEP_MOVES = """
create function keep_moves() returns trigger language plpgsql security definer
set search_path = pg_catalog, public as $$
begin
    update trajectory_move set participant_id = new.participant_id where trajectory_id = new.id;
    insert into trajectory_move (id, trajectory_id, earlier_participant_id, participant_id, moved_at)
    select gen_random_uuid(), new.id, old.participant_id, new.participant_id, known_from
    from trajectory_history where id = new.id and known_until = 'infinity';
    return null;
end $$
"""


def upgrade() -> None:
    """Let facts go along with their trajectory, and remember whose a trajectory was."""
    op.execute("alter table participant add column merged_into_id uuid")
    op.execute("alter table participant add constraint ck_participant_merged_into_another check (merged_into_id <> id)")
    op.execute(
        "alter table participant add constraint fk_participant_merged_into_id "
        "foreign key (merged_into_id) references participant (id)"
    )
    op.execute("create index ix_participant_merged on participant (merged_into_id) where merged_into_id is not null")
    _hold_together(" on update cascade")
    op.execute("drop trigger trajectory_keep_programmes on trajectory")
    op.execute(KEEP_PROGRAMMES.format(" or update of participant_id"))
    _remember_moves()
    for table in ONLY_SUPERSEDED:
        op.execute(f"alter policy {table}_reports_select on {table} using ({WAS_IN_SCOPE})")


def downgrade() -> None:
    """Take back; who was merged stays merged."""
    for table in ONLY_SUPERSEDED:
        op.execute(f"alter policy {table}_reports_select on {table} using ({IN_SCOPE})")
    op.execute("drop trigger trajectory_remember_move on trajectory")
    op.execute("drop function keep_moves()")
    op.execute("drop table trajectory_move")
    op.execute("drop trigger trajectory_keep_programmes on trajectory")
    op.execute(KEEP_PROGRAMMES.format(""))
    _hold_together("")
    op.execute("alter table participant drop column merged_into_id")


def _hold_together(on_update: str) -> None:
    for table in OF_TRAJECTORY:
        op.execute(f"alter table {table} drop constraint fk_{table}_trajectory")
        op.execute(
            f"alter table {table} add constraint fk_{table}_trajectory "
            "foreign key (trajectory_id, programme_id, participant_id) "
            f"references trajectory (id, programme_id, participant_id){on_update}"
        )


def _remember_moves() -> None:
    op.execute(
        """
        create table trajectory_move (
            id uuid not null,
            trajectory_id uuid not null,
            earlier_participant_id uuid not null,
            participant_id uuid not null,
            moved_at timestamp with time zone not null,
            constraint pk_trajectory_move primary key (id),
            constraint fk_trajectory_move_trajectory_id foreign key (trajectory_id) references trajectory (id),
            constraint fk_trajectory_move_earlier_participant_id
                foreign key (earlier_participant_id) references participant (id),
            constraint fk_trajectory_move_participant_id foreign key (participant_id) references participant (id)
        )
        """
    )
    for column in ("trajectory_id", "earlier_participant_id", "participant_id"):
        op.execute(f"create index ix_trajectory_move_{column} on trajectory_move ({column})")
    op.execute(KEEP_MOVES)
    op.execute("revoke all on function keep_moves() from public")
    op.execute(
        "create trigger trajectory_remember_move after update on trajectory for each row "
        "when (old.participant_id is distinct from new.participant_id) execute function keep_moves()"
    )
    op.execute("alter table trajectory_move enable row level security")
    op.execute("alter table trajectory_move force row level security")
    op.execute(
        "create policy trajectory_move_operator on trajectory_move to bestendig_owner using (true) with check (true)"
    )
    op.execute("grant select on trajectory_move to bestendig_reports")
    op.execute(
        "create policy trajectory_move_reports_select on trajectory_move for select to bestendig_reports "
        f"using ({IN_SCOPE} or {IN_SCOPE_EARLIER})"
    )
