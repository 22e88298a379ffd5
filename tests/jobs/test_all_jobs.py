"""Nothing is promised that no job does."""

from app.jobs.all_jobs import JOBS
from app.rules.background_work import PERIODIC, Task


def test_every_task_has_its_job_and_everything_that_comes_back_is_a_task_of_it() -> None:
    assert [job.task for job in JOBS] == sorted(Task, key=list(Task).index)
    assert {work.task for work in PERIODIC} <= {job.task for job in JOBS}


def test_a_round_is_shown_in_the_order_in_which_it_is_done() -> None:
    assert [work.task for work in PERIODIC] == [job.task for job in JOBS]
