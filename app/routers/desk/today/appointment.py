"""There was an appointment, and nothing is known of it."""

from datetime import date

from app.routers.desk.today.desk_line import DeskLine, Task
from app.rules.sentence import Sentence


def reason(task: Task, today: date) -> Sentence:
    """When it was to be."""
    day = date.fromisoformat(task["day"])
    if (today - day).days == 1:
        return Sentence("There was an appointment yesterday. Nobody has recorded what came of it.")
    return Sentence("There was an appointment on %(day)s. Nobody has recorded what came of it.", day=day)


APPOINTMENT = DeskLine(Sentence("Appointment"), "neutral", reason)
