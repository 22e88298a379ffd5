"""What the values of the lists in `app/rules/code_lists/ratings.py` are called."""

from collections.abc import Mapping
from enum import StrEnum

from app.rules.code_lists.ratings import RatedBy, RatingDimension, RatingLanguage
from app.rules.sentence import Sentence

RATINGS: Mapping[type[StrEnum], Mapping[str, Sentence]] = {
    RatedBy: {
        "participant": Sentence("Participant"),
        "employer": Sentence("Employer"),
    },
    RatingDimension: {
        "guidance": Sentence("Guidance"),
        "job": Sentence("The job"),
        "belonging": Sentence("Feeling at home at work"),
        "participant": Sentence("The participant"),
        "programme": Sentence("The programme"),
    },
    RatingLanguage: {
        "nl": Sentence("In Dutch"),
        "en": Sentence("In English"),
        "ar": Sentence("In Arabic"),
        "ti": Sentence("In Tigrinya"),
        "uk": Sentence("In Ukrainian"),
        "tr": Sentence("In Turkish"),
    },
}
