"""Nobody has spoken to this person for longer than was promised."""

from datetime import date

from app.routers.desk.today.desk_line import DeskLine, Task
from app.rules.contact_topics import about
from app.rules.sentence import Sentence


def reason(task: Task, today: date) -> Sentence:
    """How long it has been and what it was about, beside the promise."""
    facts, day = task["facts"], date.fromisoformat(task["day"])
    days = (today - day).days
    if facts["lastContactOn"] is None:
        return Sentence("Nobody has spoken to this person since the start, %(days)s days ago.", days=days)
    return Sentence("%(spoken)s %(promised)s", spoken=_spoken(facts["topics"], day, days), promised=_promised(task))


def _spoken(topics: list[str] | None, day: date, days: int) -> Sentence:
    if not topics:
        return Sentence("Last spoken to on %(day)s, %(days)s days ago.", day=day, days=days)
    return Sentence(
        "Last spoken to on %(day)s, %(days)s days ago. It was about: %(topics)s.",
        day=day,
        days=days,
        topics=about(topics),
    )


def _promised(task: Task) -> Sentence:
    norm, phase = task["facts"]["contactNormDays"], task["facts"]["phase"]
    if phase is None:
        return Sentence("The programme promises contact every %(norm)s days.", norm=norm)
    return Sentence("In the phase %(phase)s contact is promised every %(norm)s days.", phase=phase, norm=norm)


SILENCE = DeskLine(Sentence("Not spoken to"), "info", reason)
