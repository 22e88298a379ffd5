"""What the values of the lists in `app/rules/code_lists/language.py` are called."""

from collections.abc import Mapping
from enum import StrEnum

from app.rules.code_lists.language import LanguageSkill, LanguageSupportKind
from app.rules.sentence import Sentence

LANGUAGE: Mapping[type[StrEnum], Mapping[str, Sentence]] = {
    LanguageSkill: {
        "listening": Sentence("Listening"),
        "reading": Sentence("Reading"),
        "speaking": Sentence("Speaking"),
        "writing": Sentence("Writing"),
        "conversation": Sentence("Conversation"),
    },
    LanguageSupportKind: {
        "class": Sentence("Language class"),
        "job_language": Sentence("Job language"),
        "shop_floor": Sentence("Language on the shop floor"),
        "buddy": Sentence("Language buddy"),
    },
}
