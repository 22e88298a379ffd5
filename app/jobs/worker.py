"""Does the work that waits in the queue and the work that comes back, until it is asked to stop."""

import asyncio
import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress

from app.jobs.all_jobs import JOBS
from app.jobs.job import Job
from app.jobs.queue import make_queue
from app.jobs.stopping import stops_with

LOG = logging.getLogger(__name__)
AT_ONCE = 2
"""How many jobs one worker does at a time: what takes long does not hold up what somebody waits for."""

LOOKS_EVERY_SECONDS = 1.0
"""A new job wakes the worker by itself; it looks as well, because it can miss that while it is fetching another."""

FINISHES_WITHIN_SECONDS = 20.0
STARTS_AGAIN_AFTER_SECONDS = 5.0


async def work_until(
    asked: asyncio.Event, jobs: Sequence[Job] = JOBS, starts_again_after: float = STARTS_AGAIN_AFTER_SECONDS
) -> None:
    """Work until the event is set; then finish what is under way, or break it off after twenty seconds.

    When the database goes away the worker starts again, until it is back.
    """
    quiet = logging.getLogger("procrastinate")
    quiet.setLevel(logging.CRITICAL)  # what it tells of a fault may hold values; we tell ourselves of what kind it is
    while not asked.is_set():
        try:
            await _work(asked, jobs)
        except Exception as error:  # noqa: BLE001  the worker must outlive whatever happens to the database
            LOG.error("The worker was interrupted and starts again: %s", type(error).__name__)
        with suppress(TimeoutError):
            await asyncio.wait_for(asked.wait(), starts_again_after)


async def _work(asked: asyncio.Event, jobs: Sequence[Job]) -> None:
    async with make_queue(jobs).open_async() as queue:
        with stops_with(asked):
            working = asyncio.create_task(
                queue.run_worker_async(
                    concurrency=AT_ONCE,
                    delete_jobs="successful",
                    fetch_job_polling_interval=LOOKS_EVERY_SECONDS,
                    install_signal_handlers=False,
                    shutdown_graceful_timeout=FINISHES_WITHIN_SECONDS,
                ),
                name="worker",
            )
            stop = asyncio.create_task(asked.wait(), name="wait until asked to stop")
        try:
            await asyncio.wait((working, stop), return_when=asyncio.FIRST_COMPLETED)
        finally:
            stop.cancel()
            working.cancel()
            with suppress(asyncio.CancelledError):
                await working


@asynccontextmanager
async def working(
    jobs: Sequence[Job] = JOBS, starts_again_after: float = STARTS_AGAIN_AFTER_SECONDS
) -> AsyncIterator[None]:
    """Work beside something else, such as a web server, until the block ends."""
    asked = asyncio.Event()
    worker = asyncio.create_task(work_until(asked, jobs, starts_again_after), name="background work")
    try:
        yield
    finally:
        asked.set()
        await worker
