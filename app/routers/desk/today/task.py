"""The day of a task has come."""

from datetime import date

from app.routers.desk.today.desk_line import DeskLine, Task
from app.rules.sentence import Sentence


def reason(task: Task, today: date) -> Sentence:
    """What is to be done, by whom, and since when it is late."""
    day, facts = date.fromisoformat(task["day"]), task["facts"]
    values = {"title": facts["title"], "days": (today - day).days}
    if day == today and facts["assignedTo"]:
        return Sentence("To be done today by %(name)s: %(title)s", name=facts["assignedTo"], title=facts["title"])
    if day == today:
        return Sentence("To be done today: %(title)s", title=facts["title"])
    if facts["assignedTo"]:
        return Sentence("%(days)s days late, for %(name)s: %(title)s", name=facts["assignedTo"], **values)
    return Sentence("%(days)s days late: %(title)s", **values)


TASK = DeskLine(Sentence("Task"), "warning", reason)
