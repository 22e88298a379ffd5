"""A follow-up that waits for an answer."""

from datetime import date

from app.routers.desk.today.desk_line import DeskLine, Task
from app.rules.sentence import Sentence


def reason(task: Task, today: date) -> Sentence:
    """Which question is open, and until when an answer counts."""
    facts = task["facts"]
    closes_on = date.fromisoformat(facts["closesOn"])
    values = {"employer": facts["employer"], "month": facts["month"], "closes": closes_on}
    if closes_on < today:
        return Sentence(
            "Month %(month)s after the start at %(employer)s: no answer came before %(closes)s. A late answer still "
            "helps.",
            **values,
        )
    if facts["lastAskedOn"]:
        return Sentence(
            "Month %(month)s after the start at %(employer)s: asked, last on %(asked)s, and no answer yet. An answer "
            "counts until %(closes)s.",
            asked=date.fromisoformat(facts["lastAskedOn"]),
            **values,
        )
    if not facts["hasContact"]:
        return Sentence(
            "Month %(month)s after the start at %(employer)s, on %(day)s: nobody is asked by itself, because we know "
            "no contact person there. Say whom we ask, or call.",
            day=date.fromisoformat(facts["dueOn"]),
            **values,
        )
    return Sentence(
        "Month %(month)s after the start at %(employer)s: is this person still at work? The day is %(day)s; an "
        "answer counts until %(closes)s.",
        day=date.fromisoformat(facts["dueOn"]),
        **values,
    )


FOLLOW_UP = DeskLine(Sentence("Follow-up"), "warning", reason)
