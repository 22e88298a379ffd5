"""The question whether somebody is still at work, and how its answer came in."""

from enum import StrEnum


class FollowUpState(StrEnum):
    """Where the question "is this person still at work?" stands."""

    PLANNED = "planned"
    DUE = "due"
    ASKED = "asked"
    ANSWERED = "answered"
    UNANSWERED = "unanswered"
    UNREACHABLE = "unreachable"
    REFUSED = "refused"
    CANCELLED = "cancelled"


class AskedOf(StrEnum):
    """Whom a follow-up is asked of."""

    EMPLOYER = "employer"
    PARTICIPANT = "participant"


class ToldHow(StrEnum):
    """How somebody told the team what is recorded for them."""

    TELEPHONE = "telephone"
    VISIT = "visit"
    EMAIL = "email"
    LETTER = "letter"
    TEXT_MESSAGE = "text_message"
