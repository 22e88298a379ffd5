"""Language: what is measured, and how somebody is helped with it."""

from enum import StrEnum


class LanguageSkill(StrEnum):
    """The skills in which language is measured."""

    LISTENING = "listening"
    READING = "reading"
    SPEAKING = "speaking"
    WRITING = "writing"
    CONVERSATION = "conversation"


class LanguageLevel(StrEnum):
    """CEFR levels with the literacy levels below them, from low to high."""

    ALFA_A = "Alfa A"
    ALFA_B = "Alfa B"
    ALFA_C = "Alfa C"
    A0 = "A0"
    A1_MINUS = "A1-"
    A1 = "A1"
    A2 = "A2"
    B1 = "B1"
    B2 = "B2"
    C1 = "C1"
    C2 = "C2"


class LanguageSupportKind(StrEnum):
    """How somebody is helped with the language."""

    CLASS = "class"
    JOB_LANGUAGE = "job_language"
    SHOP_FLOOR = "shop_floor"
    BUDDY = "buddy"
