"""The way to a worker: whoever writes a fact may ask for what it causes, and for nothing else of the queue.

The queue itself, with its tables in the schema `jobs`, is procrastinate's; only the owner reaches it.
"""

from collections.abc import Iterator

from app.models.who_acts import EMPLOYER, OWNER, PARTICIPANT, TEAM

ENQUEUE_JOB = """
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
"""


def open_queue() -> Iterator[str]:
    """The function with which a job is asked for, and who may call it."""
    yield ENQUEUE_JOB.strip()
    yield "comment on function enqueue_job(text, jsonb) is 'asks a worker for a job, once per transaction'"
    yield "revoke all on function enqueue_job(text, jsonb) from public"
    yield f"grant execute on function enqueue_job(text, jsonb) to {TEAM}, {EMPLOYER}, {PARTICIPANT}, {OWNER}"
