"""An answer that proves nothing yet, or a wish for a new link that could not be sent."""

from datetime import date

from app.routers.desk.today.desk_line import DeskLine, Task
from app.rules.code_lists import AskedOf
from app.rules.sentence import Sentence
from app.rules.work_answer import NEVER_WORKED_THERE


def reason(task: Task, _today: date) -> Sentence:
    """What was said, and what is still missing."""
    facts = task["facts"]
    employer = facts["employer"]
    if facts["left"] == AskedOf.EMPLOYER:
        return Sentence("%(employer)s says: has left. Call to hear what the last day was.", employer=employer)
    if facts["left"]:
        return Sentence(
            "The participant says: no longer at %(employer)s. Call to hear what the last day was.", employer=employer
        )
    if facts["stranger"] == NEVER_WORKED_THERE:
        return Sentence("The participant says: never worked at %(employer)s. Look into it.", employer=employer)
    if facts["stranger"]:
        return Sentence("%(employer)s says: never worked here. Look into it.", employer=employer)
    return Sentence(
        "%(employer)s asks for a new link, but no address is known. Say whom to ask there.", employer=employer
    )


def address(task: Task) -> str:
    """Where it can be acted upon."""
    facts = task["facts"]
    if facts["left"] or facts["stranger"]:
        return f"/trajectories/{task['trajectoryId']}#follow-ups"
    return f"/placements/{task['subjectId']}/contact"


HALF_ANSWER = DeskLine(Sentence("Half an answer"), "warning", reason, address)
