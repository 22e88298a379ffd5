"""Nobody has asked yet what it is like at work."""

from datetime import date

from app.routers.desk.today.desk_line import DeskLine, Task
from app.rules.code_lists import RatedBy
from app.rules.sentence import Sentence


def reason(task: Task, _today: date) -> Sentence:
    """After how many months where, and who is to be asked."""
    facts = task["facts"]
    values = {"month": facts["month"], "employer": facts["employer"], "day": date.fromisoformat(task["day"])}
    if len(facts["raters"]) > 1:
        return Sentence(
            "Month %(month)s at %(employer)s, on %(day)s: ask the participant and the employer how it is going.",
            **values,
        )
    if facts["raters"] == [RatedBy.EMPLOYER]:
        return Sentence("Month %(month)s at %(employer)s, on %(day)s: ask the employer how it is going.", **values)
    return Sentence("Month %(month)s at %(employer)s, on %(day)s: ask the participant how it is going.", **values)


def address(task: Task) -> str:
    """The page where the question is asked."""
    return f"/placements/{task['subjectId']}/inclusion"


RATING_DUE = DeskLine(Sentence("Ask how it is going"), "info", reason, address)
