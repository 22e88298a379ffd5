"""Does one job, and keeps when periodic work was done and what it came to."""

import json
import logging
import time
from contextlib import suppress
from dataclasses import replace

from sqlalchemy import TextClause, text
from sqlalchemy.exc import SQLAlchemyError

from app.actor import Actor
from app.database import session_for
from app.jobs.all_jobs import JOBS
from app.jobs.job import Counts, Job
from app.rules.background_work import PERIODIC

LOG = logging.getLogger(__name__)
IS_PERIODIC = frozenset(work.task for work in PERIODIC)

DONE = text(
    """
    insert into periodic_run as run (task, started_at, finished_at, counts)
    values (:task, clock_timestamp() - make_interval(secs => :seconds), clock_timestamp(), cast(:counts as jsonb))
    on conflict (task) do update
    set started_at = excluded.started_at, finished_at = excluded.finished_at, counts = excluded.counts
    """
)
FAILED = text(
    """
    insert into periodic_run as run (task, started_at, failed_at, failure, counts)
    values (:task, clock_timestamp() - make_interval(secs => :seconds), clock_timestamp(), :failure, '{}')
    on conflict (task) do update
    set started_at = excluded.started_at, failed_at = excluded.failed_at, failure = excluded.failure
    """
)
"""When it ran is told by the clock of the database, also where somebody rehearses another day."""


class WorkFailed(Exception):  # noqa: N818  what failed was told already; this only keeps the job from counting as done
    """The work failed; the log and the page of what runs by itself say of what kind the fault is."""


async def carry_out(job: Job, by: Actor, **arguments: str) -> Counts:
    """Do one job on behalf of an actor, who becomes the program itself in the log of acts.

    Raises WorkFailed, which tells nothing of the values that were at hand: a name may be among them.
    """
    began = time.monotonic()
    actor = replace(by, origin="background work")
    try:
        counts = await job.deed(actor, **arguments)
    except Exception as error:  # noqa: BLE001  whatever goes wrong with one task, the others go on
        LOG.error("%s failed and will be tried again: %s", job.task, type(error).__name__)
        with suppress(SQLAlchemyError):
            await _keep(FAILED, job, actor, arguments, began, failure=type(error).__name__)
        raise WorkFailed(job.task) from None
    await _keep(DONE, job, actor, arguments, began, counts=json.dumps(counts))
    return counts


async def _keep(
    statement: TextClause, job: Job, actor: Actor, arguments: dict[str, str], began: float, **result: str
) -> None:
    """Keep it of work that was done for everything; a job about one thing says nothing of the whole."""
    if job.task not in IS_PERIODIC or arguments:
        return
    async with session_for(actor) as session:
        await session.execute(statement, {"task": job.task, "seconds": time.monotonic() - began, **result})


async def run_due_work(by: Actor) -> dict[str, Counts]:
    """Do one complete round, without a worker: everything that the day of the actor asks for, in order.

    Raises WorkFailed when something failed, after everything else was done.
    """
    done: dict[str, Counts] = {}
    failed: list[str] = []
    for job in JOBS:
        if job.task in IS_PERIODIC:
            try:
                done[job.task] = await carry_out(job, by)
            except WorkFailed:
                failed.append(job.task)
    if failed:
        raise WorkFailed(*failed)
    return done
