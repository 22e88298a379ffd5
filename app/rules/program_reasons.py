"""Reasons of follow-ups that the program itself writes down, told apart from what people write."""

from app.rules.follow_up_life import CANCELLED_BECAUSE
from app.rules.sentence import Sentence
from app.rules.work_answer import STRANGER

PROGRAM_REASONS = {str(sentence): sentence for sentence in (*STRANGER.values(), *CANCELLED_BECAUSE.values())}


def reason_to_read(reason: str) -> str | Sentence:
    """A reason as readers get it: the program's own can be put into their language, people's stay as written."""
    return PROGRAM_REASONS.get(reason, reason)
