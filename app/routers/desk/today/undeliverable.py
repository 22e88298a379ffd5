"""Messages to a contact person cannot be delivered."""

from datetime import date

from app.routers.desk.today.desk_line import DeskLine, Task
from app.rules.sentence import Sentence


def reason(task: Task, today: date) -> Sentence:
    """At which employer, and what waits for another address."""
    facts, day = task["facts"], date.fromisoformat(task["day"])
    values = {"employer": facts["employer"], "day": day}
    if facts["questions"] == 1 and day > today:
        return Sentence(
            "Messages to the contact person at %(employer)s do not arrive. One question is for %(day)s. Give another "
            "address, or call.",
            **values,
        )
    if facts["questions"] == 1:
        return Sentence(
            "Messages to the contact person at %(employer)s do not arrive. One question waits since %(day)s. Give "
            "another address, or call.",
            **values,
        )
    return Sentence(
        "Messages to the contact person at %(employer)s do not arrive. %(questions)s questions need another address; "
        "the first is for %(day)s.",
        questions=facts["questions"],
        **values,
    )


def address(task: Task) -> str:
    """Where another address can be given."""
    return f"/employer-contacts/{task['subjectId']}"


UNDELIVERABLE = DeskLine(Sentence("Address does not work"), "warning", reason, address)
