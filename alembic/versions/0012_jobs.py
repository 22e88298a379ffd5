"""The queue of a worker, in a schema of its own, and the function with which a job is asked for.

The tables are those of procrastinate, made by its own numbered files up to the one named here, so that a later version
of that library changes nothing here. Each file commits by itself, because PostgreSQL before version 17 does not use a
new value of an enumeration in the transaction that adds it; a queue that was half made is made over.
"""

from importlib.resources import files

from alembic import op

revision = "0012_jobs"
down_revision = "0011_asking"

LAST_FILE = "03.04.00_50_post_add_retry_failed_job_procedure.sql"

UPGRADE = (
    """
    create function enqueue_job(task text, arguments jsonb) returns void language plpgsql security definer
    set search_path = jobs, pg_catalog, pg_temp as $$
    declare key text := task || arguments::text || chr(10);
    begin
        if strpos(coalesce(current_setting('app.jobs', true), ''), key) = 0 then
            perform set_config('app.jobs', concat(current_setting('app.jobs', true), key), true);
            perform procrastinate_defer_jobs_v1(
                array[row('default', task, 0, null, null, arguments, null)::procrastinate_job_to_defer_v1]
            );
        end if;
    end $$
    """,
    "comment on function enqueue_job(text, jsonb) is 'asks a worker for a job, once per transaction'",
    "revoke all on function enqueue_job(text, jsonb) from public",
    """
    grant execute on function enqueue_job(text, jsonb)
        to bestendig_app, bestendig_employer, bestendig_participant, bestendig_owner
    """,
    """
    create function background_runs() returns table (task text, silent_for interval) language sql stable
    security definer set search_path = pg_catalog, public as $$
    select task, clock_timestamp() - finished_at from periodic_run where finished_at is not null $$
    """,
    "comment on function background_runs() is 'how long ago each piece of periodic work was last done well'",
    "revoke all on function background_runs() from public",
    "grant execute on function background_runs() to bestendig_app, bestendig_employer, bestendig_reports, bestendig_owner",
)


def upgrade() -> None:
    """Make the queue, and open the way to it."""
    made_by = files("procrastinate") / "sql" / "migrations"
    wanted = sorted(file.name for file in made_by.iterdir() if file.name.endswith(".sql") and file.name <= LAST_FILE)
    if LAST_FILE not in wanted:
        raise RuntimeError(f"This version of procrastinate does not bring {LAST_FILE}.")
    with op.get_context().autocommit_block():
        connection = op.get_bind().connection
        with connection.cursor() as cursor:
            cursor.execute("drop schema if exists jobs cascade")
            cursor.execute("create schema jobs")
            cursor.execute("set search_path = jobs, pg_catalog")
            for name in wanted:
                cursor.execute((made_by / name).read_text())
            cursor.execute("revoke all on all functions in schema jobs from public")
            cursor.execute("reset search_path")
    for statement in UPGRADE:
        op.execute(statement)


def downgrade() -> None:
    """Close the way, and drop the queue with what still waits in it."""
    op.execute("drop function background_runs()")
    op.execute("drop function enqueue_job(text, jsonb)")
    op.execute("drop schema jobs cascade")
