"""What goes out by e-mail and text message."""

from enum import StrEnum


class MessageChannel(StrEnum):
    """How a message goes out."""

    EMAIL = "email"
    TEXT = "text"


class MessagePurpose(StrEnum):
    """What a message is for."""

    FOLLOW_UP = "follow_up"
    PARTICIPANT_QUESTION = "participant_question"
    RENEWAL = "renewal"
    TEST = "test"


class MessageState(StrEnum):
    """Where a message stands. *Uncertain*: nobody can tell whether the mail server took it."""

    WAITING = "waiting"
    SENDING = "sending"
    HANDING_OVER = "handing_over"
    SENT = "sent"
    UNCERTAIN = "uncertain"
    REFUSED = "refused"
    BOUNCED = "bounced"
    CANCELLED = "cancelled"


class MessageLanguage(StrEnum):
    """In which language a message is written."""

    DUTCH = "nl"
    ENGLISH = "en"


class MessageKind(StrEnum):
    """Which text a message has."""

    FIRST = "first"
    REMINDER = "reminder"
    PARTICIPANT = "participant"
    TEXT = "text"
