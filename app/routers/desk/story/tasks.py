"""What the team was going to do, and did."""

from collections.abc import Mapping

from app.routers.desk.story.entry import Facts, Teller, Telling
from app.rules.sentence import Sentence


def _details(facts: Facts) -> list[Sentence]:
    return [Sentence("Condition of the admission")] if facts["isCondition"] else []


TASKS: Mapping[str, Teller] = {
    "to_do": lambda facts: Telling(Sentence("Task, to be done by this day"), _details(facts)),
    "done": lambda facts: Telling(Sentence("Task done"), _details(facts)),
}
