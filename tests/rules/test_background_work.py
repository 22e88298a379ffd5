"""When what must happen by itself is late."""

from datetime import timedelta

from app.rules.background_work import PERIODIC, Task, late

A_MINUTE = timedelta(minutes=1)


def test_what_was_done_in_time_is_not_late() -> None:
    assert late({str(work.task): work.in_time for work in PERIODIC}) == ()


def test_what_was_done_too_long_ago_is_late() -> None:
    silent = {str(work.task): A_MINUTE for work in PERIODIC} | {str(Task.SEND_MESSAGES): timedelta(minutes=16)}
    assert [work.task for work in late(silent)] == [Task.SEND_MESSAGES]


def test_what_was_never_done_is_late() -> None:
    assert late({}) == PERIODIC


def test_work_that_no_longer_exists_says_nothing() -> None:
    silent = {str(work.task): A_MINUTE for work in PERIODIC} | {"removed": timedelta(days=900)}
    assert late(silent) == ()
