"""What a message is filled in with to try its words: made-up people, and links to a page that says so."""

from datetime import date

from app.rules.code_lists import MessageKind
from app.rules.message_text import MessageValues, Question


def example_values(kind: MessageKind, *, programme: str, sender: str | None, today: date, link: str) -> MessageValues:
    """Two people at one employer; in a message to a participant, that participant."""
    begun = today.replace(day=1, year=today.year - 1)
    employer = "Bakkerij De Gouden Korst"
    own = (Question(None, employer, "bakker", begun, link),)
    others = (
        Question("Selam H.", employer, "bakker", begun, link),
        Question("Yusuf K.", employer, "chauffeur", begun, link),
    )
    is_to_participant = kind is MessageKind.PARTICIPANT
    name = "Selam" if is_to_participant else "Karin Oldenkamp"
    return MessageValues(name, programme, sender, own if is_to_participant else others)
