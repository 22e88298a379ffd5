"""This person did not come, and not the time before either."""

from datetime import date

from app.routers.desk.today.desk_line import DeskLine, Task
from app.rules.contact_topics import about
from app.rules.sentence import Sentence


def reason(task: Task, _today: date) -> Sentence:
    """How often in a row, and when there was contact last."""
    facts = task["facts"]
    times = Sentence("Did not come %(times)s times in a row.", times=facts["times"])
    return Sentence("%(said)s %(more)s", said=times, more=_spoken(facts))


def _spoken(facts: Task) -> Sentence:
    if facts["lastContactOn"] is None:
        return Sentence("Nobody has spoken to this person yet.")
    day = date.fromisoformat(facts["lastContactOn"])
    if not facts["topics"]:
        return Sentence("Last spoken to on %(day)s.", day=day)
    return Sentence("Last spoken to on %(day)s, about: %(topics)s.", day=day, topics=about(facts["topics"]))


NO_SHOW = DeskLine(Sentence("Did not come"), "warning", reason)
