"""Somebody is not satisfied, or no longer."""

from datetime import date

from app.routers.desk.today.desk_line import DeskLine, Task
from app.rules.code_lists import RatedBy, RatingDimension
from app.rules.names import name_of
from app.rules.sentence import Sentence


def reason(task: Task, _today: date) -> Sentence:
    """Who gave which score for what, and what it was before."""
    facts = task["facts"]
    values = {
        "who": name_of(RatedBy(facts["ratedBy"])),
        "what": name_of(RatingDimension(facts["dimension"])),
        "score": facts["score"],
        "day": date.fromisoformat(task["day"]),
    }
    if facts["before"] is not None and facts["score"] < facts["before"]:
        return Sentence(
            "%(who)s about “%(what)s” on %(day)s: a %(score)s of 5, and it was a %(before)s.",
            **values,
            before=facts["before"],
        )
    return Sentence("%(who)s about “%(what)s” on %(day)s: a %(score)s of 5.", **values)


RATING_SIGNAL = DeskLine(Sentence("Low or falling score"), "error", reason)
