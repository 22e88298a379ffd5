"""A contract ends soon, or was to end."""

from datetime import date

from app.routers.desk.today.desk_line import DeskLine, Task
from app.rules.sentence import Sentence

DAYS_IN_WEEK = 7


def reason(task: Task, today: date) -> Sentence:
    """Where and when it ends."""
    day = date.fromisoformat(task["day"])
    employer = task["facts"]["employer"]
    if day < today:
        return Sentence(
            "The contract at %(employer)s was to end on %(day)s. Nobody has said whether it did.",
            employer=employer,
            day=day,
        )
    days = (day - today).days
    if days < DAYS_IN_WEEK:
        return Sentence("The contract at %(employer)s ends this week, on %(day)s.", employer=employer, day=day)
    return Sentence(
        "The contract at %(employer)s ends on %(day)s, in %(days)s days.", employer=employer, day=day, days=days
    )


CONTRACT = DeskLine(Sentence("Contract ends"), "info", reason)
