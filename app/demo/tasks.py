"""Tasks: one for every condition of an admission, and what coaches still have to do for somebody."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from app.demo.book import Book
from app.demo.case import Case
from app.demo.screening_words import CONDITIONS, TASKS
from app.rules.code_lists import Decision, TrajectoryState
from app.rules.trajectory_states import Step

BUSY = frozenset({TrajectoryState.ADMITTED, TrajectoryState.ACTIVE, TrajectoryState.AFTERCARE})


def add_tasks(book: Book, cases: Sequence[Case]) -> None:
    """Tasks of conditions, as a rule done; and a few of the last weeks for people who are guided now."""
    of_trajectory: Mapping[object, Case] = {case.trajectory_id: case for case in cases}
    for decided in book.first["screening_decision"].values():
        if decided["decision"] is Decision.ADMITTED_WITH_CONDITIONS:
            conditions = book.chance.some_of(CONDITIONS, 3)
            decided["conditions"] = conditions
            for condition in conditions:
                case = of_trajectory[decided["trajectory_id"]]
                _task(book, case, condition, case.way.day_of(Step.ADMIT) or book.today, 21, decided["id"])
    for case in cases:
        if case.way.state in BUSY and book.chance.happens(0.3):
            added_on = max(case.way.last_day, book.chance.after(book.today, -20, -1))
            _task(book, case, book.chance.one_of(TASKS), added_on, book.chance.number(2, 16))


def _task(book: Book, case: Case, title: str, on: date, days: int, decision: object = None) -> None:
    due_on, coach = on + timedelta(days=days), case.coach.account_id
    task = book.add(
        "task",
        on,
        case.setting.coordinator.account_id,
        **case.keys,
        title=title,
        due_on=due_on,
        assigned_to=coach,
        done_on=None,
        screening_decision_id=decision,
    )
    done_on = max(on, book.chance.after(due_on, -8, 4))
    long_ago = due_on < book.today - timedelta(days=14)
    if done_on <= book.today and (long_ago or book.chance.happens(0.5)):
        book.change("task", task, done_on, coach, done_on=done_on)
