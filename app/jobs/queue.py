"""The queue in which jobs wait, in the same database as the facts that cause them."""

from collections.abc import Sequence

import procrastinate
from procrastinate import BaseRetryStrategy, PsycopgConnector, RetryDecision
from psycopg import AsyncConnection

from app import clock, database
from app.actor import Actor
from app.jobs.all_jobs import JOBS
from app.jobs.carry_out import carry_out
from app.jobs.interrupted import is_periodic, take_up_interrupted
from app.jobs.job import Job
from app.rules.background_work import EVERY_MINUTE, PERIODIC, PeriodicWork

CONNECTIONS = 4
TIMES_AT_MOST = 10
LOOKS_BACK_SECONDS = 26 * 60 * 60.0
"""A worker that starts does what it missed since its last time, such as the check of a night when it was off."""


class TriedAgain(BaseRetryStrategy):
    """A job that somebody asked for is tried ten times, a minute apart. Periodic work comes back by itself."""

    def get_retry_decision(self, *, exception: BaseException, job: procrastinate.jobs.Job) -> RetryDecision | None:
        """When to try again; None is not at all."""
        if is_periodic(job) or job.attempts >= TIMES_AT_MOST:
            return None
        return RetryDecision(retry_in={"seconds": 60})


def make_queue(jobs: Sequence[Job] = JOBS) -> procrastinate.App:
    """The queue with the jobs registered, not open yet."""
    address = database.database_url().set(drivername="postgresql").render_as_string(hide_password=False)
    queue = procrastinate.App(
        connector=PsycopgConnector(
            conninfo=address,
            configure=_as_owner,
            kwargs={"application_name": "bestendig worker"},
            min_size=1,
            max_size=CONNECTIONS,
        ),
        periodic_defaults={"max_delay": LOOKS_BACK_SECONDS},
    )
    comes_back = {work.task: work for work in PERIODIC}
    for job in jobs:
        _register(queue, job, comes_back.get(job.task))
    queue.periodic(cron=EVERY_MINUTE)(queue.task(name="take_up_interrupted", pass_context=True)(take_up_interrupted))
    return queue


def _register(queue: procrastinate.App, job: Job, periodic: PeriodicWork | None) -> None:
    async def do(timestamp: int | None = None, **arguments: str) -> None:
        """Do it today. `timestamp` is when periodic work was to be done, which says nothing here."""
        await carry_out(job, Actor.operator(clock.now()), **arguments)

    task = queue.task(name=job.task, lock=job.order, retry=TriedAgain())(do)
    if periodic:
        queue.periodic(cron=periodic.cron, queueing_lock=job.task)(task)


async def _as_owner(connection: AsyncConnection[object]) -> None:
    """The queue belongs to the owner of the tables, and lives in a schema of its own."""
    await connection.set_autocommit(True)
    await connection.execute("set role bestendig_owner")
    await connection.execute("set search_path = jobs, pg_catalog")
