"""What participants and employers think of it."""

from enum import StrEnum


class RatedBy(StrEnum):
    """Who gave a rating."""

    PARTICIPANT = "participant"
    EMPLOYER = "employer"


class RatingDimension(StrEnum):
    """What a rating is about."""

    GUIDANCE = "guidance"
    JOB = "job"
    BELONGING = "belonging"
    PARTICIPANT = "participant"
    PROGRAMME = "programme"


class RatingLanguage(StrEnum):
    """In which language a participant is asked what it is like at work."""

    DUTCH = "nl"
    ENGLISH = "en"
    ARABIC = "ar"
    TIGRINYA = "ti"
    UKRAINIAN = "uk"
    TURKISH = "tr"
