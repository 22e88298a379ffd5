"""Holds that nothing is recorded any more under a number that leads to another one of the same person."""

from app.errors import Conflict
from app.models import Participant
from app.rules.sentence import Sentence


def refuse_merged(participant: Participant) -> None:
    """Refuse what is about a number that was merged. Raises Conflict."""
    if participant.merged_into_id is not None:
        raise Conflict(Sentence("This number was merged with that of somebody else before."))
