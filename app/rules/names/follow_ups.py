"""What the values of the lists in `app/rules/code_lists/follow_ups.py` are called."""

from collections.abc import Mapping
from enum import StrEnum

from app.rules.code_lists.follow_ups import AskedOf, FollowUpState, ToldHow
from app.rules.sentence import Sentence

FOLLOW_UPS: Mapping[type[StrEnum], Mapping[str, Sentence]] = {
    FollowUpState: {
        "planned": Sentence("Planned"),
        "due": Sentence("To be asked"),
        "asked": Sentence("Asked"),
        "answered": Sentence("Answered"),
        "unanswered": Sentence("Not answered"),
        "unreachable": Sentence("Unreachable"),
        "refused": Sentence("Refused to answer"),
        "cancelled": Sentence("Cancelled"),
    },
    AskedOf: {
        "employer": Sentence("The employer"),
        "participant": Sentence("The participant"),
    },
    ToldHow: {
        "telephone": Sentence("By telephone"),
        "visit": Sentence("In a conversation"),
        "email": Sentence("By e-mail"),
        "letter": Sentence("By letter"),
        "text_message": Sentence("By text message"),
    },
}
