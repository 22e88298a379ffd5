"""The day of a task has come."""

from datetime import date

from app.routers.desk.today.desk_line import DeskLine, Task
from app.rules.sentence import Sentence


def reason(task: Task, today: date) -> Sentence:
    """What is to be done, by whom, and how late it is."""
    day, facts = date.fromisoformat(task["day"]), task["facts"]
    values = {"title": facts["title"], "day": day}
    if day == today and facts["assignedTo"]:
        return Sentence("To be done today by %(name)s: %(title)s", name=facts["assignedTo"], title=facts["title"])
    if day == today:
        return Sentence("To be done today: %(title)s", title=facts["title"])
    if facts["assignedTo"]:
        return Sentence("Late: to be done on %(day)s by %(name)s: %(title)s", name=facts["assignedTo"], **values)
    return Sentence("Late: to be done on %(day)s: %(title)s", **values)


TASK = DeskLine(Sentence("Task"), "warning", reason)
