"""Nobody has spoken to this person for longer than the programme promises."""

from datetime import date

from app.routers.desk.today.desk_line import DeskLine, Task
from app.rules.sentence import Sentence


def reason(task: Task, today: date) -> Sentence:
    """How long it has been, beside the promise."""
    day = date.fromisoformat(task["day"])
    days = (today - day).days
    if task["facts"]["lastContactOn"] is None:
        return Sentence("Nobody has spoken to this person since the start, %(days)s days ago.", days=days)
    return Sentence(
        "Last spoken to on %(day)s, %(days)s days ago. The programme promises contact every %(norm)s days.",
        day=day,
        days=days,
        norm=task["facts"]["contactNormDays"],
    )


SILENCE = DeskLine(Sentence("Not spoken to"), "info", reason)
