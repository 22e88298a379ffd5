"""What the values of the lists in `app/rules/code_lists/messages.py` are called."""

from collections.abc import Mapping
from enum import StrEnum

from app.rules.code_lists.messages import MessageChannel, MessageKind, MessageLanguage, MessagePurpose, MessageState
from app.rules.sentence import Sentence

MESSAGES: Mapping[type[StrEnum], Mapping[str, Sentence]] = {
    MessageChannel: {
        "email": Sentence("E-mail"),
        "text": Sentence("Text message"),
    },
    MessagePurpose: {
        "follow_up": Sentence("Follow-up"),
        "participant_question": Sentence("Question to the participant"),
        "renewal": Sentence("New link"),
        "test": Sentence("Test message"),
    },
    MessageState: {
        "waiting": Sentence("Waiting to be sent"),
        "sending": Sentence("Being sent"),
        "handing_over": Sentence("Being handed over"),
        "sent": Sentence("Sent"),
        "uncertain": Sentence("Perhaps sent"),
        "refused": Sentence("Refused by the mail server"),
        "bounced": Sentence("Could not be delivered"),
        "cancelled": Sentence("No longer needed"),
    },
    MessageLanguage: {
        "nl": Sentence("In Dutch"),
        "en": Sentence("In English"),
    },
    MessageKind: {
        "first": Sentence("First question"),
        "reminder": Sentence("Reminder"),
        "participant": Sentence("Question to the participant"),
        "text": Sentence("Text message"),
    },
}
