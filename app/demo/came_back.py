"""People who dropped out without work, and came back with a later cohort: one person, two trajectories."""

from collections.abc import Sequence
from datetime import timedelta

from app.demo.book import Book
from app.demo.case import Case
from app.demo.one_case import add_one_case
from app.demo.setting import Setting
from app.demo.way import way_of
from app.demo.work_before import without_paid_work
from app.rules.code_lists import TrajectoryEndReason
from app.rules.trajectory_states import Step

ONE_IN = 3
NOT_BEFORE = timedelta(days=30)
REGISTERED_BEFORE = timedelta(days=25)
"""How long after the end somebody comes back at the soonest, and how long before the new start at the latest."""


def add_returns(book: Book, setting: Setting, cases: Sequence[Case]) -> list[Case]:
    """Register one in three of them again with the last cohort; answers their second trajectories."""
    cohort = setting.cohorts[-1]
    latest = cohort.starts_on - REGISTERED_BEFORE
    could = [
        case
        for case in without_paid_work(book, cases)
        if _may_return(case) and case.way.last_day + NOT_BEFORE <= latest
    ]
    returned: list[Case] = []
    for case in could[::ONE_IN]:
        soonest = max(case.way.last_day + NOT_BEFORE, latest - timedelta(days=60))
        registered_on = book.chance.after(soonest, 0, (latest - soonest).days)
        way = way_of(book.chance, book.today, registered_on, cohort.starts_on)
        number = len(cases) + len(returned) + 1
        returned.append(add_one_case(book, setting, cohort, case.person, number, way))
    return returned


def _may_return(case: Case) -> bool:
    return case.way.day_of(Step.DROP_OUT) is not None and case.way.end_reason is not TrajectoryEndReason.MOVED
