"""An employer who was asked as often as the programme asks, and did not answer."""

from datetime import date

from app.routers.desk.today.desk_line import DeskLine, Task
from app.rules.sentence import Sentence


def reason(task: Task, _today: date) -> Sentence:
    """How often was asked, whom to call about which month, and until when an answer counts."""
    facts = task["facts"]
    values = {
        "employer": facts["employer"],
        "month": facts["month"],
        "times": facts["timesAsked"],
        "closes": date.fromisoformat(facts["closesOn"]),
    }
    who = " ".join(filter(None, (facts["contact"], facts["phone"] and f"({facts['phone']})")))
    if who:
        return Sentence(
            "Call %(contact)s at %(employer)s about month %(month)s: asked %(times)s times, no answer. An answer "
            "counts until %(closes)s.",
            contact=who,
            **values,
        )
    return Sentence(
        "Call %(employer)s about month %(month)s: asked %(times)s times, no answer. An answer counts until %(closes)s.",
        **values,
    )


def address(task: Task) -> str:
    """The questions to put by telephone."""
    return f"/follow-ups/{task['subjectId']}/telephone"


CALL = DeskLine(Sentence("Call"), "warning", reason, address)
