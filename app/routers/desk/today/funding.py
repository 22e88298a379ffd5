"""Money of a programme ends, or a phase has none."""

from datetime import date

from app.routers.desk.programmes.funding_words import funding_ends, phase_without_funding
from app.routers.desk.today.desk_line import DeskLine, Task
from app.rules.sentence import Sentence


def reason(task: Task, _today: date) -> Sentence:
    """Which money ends when, or what nobody pays for."""
    facts = task["facts"]
    if "source" in facts:
        return funding_ends(facts)
    unpaid = facts["unpaid"]
    if len(unpaid) == 1:
        return phase_without_funding(unpaid[0])
    return Sentence("Nobody pays for these phases: %(phases)s.", phases=", ".join(one["phase"] for one in unpaid))


def address(task: Task) -> str:
    """Where the funding of the programme stands."""
    return f"/programmes/{task['programmeId']}#funding"


FUNDING = DeskLine(Sentence("Funding of the programme"), "warning", reason, address)
