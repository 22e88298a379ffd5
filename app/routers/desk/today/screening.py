"""Somebody registered and waits for a decision."""

from datetime import date

from app.routers.desk.today.desk_line import DeskLine, Task
from app.rules.sentence import Sentence


def reason(task: Task, today: date) -> Sentence:
    """Since when."""
    return Sentence("Registered on %(day)s and still waiting for a decision.", day=date.fromisoformat(task["day"]))


def address(task: Task) -> str:
    """Where the screening stands."""
    return f"/trajectories/{task['trajectoryId']}/screening"


SCREENING = DeskLine(Sentence("Screening"), "neutral", reason, address)
