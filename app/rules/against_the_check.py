"""When a decision goes against the check of the entry requirements: it may, with a written reason.

The check never decides. What is unknown is neither for nor against.
"""

from app.rules.code_lists import CheckVerdict, Decision
from app.rules.sentence import Sentence

ADMITTED = frozenset({Decision.ADMITTED, Decision.ADMITTED_WITH_CONDITIONS})


def why_a_reason_is_asked(decision: Decision, verdict: CheckVerdict | None) -> Sentence | None:
    """Say why this decision beside this check needs a written reason; nothing when it does not for that.

    `verdict` is the check as a whole, None where there was nothing to check.
    """
    if decision in ADMITTED and verdict is CheckVerdict.NOT_MET:
        return Sentence("Not every entry requirement is met. Write down why this person is admitted all the same.")
    if decision is Decision.DECLINED and verdict is CheckVerdict.MET:
        return Sentence("Every entry requirement is met. Write down why this person is declined all the same.")
    return None
