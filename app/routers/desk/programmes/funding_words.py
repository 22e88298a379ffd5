"""Says what is the matter with the funding of a programme, on its page and on the desk of the day."""

from datetime import date

from app.routers.desk.programmes.part import Told
from app.rules.sentence import Sentence


def funding_ends(ending: Told) -> Sentence:
    """Say which money ends, and when."""
    return Sentence(
        "The funding from %(source)s ends on %(day)s, and nothing follows it.",
        source=ending["source"],
        day=date.fromisoformat(ending["endsOn"]),
    )


def phase_without_funding(line: Told) -> Sentence:
    """Say what nobody pays for today."""
    until = date.fromisoformat(line["paidUntil"]) if line["paidUntil"] else None
    if line["phase"] is None:
        return Sentence("Nobody pays for this programme after %(day)s.", day=until or date.max)
    if until is None:
        return Sentence("Nobody pays for the phase “%(phase)s”.", phase=line["phase"])
    return Sentence("Nobody pays for the phase “%(phase)s” after %(day)s.", phase=line["phase"], day=until)
