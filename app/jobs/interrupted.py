"""Work of a worker that was killed is taken up by another one; what was finished long ago is cleared away."""

from procrastinate import JobContext
from procrastinate.jobs import Job, Status

SILENT_FOR_SECONDS = 30.0
"""A worker says every ten seconds that it lives."""

KEPT_HOURS = 7 * 24


def is_periodic(job: Job) -> bool:
    """Whether a job comes back by itself, so that nothing is lost when it is given up."""
    return "timestamp" in job.task_kwargs


async def take_up_interrupted(context: JobContext, timestamp: int) -> None:
    """Put back what somebody asked for, and give up what comes back by itself."""
    jobs = context.app.job_manager
    for job in await jobs.get_stalled_jobs(seconds_since_heartbeat=SILENT_FOR_SECONDS):
        if is_periodic(job):
            await jobs.finish_job(job, Status.ABORTED, delete_job=True)
        else:
            await jobs.retry_job(job)
    await jobs.delete_old_jobs(nb_hours=KEPT_HOURS, include_failed=True, include_cancelled=True, include_aborted=True)
