"""What an assessment of somebody's circumstances must say."""

from app.rules.code_lists import CircumstanceState
from app.rules.sentence import Sentence


def why_incomplete(state: CircumstanceState, arrangement: str | None) -> Sentence | None:
    """Say what is missing; nothing when it is complete. Where something is arranged, it must say what."""
    if state is CircumstanceState.ARRANGED and not (arrangement or "").strip():
        return Sentence("Write down what has been arranged.")
    return None
