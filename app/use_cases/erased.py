"""Holds that nothing is filled in again about somebody of whom it was erased who it is."""

from app.errors import Conflict
from app.models import Participant
from app.rules.sentence import Sentence


def refuse_erased(participant: Participant) -> None:
    """Refuse to name or register somebody who was erased. Raises Conflict."""
    if participant.erased_at is not None:
        raise Conflict(Sentence("It was erased who this person is. Nothing can be filled in any more."))
